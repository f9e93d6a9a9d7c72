package nl.mjpmonitor.warehouse.revisions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/** {@link KnownMoments} out of the change log. */
public final class ClickHouseKnownMoments implements KnownMoments {

    private static final String SQL = """
            SELECT toUnixTimestamp64Milli(max(_known_at)) AS moment
            FROM raw.change_event
            WHERE _known_at > fromUnixTimestamp64Milli({after:Int64}, 'UTC')
                AND _known_at <= fromUnixTimestamp64Milli({until:Int64}, 'UTC')
            GROUP BY toStartOfMinute(_known_at)
            ORDER BY moment""";

    private final WarehouseConnection connection;

    public ClickHouseKnownMoments(WarehouseConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<Instant> between(Instant after, Instant until) {
        return connection.query(
                "Query of the moments of changes",
                SQL,
                Map.of("after", after.toEpochMilli(), "until", until.toEpochMilli()),
                row -> Instant.ofEpochMilli(row.getLong("moment")));
    }
}
