package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.mjpmonitor.ops.chaos.ChaosReport;
import nl.mjpmonitor.ops.chaos.ChaosRun;
import nl.mjpmonitor.ops.launcher.Progress;
import nl.mjpmonitor.ops.launcher.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A component that is killed in mid-stream costs time and nothing else: the short form of {@code ops/chaos}. */
@ExtendWith(RunningStack.class)
class ChaosIT {

    private static final long SEED = 20_240_206;

    private final Stack stack;

    ChaosIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void killingEachComponentUnderLoadLosesAndDoublesNothing() throws Exception {
        List<String> components = stack.names();

        ChaosReport report = new ChaosRun(stack, Progress.to(System.out), SEED, components)
                .run(components.size(), Duration.ofHours(1));

        assertThat(report.kills())
                .extracting(kill -> kill.component())
                .as("killed")
                .containsExactlyInAnyOrderElementsOf(components);
        assertThat(report.kills())
                .allSatisfy(
                        kill -> assertThat(kill.recovery()).as(kill.component()).isPresent());
        assertThat(report.work().transactions()).as("transactions meanwhile").isGreaterThan(100);
        assertThat(report.work().longTransactions()).as("long transactions").isPositive();
        assertThat(report.work().keyChanges()).as("changes of a key").isPositive();
        assertThat(report.work().deletes()).as("deletes").isPositive();
        assertThat(report.differences()).as("lost, double or stale").isEmpty();
    }
}
