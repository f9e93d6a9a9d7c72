package nl.mjpmonitor.warehouse.quality;

import java.util.Map;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/**
 * {@link ChangeSignal} out of the tables that something is made of.
 *
 * <p>Each new row moves the number of rows, the newest moment or the sum of their change counts. Merging of replaced rows in the
 * background moves them too; the token then differs without anything having changed.
 */
public final class ClickHouseChangeSignal implements ChangeSignal {

    private static final String TODAY = "toString(toDate32(now('Europe/Amsterdam')))";
    private static final String CASEWORK = """
            (SELECT concat(toString(toUnixTimestamp64Milli(max(_known_at))), '-', toString(count()))
                FROM core.casework_change)""";

    private final WarehouseConnection connection;
    private final String operation;
    private final String sql;

    private ClickHouseChangeSignal(WarehouseConnection connection, String operation, String... parts) {
        this.connection = connection;
        this.operation = operation;
        this.sql = "SELECT concat(" + String.join(", '-', ", parts) + ") AS token";
    }

    /** Of figures: counts, and casework with the deliveries. */
    public static ClickHouseChangeSignal ofFigures(WarehouseConnection connection) {
        return new ClickHouseChangeSignal(
                connection, "Query of the change signal", counted("mart.monthly_count"), CASEWORK);
    }

    /**
     * Of potential hotspots and open cases: their written lives, the rows of casework beside them, and the Dutch day, because both are
     * judged by the calendar of today.
     */
    public static ClickHouseChangeSignal ofDetections(WarehouseConnection connection) {
        return new ClickHouseChangeSignal(
                connection,
                "Query of the detection signal",
                TODAY,
                counted("mart.hotspot_life"),
                counted("mart.case_step_state"),
                CASEWORK);
    }

    @Override
    public String current() {
        return connection
                .query(operation, sql, Map.of(), row -> row.getString("token"))
                .get(0);
    }

    private static String counted(String table) {
        return """
                (SELECT concat(toString(toUnixTimestamp64Milli(max(known_at))), '-', toString(count()), '-',
                    toString(sum(change_count))) FROM %s)""".formatted(table);
    }
}
