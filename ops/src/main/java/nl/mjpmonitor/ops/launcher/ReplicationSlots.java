package nl.mjpmonitor.ops.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The replication slots of the connectors, as their database sees them. */
final class ReplicationSlots {

    private static final String OBJECT_IN_USE = "55006";
    private static final Duration DROP_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private final PostgresServer postgres;

    ReplicationSlots(PostgresServer postgres) {
        this.postgres = postgres;
    }

    /**
     * Why changes are missing between what a connector read last and what its slot still has.
     *
     * @param readUpTo log position that the connector stored; empty when it never read anything, and then nothing is missing
     * @return empty when nothing is missing
     */
    Optional<String> gap(String system, OptionalLong readUpTo) throws SQLException {
        if (readUpTo.isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = postgres.connect(system);
                PreparedStatement question = connection.prepareStatement("""
                        SELECT wal_status, coalesce(confirmed_flush_lsn, restart_lsn) - '0/0'::pg_lsn AS confirmed
                        FROM pg_replication_slots
                        WHERE slot_name = ? AND database = current_database()
                        """)) {
            question.setString(1, name(system));
            try (ResultSet slot = question.executeQuery()) {
                if (!slot.next()) {
                    return Optional.of("its replication slot is gone");
                }
                if ("lost".equals(slot.getString("wal_status"))) {
                    return Optional.of("its replication slot lost the log it needs");
                }
                return slot.getLong("confirmed") > readUpTo.getAsLong()
                        ? Optional.of("its replication slot was made anew")
                        : Optional.empty();
            }
        }
    }

    /** Drops the slot of a system, if there is one; waits for who still reads it. */
    void drop(String system) throws SQLException, InterruptedException {
        Instant deadline = Instant.now().plus(DROP_LIMIT);
        while (true) {
            try (Connection connection = postgres.connect(system);
                    PreparedStatement drop = connection.prepareStatement(
                            "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = ?")) {
                drop.setString(1, name(system));
                drop.execute();
                return;
            } catch (SQLException e) {
                if (!OBJECT_IN_USE.equals(e.getSQLState()) || Instant.now().isAfter(deadline)) {
                    throw e;
                }
                Thread.sleep(POLL);
            }
        }
    }

    static String name(String system) {
        return "mjp_" + system;
    }
}
