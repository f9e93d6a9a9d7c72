package nl.mjpmonitor.warehouse.quality;

import java.util.Map;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/**
 * {@link ChangeSignal} out of what potential hotspots and open cases are made of: their written lives, the rows of casework beside them,
 * and the Dutch day, because both are judged by the calendar of today.
 *
 * <p>Merging of replaced rows in the background moves the token too.
 */
public final class ClickHouseDetectionSignal implements ChangeSignal {

    private static final String SQL = """
            SELECT concat(
                toString(toDate32(now('Europe/Amsterdam'))),
                '-',
                (SELECT concat(toString(toUnixTimestamp64Milli(max(known_at))), '-', toString(count()), '-',
                    toString(sum(change_count))) FROM mart.hotspot_life),
                '-',
                (SELECT concat(toString(toUnixTimestamp64Milli(max(known_at))), '-', toString(count()), '-',
                    toString(sum(change_count))) FROM mart.case_step_state),
                '-',
                (SELECT concat(toString(toUnixTimestamp64Milli(max(_known_at))), '-', toString(count()))
                    FROM core.casework_change)) AS token""";

    private final WarehouseConnection connection;

    public ClickHouseDetectionSignal(WarehouseConnection connection) {
        this.connection = connection;
    }

    @Override
    public String current() {
        return connection
                .query("Query of the detection signal", SQL, Map.of(), row -> row.getString("token"))
                .get(0);
    }
}
