package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import nl.mjpmonitor.ops.launcher.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A component that is killed in mid-stream costs time and nothing else. */
@ExtendWith(RunningStack.class)
class CrashIT {

    private static final List<String> BUURTEN =
            List.of("BU09350000", "BU09350001", "BU09350002", "BU09350003", "BU09350004", "BU09350005", "BU09350006");
    private static final List<String> CLASSES = List.of("A40", "B70", "F12", "A72", "C40");
    private static final long CHANGES_BEFORE_THE_KILL = 200;
    private static final long CHANGES_AFTER_THE_RECOVERY = 200;

    private final Stack stack;

    CrashIT(Stack stack) {
        this.stack = stack;
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        try (PoliceRegister register = new PoliceRegister(stack)) {
            register.execute("DELETE FROM politie.registration WHERE month < '2018-01-01'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"flink", "connect", "clickhouse"})
    void aKillInMidStreamLosesAndDoublesNothing(String component) throws Exception {
        AtomicLong changes = new AtomicLong();
        AtomicBoolean isEnough = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(changes, isEnough));

        await(changes, CHANGES_BEFORE_THE_KILL, writing);
        long before = stack.pid(component).orElseThrow();
        stack.kill(component);
        stack.awaitHealthy(component, Until.LIMIT);
        assertThat(stack.pid(component))
                .as("%s runs again", component)
                .isNotEmpty()
                .isNotEqualTo(before);
        await(changes, changes.get() + CHANGES_AFTER_THE_RECOVERY, writing);
        isEnough.set(true);
        writing.join();

        try (PoliceRegister register = new PoliceRegister(stack)) {
            new Arrived(stack).equals(register);
        }
    }

    private static void await(AtomicLong changes, long number, CompletableFuture<Void> writing) throws Exception {
        Until.holds(() -> {
            assertThat(writing).as("writing to the source").isNotCompletedExceptionally();
            assertThat(changes.get()).as("changes made").isGreaterThanOrEqualTo(number);
        });
    }

    /** Inserts, corrects, withdraws, renumbers and deletes at random cells, one transaction each, until told to stop. */
    private void write(AtomicLong changes, AtomicBoolean isEnough) {
        Random random = new Random(20240206);
        Map<Cell, Long> registrations = new HashMap<>();
        long successor = 10_000_000;
        try (PoliceRegister register = new PoliceRegister(stack)) {
            while (!isEnough.get()) {
                Cell cell = Cell.random(random);
                Long registration = registrations.get(cell);
                if (registration == null) {
                    registrations.put(
                            cell, register.add(cell.policeClass(), cell.area(), cell.month(), random.nextInt(50)));
                } else {
                    switch (random.nextInt(5)) {
                        case 0 -> register.restate(registration, random.nextInt(50));
                        case 1 -> register.restate(registration, null);
                        case 2 -> register.withdraw(registration);
                        case 3 -> {
                            register.renumber(registration, ++successor);
                            registrations.put(cell, successor);
                        }
                        default -> {
                            register.remove(registration);
                            registrations.remove(cell);
                        }
                    }
                }
                changes.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Cell(String policeClass, String area, LocalDate month) {

        static Cell random(Random random) {
            return new Cell(
                    CLASSES.get(random.nextInt(CLASSES.size())),
                    BUURTEN.get(random.nextInt(BUURTEN.size())),
                    LocalDate.of(2010, 1, 1).plusMonths(random.nextInt(24)));
        }
    }
}
