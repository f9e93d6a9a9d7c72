package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import nl.mjpmonitor.ops.launcher.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes that a source made while nobody kept them for the warehouse are there nevertheless, and so are its deletions. */
@ExtendWith(RunningStack.class)
class LostSlotIT {

    private static final String SYSTEM = "politiecijfers";
    private static final String SLOT = "mjp_politiecijfers";
    private static final LocalDate MONTH = LocalDate.of(2011, 1, 1);

    private final Stack stack;
    private PoliceRegister register;

    LostSlotIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void connect() throws Exception {
        register = new PoliceRegister(stack);
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        register.execute("DELETE FROM politie.registration WHERE month < '2018-01-01'");
        register.close();
    }

    @Test
    void aSlotThatIsGoneIsNoticedAndTheSourceTakenInAnew() throws Exception {
        long gone = register.add("A40", "BU09350000", MONTH, 7);
        long changed = register.add("A40", "BU09350001", MONTH, 8);
        long renumbered = register.add("A40", "BU09350002", MONTH, 9);
        awaitEqual();
        long epoch = epoch();

        stack.stop("connect");
        dropSlot();
        register.remove(gone);
        register.restate(changed, 80);
        register.renumber(renumbered, renumbered + 5_000_000);
        register.add("A40", "BU09350003", MONTH, 10);
        stack.startAgain("connect");

        Until.holds(() -> assertThat(epoch()).as("epoch of the source").isGreaterThan(epoch));
        awaitEqual();

        register.restate(changed, 81);
        register.add("A40", "BU09350000", MONTH, 70);
        awaitEqual();
    }

    @Test
    void aSourceIsTakenInAnewWhileItsUsersWorkOn() throws Exception {
        long early = register.add("B70", "BU09350000", MONTH, 1);
        try (Connection slow = stack.source(SYSTEM);
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(
                    "UPDATE politie.registration SET registration_count = 2 WHERE registration_id = " + early);
            stack.startLive(600);
            try {
                Thread commit = Thread.ofVirtual().start(() -> commitOnceTheSlotWaits(slow));
                assertThat(stack.resnapshot().of(SYSTEM).epoch()).isGreaterThan(1);
                commit.join();
            } finally {
                stack.stopLive();
            }
        }
        awaitEqual();
    }

    /** A new slot waits for the transactions that are open; this one ends as soon as it does. */
    private void commitOnceTheSlotWaits(Connection slow) {
        try (Connection source = stack.source(SYSTEM);
                Statement statement = source.createStatement()) {
            Until.holds(() -> {
                try (ResultSet slot = statement.executeQuery(
                        "SELECT count(*) FROM pg_replication_slots WHERE confirmed_flush_lsn IS NULL AND slot_name = '"
                                + SLOT + "'")) {
                    slot.next();
                    assertThat(slot.getLong(1)).isOne();
                }
            });
            slow.commit();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitEqual() throws Exception {
        Until.holds(() -> assertThat(stack.differences(SYSTEM)).isEmpty());
    }

    private long epoch() throws SQLException {
        try (Connection warehouse = stack.warehouse();
                Statement statement = warehouse.createStatement();
                ResultSet newest = statement.executeQuery(
                        "SELECT toInt64(bitShiftRight(max(_version), 96)) FROM raw.change_event WHERE source_system = '"
                                + SYSTEM + "'")) {
            newest.next();
            return newest.getLong(1);
        }
    }

    private void dropSlot() throws SQLException {
        try (Connection source = stack.source(SYSTEM);
                Statement statement = source.createStatement()) {
            statement.execute("SELECT pg_drop_replication_slot('" + SLOT + "')");
        }
    }
}
