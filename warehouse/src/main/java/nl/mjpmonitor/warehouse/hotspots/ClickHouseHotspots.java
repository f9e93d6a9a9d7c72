package nl.mjpmonitor.warehouse.hotspots;

import com.clickhouse.client.api.query.GenericRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import org.jspecify.annotations.Nullable;

/** {@link Hotspots} out of {@code mart.hotspot_casework_current}. */
public final class ClickHouseHotspots implements Hotspots {

    private static final String QUERY = """
            SELECT
                hotspot_id,
                area_code,
                category,
                state,
                toString(since) AS since_day,
                why,
                toInt32(report_count) AS reports,
                toInt32(day_count) AS days,
                toInt32(window_days) AS window_length,
                toString(opened_on) AS opened_day,
                toInt32(opening_count) AS openings,
                toString(closes_on) AS closes_day,
                casework_status,
                casework_outcome,
                casework_lead,
                casework_origin,
                known_at
            FROM mart.hotspot_casework_current
            ORDER BY indexOf(['open', 'cooling', 'closed'], state), since DESC, hotspot_id""";

    private final WarehouseConnection connection;

    public ClickHouseHotspots(WarehouseConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<Hotspot> all() {
        return connection.query("Query of the potential hotspots", QUERY, Map.of(), ClickHouseHotspots::hotspot);
    }

    private static Hotspot hotspot(GenericRecord row) {
        return new Hotspot(
                row.getString("hotspot_id"),
                new AreaCode(row.getString("area_code")),
                NuisanceCategory.valueOf(code(row, "category")),
                HotspotState.valueOf(code(row, "state")),
                LocalDate.parse(row.getString("since_day")),
                HotspotReason.valueOf(code(row, "why")),
                row.getInteger("reports"),
                row.getInteger("days"),
                row.getInteger("window_length"),
                LocalDate.parse(row.getString("opened_day")),
                row.getInteger("openings"),
                text(row, "closes_day").map(LocalDate::parse),
                text(row, "casework_status")
                        .map(status -> new HotspotCasework(
                                status,
                                text(row, "casework_outcome"),
                                text(row, "casework_lead"),
                                row.getString("casework_origin"))),
                row.getInstant("known_at"));
    }

    private static String code(GenericRecord row, String column) {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    private static Optional<String> text(GenericRecord row, String column) {
        @Nullable String text = row.getString(column);
        return Optional.ofNullable(text);
    }
}
