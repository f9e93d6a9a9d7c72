package nl.mjpmonitor.warehouse.quality;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Sources send a heartbeat every second, and what waits is measured as often: more than this nobody can read. */
    private static final String TEN_SECONDS = "toString(intDiv(toUnixTimestamp(now()), 10))";

    private final WarehouseConnection connection;
    private final String operation;
    private final String sql;

    private ClickHouseChangeSignal(WarehouseConnection connection, String operation, String... parts) {
        this.connection = connection;
        this.operation = operation;
        this.sql = "SELECT concat(" + String.join(", '-', ", parts) + ") AS token";
    }

    /** Of figures: counts, and casework with the deliveries. */
    static ClickHouseChangeSignal ofFigures(WarehouseConnection connection) {
        return new ClickHouseChangeSignal(
                connection, "Query of the change signal", counted(FigureSource.COUNTS), CASEWORK);
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

    /**
     * Of how the data are: comparisons, refused events, replays that were asked for, tables that depart from their contract, thresholds;
     * and every ten seconds, for what is fresh and what waits.
     */
    public static ClickHouseChangeSignal ofQuality(WarehouseConnection connection) {
        return new ClickHouseChangeSignal(
                connection,
                "Query of the quality signal",
                TEN_SECONDS,
                versioned("control.reconciliation", "_state_version"),
                versioned("control.rejected_event", "toUnixTimestamp64Milli(known_at)", "_state_version"),
                versioned("control.replay_request", "_state_version"),
                versioned("control.table_notice", "toUnixTimestamp64Milli(known_at)"),
                versioned("control.threshold_change", "toUnixTimestamp64Milli(changed_at)"),
                versioned("control.threshold_in_force", "toUnixTimestamp64Milli(since)"));
    }

    /** Of the signals. */
    public static ClickHouseChangeSignal ofSignals(WarehouseConnection connection) {
        return new ClickHouseChangeSignal(
                connection,
                "Query of the signal of signals",
                versioned("mart.signal", "toUnixTimestamp64Milli(known_at)", "_version"));
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

    private static String versioned(String table, String... versions) {
        String newest = Arrays.stream(versions)
                .map(version -> "toString(max(" + version + ")), '-', ")
                .collect(Collectors.joining());
        return "(SELECT concat(" + newest + "toString(count())) FROM " + table + ")";
    }
}
