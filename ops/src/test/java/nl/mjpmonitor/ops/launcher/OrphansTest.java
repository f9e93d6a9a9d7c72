package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A measurement that was killed, with one component of its chain left. */
@Timeout(60)
class OrphansTest {

    @TempDir
    Path repository;

    private Home home = new Home(Path.of(""), Path.of(""), Path.of(""));
    private Home measurement = home;
    private Process left;

    @BeforeEach
    void leaveAComponentBehind() throws IOException {
        home = new Home(repository, repository.resolve("state"), repository.resolve("cache"));
        measurement = home.withState(repository.resolve("target/bench-state"));
        measurement.createState();
        left = new ProcessBuilder("sleep", "600").start();
        new PidFile(measurement.pidFile("kafka")).write(left.toHandle(), "sleep");
    }

    @AfterEach
    void stopIt() {
        left.destroyForcibly();
    }

    @Test
    void whatAKilledMeasurementLeftBehindIsStopped() throws Exception {
        Orphans.stopBeside(home, Progress.silent());

        assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Orphans.of(measurement)).isEmpty();
    }

    @Test
    void aMeasurementThatGoesOnIsLeftAlone() throws Exception {
        StateLock lock = StateLock.take(measurement);
        try {
            Orphans.stopBeside(home, Progress.silent());
        } finally {
            lock.close();
        }

        assertThat(left.isAlive()).isTrue();
    }
}
