package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.mjpmonitor.ops.launcher.Supervisor.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Supervises {@code sleep}: a process of the operating system, but one that costs nothing. */
@Timeout(60)
class SupervisorTest {

    @TempDir
    Path state;

    private Supervisor supervisor = new Supervisor(component("true"), home(Path.of("")), Progress.silent());

    @BeforeEach
    void supervise() throws IOException {
        home(state).createState();
        supervisor = new Supervisor(component("sleep", "600"), home(state), Progress.silent());
    }

    @AfterEach
    void stop() throws InterruptedException {
        supervisor.stop();
    }

    @Test
    void aStartedComponentRunsAndIsWrittenDown() throws Exception {
        supervisor.start();

        assertThat(supervisor.state()).isEqualTo(State.RUNNING);
        PidFile file = new PidFile(home(state).pidFile("sleeper"));
        // for an instant the process still runs the wrapper that gives it a session of its own
        while (file.process().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(file.process().map(ProcessHandle::pid))
                .hasValue(supervisor.pid().orElseThrow());
    }

    @Test
    void aKilledComponentIsStartedAgain() throws Exception {
        supervisor.start();
        long first = supervisor.pid().orElseThrow();

        supervisor.kill();
        supervisor.awaitRunning(Duration.ofSeconds(30));

        assertThat(supervisor.pid().orElseThrow()).isNotEqualTo(first);
        assertThat(supervisor.restarts()).isEqualTo(1);
    }

    @Test
    void aComponentThatIsAskedToStartAgainDidNotDie() throws Exception {
        supervisor.start();
        for (int time = 1; time <= Backoff.LIMIT + 1; time++) {
            long before = supervisor.pid().orElseThrow();
            assertThat(supervisor.startAgain()).isTrue();
            while (supervisor.state() != State.RUNNING || supervisor.pid().orElse(before) == before) {
                Thread.onSpinWait();
            }
        }

        assertThat(supervisor.deaths(true) + supervisor.deaths(false)).isZero();
        assertThat(supervisor.restarts()).isEqualTo(Backoff.LIMIT + 1);
        supervisor.stop();
        assertThat(supervisor.startAgain()).as("it is not running").isFalse();
    }

    @Test
    void whatIsAddedToAComponentIsAddedToEachOfItsProcesses() throws Exception {
        BlockingQueue<Long> added = new LinkedBlockingQueue<>();
        supervisor = new Supervisor(
                component("sleep", "600").adding(process -> added.add(process.pid())), home(state), Progress.silent());

        supervisor.start();
        assertThat(added.poll(30, TimeUnit.SECONDS)).isEqualTo(supervisor.pid().orElseThrow());
        supervisor.kill();
        supervisor.awaitRunning(Duration.ofSeconds(30));

        assertThat(added.poll(30, TimeUnit.SECONDS)).isEqualTo(supervisor.pid().orElseThrow());
    }

    @Test
    @EnabledIf("sharesProcessorsAmongSessions")
    void whatIsUpGivesWayToWhatStarts() throws Exception {
        supervisor.start();
        Path share = Path.of("/proc", Long.toString(supervisor.pid().orElseThrow()), "autogroup");

        while (!Files.readString(share).strip().endsWith("nice 10")) {
            Thread.onSpinWait();
        }
        assertThat(Files.readString(Path.of("/proc/self/autogroup"))).doesNotContain("nice 10");
    }

    /** Linux may do without, and tells no share then. */
    static boolean sharesProcessorsAmongSessions() throws IOException {
        Path share = Path.of("/proc/self/autogroup");
        return Files.exists(share) && !Files.readString(share).isBlank() && Command.onPath("setsid");
    }

    @Test
    void aStoppedComponentStaysDownAndIsForgotten() throws Exception {
        supervisor.start();
        long pid = supervisor.pid().orElseThrow();

        supervisor.stop();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(supervisor.pid()).isEmpty();
        assertThat(home(state).pidFile("sleeper")).doesNotExist();
    }

    @Test
    void aStoppedComponentCanBeStartedAgain() throws Exception {
        supervisor.start();
        supervisor.stop();
        supervisor.start();

        assertThat(supervisor.state()).isEqualTo(State.RUNNING);
    }

    @Test
    void aComponentThatDiesWhileStartingIsReportedWithItsLastWords() throws Exception {
        supervisor = new Supervisor(component("sh", "-c", "echo no room; exit 3"), home(state), Progress.silent());

        assertThatThrownBy(supervisor::start)
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("no room");
    }

    @Test
    void whatAKilledLauncherLeftBehindIsStopped() throws Exception {
        Process orphan = new ProcessBuilder("sleep", "600").start();
        new PidFile(home(state).pidFile("sleeper")).write(orphan.toHandle(), "sleep");
        assertThat(Orphans.of(home(state))).containsOnlyKeys("sleeper");

        Orphans.stop(home(state), Progress.silent());

        assertThat(orphan.isAlive()).isFalse();
        assertThat(Orphans.of(home(state))).isEmpty();
    }

    private static Component component(String... command) {
        return Component.of(
                "sleeper",
                List.of(),
                Set.of(),
                () -> new Command(command[0], List.of(command), Map.of()),
                () -> command[0].equals("sleep") ? HealthCheck.Health.WELL : HealthCheck.Health.ill("starting"));
    }

    private static Home home(Path state) {
        return new Home(Path.of(""), state, Path.of(""));
    }
}
