package nl.mjpmonitor.ops.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;

/** Sees whether changes come through: commits one and looks for it in the warehouse. */
final class Probe {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final String SYSTEM = "politiecijfers";

    private final Stack stack;
    private final long registration;
    private long value;

    private Probe(Stack stack, long registration) {
        this.stack = stack;
        this.registration = registration;
    }

    /** Makes the row that it changes. */
    static Probe in(Stack stack) throws SQLException {
        try (Connection source = stack.source(SYSTEM);
                Statement statement = source.createStatement();
                ResultSet made = statement.executeQuery("""
                        INSERT INTO politie.registration (delivery_id, police_class, area_code, month, registration_count)
                        SELECT max(delivery_id), 'A40', 'BU09350000', '1980-01-01', 0 FROM politie.delivery
                        RETURNING registration_id
                        """)) {
            made.next();
            return new Probe(stack, made.getLong(1));
        }
    }

    /** Whether a change that is committed now is in the warehouse before the deadline. */
    boolean comesThrough(Instant deadline) throws InterruptedException {
        value++;
        while (!isCommitted()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            Thread.sleep(POLL);
        }
        while (!hasArrived()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            Thread.sleep(POLL);
        }
        return true;
    }

    /** Takes its row out of the source. */
    void clean() throws SQLException {
        try (Connection source = stack.source(SYSTEM);
                Statement statement = source.createStatement()) {
            statement.executeUpdate("DELETE FROM politie.registration WHERE registration_id = " + registration);
        }
    }

    private boolean isCommitted() {
        try (Connection source = stack.source(SYSTEM);
                Statement statement = source.createStatement()) {
            statement.executeUpdate("UPDATE politie.registration SET registration_count = %d WHERE registration_id = %d"
                    .formatted(value, registration));
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean hasArrived() {
        try (WarehouseConnection warehouse = stack.warehouseConnection()) {
            return warehouse
                    .query(
                            "Look for the probe",
                            """
                            SELECT toInt64(JSONExtractInt(argMax(row, _version), 'registration_count')) AS newest
                            FROM raw.change_event
                            WHERE source_system = 'politiecijfers' AND source_table = 'registration' AND key = {key:String}
                            """,
                            Map.of("key", "{\"registration_id\":%d}".formatted(registration)),
                            row -> row.getLong("newest"))
                    .stream()
                    .anyMatch(newest -> newest >= value);
        } catch (WarehouseException e) {
            return false;
        }
    }
}
