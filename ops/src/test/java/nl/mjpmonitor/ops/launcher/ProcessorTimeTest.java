package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {

    @Test
    void isThatOfTheProgramTheKernelAndTheChildrenThatEnded() {
        assertThat(ProcessorTime.parsed(
                        "4711 (a) b c) S 1 4711 4711 0 -1 4194560 1 2 3 4 150 50 7 3 20 0 12 0 5 6 7\n"))
                .isEqualTo(Duration.ofMillis(2_100));
    }

    @Test
    void growsWhileAProcessWorks() {
        ProcessHandle self = ProcessHandle.current();
        Duration before = ProcessorTime.ofFamily(self);
        long sum = 0;
        while (ProcessorTime.ofFamily(self).minus(before).toMillis() < 50) {
            sum += System.nanoTime() % 7;
        }

        assertThat(sum).isPositive();
    }
}
