package nl.mjpmonitor.warehouse.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.ShadowTable;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import nl.mjpmonitor.warehouse.schema.MigrationLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds every table of {@code core} that a view feeds, and {@code mart.monthly_count}, out of {@code raw.change_event},
 * while the stream goes on writing. Each is filled out of sight and swapped in one statement; a reader sees the old rows
 * or the new ones.
 *
 * <p>Nothing that arrives meanwhile is lost. Statements that write into the table that was swapped away are waited for;
 * then what the log holds beyond the first reading is added. The stream writes a count and its change in either order, so
 * a count that went into the old table may be ahead of the log: the log is read again until it explains those counts, or
 * {@link #PATIENCE} has passed, within which the stream has completed a checkpoint or started over from one and written
 * both again.
 *
 * <p>The counts are computed in SQL by {@code mart.monthly_count_from_log}, which shares nothing with the stream. They
 * carry the stream's own change counts, so that later corrections of the stream replace them.
 *
 * <p>Running it again is always safe, and mends what a rebuild left that was killed after a swap. Migrations and other
 * rebuilds wait for it.
 */
public final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    /** How long one statement may take: reading the whole change log. */
    public static final Duration LONGEST_STATEMENT = Duration.ofHours(1);

    /** How long writers and the log are waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String COUNTS = "mart.monthly_count";
    private static final String COMPARE = query("monthly_count_difference.sql");
    private static final String MEND = query("monthly_count_mend.sql");
    private static final String AHEAD = query("monthly_count_ahead.sql");

    private final WarehouseConnection connection;
    private final Duration patience;

    /** Rebuilds over this connection, whose patience should be {@link #LONGEST_STATEMENT}. */
    public Rebuild(WarehouseConnection connection) {
        this(connection, PATIENCE);
    }

    Rebuild(WarehouseConnection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
    }

    /**
     * Rebuilds all.
     *
     * @return the tables, in the order in which they were rebuilt
     * @throws WarehouseException when ClickHouse refuses or cannot be reached, or a writer does not come to an end
     * @throws nl.mjpmonitor.warehouse.schema.MigrationException when another process migrates or rebuilds
     */
    public List<RebuiltTable> run() {
        try (MigrationLock lock = MigrationLock.acquire(connection, Duration.ofMinutes(2))) {
            List<RebuiltTable> rebuilt = new ArrayList<>();
            for (FedTable table : FedTable.all(connection)) {
                lock.confirm();
                rebuilt.add(rebuild(table));
            }
            lock.confirm();
            rebuilt.add(rebuildCounts());
            return List.copyOf(rebuilt);
        }
    }

    private RebuiltTable rebuild(FedTable table) {
        try (ShadowTable shadow = ShadowTable.of(connection, table.name())) {
            List<String> filled = partsOfTheLog();
            table.fill(connection, shadow.name());
            List<String> caughtUp = partsOfTheLog();
            table.catchUp(connection, shadow.name(), filled);
            shadow.exchange();
            awaitWriters();
            table.catchUp(connection, table.name(), caughtUp);
        }
        return report(new RebuiltTable(table.name(), rows(table.name()), 0, 0));
    }

    private RebuiltTable rebuildCounts() {
        try (ShadowTable shadow = ShadowTable.of(connection, COUNTS)) {
            Map<String, Object> horizon = horizon();
            connection.execute(
                    "Filling of " + shadow.name(),
                    "INSERT INTO " + shadow.name() + " SELECT * FROM mart.monthly_count_from_log",
                    Map.of());
            mend(shadow.name());
            RebuiltTable difference = difference(shadow.name(), horizon);
            shadow.exchange();
            awaitWriters();
            awaitLog(shadow.name(), horizon);
            return report(new RebuiltTable(COUNTS, rows(COUNTS), difference.missing(), difference.unexplained()));
        }
    }

    /** Adds what the log asks for until it explains all that the stream counted into the old table. */
    private void awaitLog(String old, Map<String, Object> horizon) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            mend(COUNTS);
            long ahead = connection
                    .query(
                            "Query of counts ahead of the change log",
                            AHEAD.replace("mart.monthly_count_old", old),
                            horizon,
                            row -> row.getLong("rows"))
                    .get(0);
            if (ahead == 0) {
                return;
            }
            if (System.nanoTime() > deadline) {
                LOG.warn("The change log does not explain {} counts of its newest minute; they were left out", ahead);
                return;
            }
            pause();
        }
    }

    private void mend(String table) {
        connection.execute("Completion of " + table, MEND.replace("mart.monthly_count_mended", table), Map.of());
    }

    private RebuiltTable difference(String rebuilt, Map<String, Object> horizon) {
        return connection
                .query(
                        "Comparison of " + COUNTS + " with the change log",
                        COMPARE.replace("mart.monthly_count_rebuilt", rebuilt),
                        horizon,
                        row -> new RebuiltTable(COUNTS, 0, row.getLong("missing"), row.getLong("unexplained")))
                .get(0);
    }

    /** Until when the log is complete for sure, per source; newer counts may be ahead of it. */
    private Map<String, Object> horizon() {
        Map<String, Object> horizon = new HashMap<>();
        connection.query("Query of the end of the change log", """
                        SELECT
                            toString(maxIf(_known_at, source_system = 'politiecijfers') - toIntervalMinute(1)) AS police,
                            toString(maxIf(_known_at, source_system = 'melddesk') - toIntervalMinute(1)) AS melddesk
                        FROM raw.change_event
                        WHERE source_table IN ('registration', 'report')""", Map.of(), row -> {
            horizon.put("police_horizon", row.getString("police"));
            horizon.put("melddesk_horizon", row.getString("melddesk"));
            return true;
        });
        return horizon;
    }

    /** Waits for the statements that may still write into a table that was swapped away. */
    private void awaitWriters() {
        String swappedAt = connection
                .query(
                        "Query of the time",
                        "SELECT toString(now64(3, 'UTC')) AS now",
                        Map.of(),
                        row -> row.getString("now"))
                .get(0);
        long deadline = System.nanoTime() + patience.toNanos();
        while (writersSince(swappedAt) > 0) {
            if (System.nanoTime() > deadline) {
                throw new WarehouseException("A statement that writes into the warehouse has been running for "
                        + patience.toSeconds()
                        + " s. Rebuild again when it has ended: until then changes of this minute"
                        + " may be missing");
            }
            pause();
        }
    }

    private long writersSince(String swappedAt) {
        return connection
                .query(
                        "Query of running statements",
                        """
                        SELECT count() AS writers
                        FROM system.processes
                        WHERE query_kind = 'Insert'
                            AND match(query, 'raw\\\\.change_event|mart\\\\.monthly_count')
                            AND now64(3, 'UTC') - toIntervalMillisecond(toInt64(elapsed * 1000))
                                <= toDateTime64({swapped_at:String}, 3, 'UTC')""",
                        Map.of("swapped_at", swappedAt),
                        row -> row.getLong("writers"))
                .get(0);
    }

    private List<String> partsOfTheLog() {
        return connection.query(
                "Query of the parts of the change log",
                "SELECT name FROM system.parts WHERE database = 'raw' AND table = 'change_event' AND active",
                Map.of(),
                row -> row.getString("name"));
    }

    private long rows(String table) {
        return connection
                .query(
                        "Count of " + table,
                        "SELECT count() AS rows FROM " + table,
                        Map.of(),
                        row -> row.getLong("rows"))
                .get(0);
    }

    private static RebuiltTable report(RebuiltTable table) {
        LOG.info(
                "Rebuilt {}: {} rows; {} were missing, {} were unexplained",
                table.name(),
                table.rows(),
                table.missing(),
                table.unexplained());
        return table;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new WarehouseException("The rebuild was interrupted; run it again", interruption);
        }
    }

    private static String query(String name) {
        return PackagedFiles.read("sql/rebuild/" + name).text();
    }
}
