package nl.mjpmonitor.warehouse.quality;

import java.util.Map;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/**
 * {@link ChangeSignal} out of the tables that figures are made of: counts and deliveries.
 *
 * <p>Each new row moves the number of rows and the sum of their change counts. Merging of replaced rows in the background
 * moves them too; the token then differs without any figure having changed.
 */
public final class ClickHouseChangeSignal implements ChangeSignal {

    private static final String SQL = """
            SELECT concat(
                (SELECT concat(toString(toUnixTimestamp64Milli(max(known_at))), '-', toString(count()), '-',
                    toString(sum(change_count))) FROM mart.monthly_count),
                '-',
                (SELECT concat(toString(toUnixTimestamp64Milli(max(_known_at))), '-', toString(count()))
                    FROM core.casework_change)) AS token""";

    private final WarehouseConnection connection;

    public ClickHouseChangeSignal(WarehouseConnection connection) {
        this.connection = connection;
    }

    @Override
    public String current() {
        return connection
                .query("Query of the change signal", SQL, Map.of(), row -> row.getString("token"))
                .get(0);
    }
}
