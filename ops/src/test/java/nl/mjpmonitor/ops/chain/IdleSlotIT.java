package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import nl.mjpmonitor.ops.launcher.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A source in which nothing happens does not keep the log of those in which much does; and what an application writes into that log
 * beside its tables, which nobody published, neither crosses nor stops anything.
 */
@ExtendWith(RunningStack.class)
class IdleSlotIT {

    private static final String IDLE = "zorgveiligheid";
    private static final String BUSY = "melddesk";

    /** Positions in the log. */
    private record Slot(long keptFrom, long confirmed) {}

    private final Stack stack;

    IdleSlotIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void theSlotOfAnIdleSourceMovesOnWithTheLogOfTheServer() throws Exception {
        Slot before = slot(IDLE);
        try (Connection busy = stack.source(BUSY);
                Statement statement = busy.createStatement()) {
            statement.execute("SELECT pg_logical_emit_message(false, 'somebody.else', repeat('x', 1000000))");
        }
        long end = writtenUpTo();
        assertThat(end - before.confirmed()).isGreaterThan(1_000_000);

        Until.holds(() -> {
            for (String system : List.of(IDLE, BUSY)) {
                Slot now = slot(system);
                assertThat(now.confirmed())
                        .as("position that the connector of %s confirmed", system)
                        .isGreaterThanOrEqualTo(end);
                assertThat(now.keptFrom())
                        .as("position from which %s keeps log", system)
                        .isGreaterThanOrEqualTo(end);
            }
        });
    }

    private Slot slot(String system) throws SQLException {
        try (Connection source = stack.source(system);
                Statement statement = source.createStatement();
                ResultSet slot =
                        statement.executeQuery("SELECT restart_lsn - '0/0'::pg_lsn, confirmed_flush_lsn - '0/0'::pg_lsn"
                                + " FROM pg_replication_slots WHERE slot_name = 'mjp_" + system + "'")) {
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
