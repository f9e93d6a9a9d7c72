package nl.mjpmonitor.ops.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/** The chain of this project, from the log of PostgreSQL to the change log in ClickHouse. */
final class Chain implements Follower, AutoCloseable {

    private static final String CONNECT = "connect";
    private static final Duration POLL = Duration.ofMillis(200);

    private final Stack stack;
    private final WarehouseConnection warehouse;

    Chain(Stack stack) {
        this.stack = stack;
        this.warehouse = stack.warehouseConnection();
    }

    @Override
    public String name() {
        return "this chain";
    }

    /** Waits until it has followed what the load filled in. */
    void awaitFilled(RegistrationLoad load) throws InterruptedException {
        while (count(load.firstRow() + load.rows() - 1) == 0) {
            Thread.sleep(POLL);
        }
    }

    /** Includes stopping the connector, dropping the slot and a higher epoch; the search for rows that are gone comes after it. */
    @Override
    public Taken takeIn(RegistrationLoad load) throws Exception {
        Instant begin = Instant.now();
        Thread taking = Thread.ofVirtual().start(() -> {
            try {
                stack.resnapshot().of(RegistrationLoad.SYSTEM);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Duration untilFirst = Duration.ZERO;
        long read = 0;
        while (taking.isAlive() && read < load.rows()) {
            if (read == 0) {
                untilFirst = Duration.between(begin, Instant.now());
            }
            Thread.sleep(POLL);
            read = newlyRead();
        }
        Duration untilAll = Duration.between(begin, Instant.now());
        taking.join();
        if (newlyRead() < load.rows()) {
            throw new IllegalStateException("The snapshot ended without all rows");
        }
        return new Taken(untilFirst, untilAll);
    }

    @Override
    public void pause() throws Exception {
        stack.stop(CONNECT);
    }

    @Override
    public void resume() throws Exception {
        stack.startAgain(CONNECT);
    }

    @Override
    public long count(long registration) {
        return warehouse
                .query(
                        "Look for the newest count of a registration",
                        """
                        SELECT toInt64(argMax(JSONExtractInt(row, 'registration_count'), _version)) AS newest
                        FROM raw.change_event
                        WHERE source_system = 'politiecijfers' AND source_table = 'registration' AND key = {key:String}
                        """,
                        Map.of("key", "{\"registration_id\":%d}".formatted(registration)),
                        row -> row.getLong("newest"))
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    @Override
    public String stand() {
        return text("""
                SELECT concat(toString(count()), ' rows, sum ', toString(sum(registration_count))) AS answer
                FROM core.police_registration_current
                """);
    }

    @Override
    public Map<String, Duration> processorTime() {
        return stack.processorTime();
    }

    @Override
    public void close() {
        warehouse.close();
    }

    /** Rows of the epoch that the table is in now that a snapshot read. */
    private long newlyRead() {
        return warehouse
                .query("Count what the snapshot read", """
                        SELECT count() AS answer FROM raw.change_event
                        WHERE source_system = 'politiecijfers' AND source_table = 'registration' AND op = 'r'
                          AND bitShiftRight(_version, 96) >= 2
                        """, Map.of(), row -> row.getLong("answer"))
                .getFirst();
    }

    private String text(String sql) {
        return warehouse
                .query("Look at the registrations", sql, Map.of(), row -> row.getString("answer"))
                .getFirst();
    }
}
