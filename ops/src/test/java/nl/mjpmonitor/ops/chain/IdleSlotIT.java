package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.mjpmonitor.ops.launcher.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A source in which nothing happens does not keep the log of those in which much does. */
@ExtendWith(RunningStack.class)
class IdleSlotIT {

    private static final String IDLE = "zorgveiligheid";

    /** Positions in the log. */
    private record Slot(long keptFrom, long confirmed) {}

    private final Stack stack;

    IdleSlotIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void theSlotOfAnIdleSourceMovesOnWithTheLogOfTheServer() throws Exception {
        Slot before = slot();
        try (Connection busy = stack.source("melddesk");
                Statement statement = busy.createStatement()) {
            statement.execute("SELECT pg_logical_emit_message(false, 'somebody.else', repeat('x', 1000000))");
        }
        long end = writtenUpTo();
        assertThat(end - before.confirmed()).isGreaterThan(1_000_000);

        Until.holds(() -> {
            Slot now = slot();
            assertThat(now.confirmed())
                    .as("position that the connector confirmed")
                    .isGreaterThanOrEqualTo(end);
            assertThat(now.keptFrom()).as("position from which the log is kept").isGreaterThanOrEqualTo(end);
        });
    }

    private Slot slot() throws SQLException {
        try (Connection source = stack.source(IDLE);
                Statement statement = source.createStatement();
                ResultSet slot =
                        statement.executeQuery("SELECT restart_lsn - '0/0'::pg_lsn, confirmed_flush_lsn - '0/0'::pg_lsn"
                                + " FROM pg_replication_slots WHERE slot_name = 'mjp_" + IDLE + "'")) {
            slot.next();
            return new Slot(slot.getLong(1), slot.getLong(2));
        }
    }

    private long writtenUpTo() throws SQLException {
        try (Connection source = stack.source(IDLE);
                Statement statement = source.createStatement();
                ResultSet position = statement.executeQuery("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn")) {
            position.next();
            return position.getLong(1);
        }
    }
}
