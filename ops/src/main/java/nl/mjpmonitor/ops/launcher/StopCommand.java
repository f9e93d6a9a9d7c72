package nl.mjpmonitor.ops.launcher;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Stops everything, in reverse order of starting, and what a killed measurement left behind.")
final class StopCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Override
    public Integer call() throws Exception {
        Home home = Home.discover(System.getenv());
        Progress progress = Progress.to(System.out);
        Recording.cleanUp(home, progress);
        Orphans.stopBeside(home, progress);
        if (!Files.exists(home.lock())) {
            progress.say("MJP-monitor is not running.");
            return 0;
        }
        Optional<StateLock> lock = StateLock.tryTake(home);
        if (lock.isPresent()) {
            try {
                return stopOrphans(home, progress);
            } finally {
                lock.get().close();
            }
        }
        return stopLauncher(home, progress);
    }

    private static int stopOrphans(Home home, Progress progress) throws Exception {
        if (Orphans.of(home).isEmpty()) {
            progress.say("MJP-monitor is not running.");
        } else {
            Orphans.stop(home, progress);
            progress.say("Stopped.");
        }
        Files.deleteIfExists(home.description());
        return 0;
    }

    private static int stopLauncher(Home home, Progress progress) throws Exception {
        Optional<ProcessHandle> launcher =
                StackDescription.read(home.description()).flatMap(running -> ProcessHandle.of(running.launcher()));
        if (launcher.isEmpty()) {
            throw new LauncherException("MJP-monitor is only just starting or stopping; try again in a moment.");
        }
        Instant begin = Instant.now();
        launcher.get().destroy();
        Instant deadline = begin.plus(LIMIT);
        while (launcher.get().isAlive()) {
            if (Instant.now().isAfter(deadline)) {
                throw new LauncherException("The launcher (pid %d) does not stop; kill it and run ops/stop again."
                        .formatted(launcher.get().pid()));
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        progress.say("Stopped in %s.".formatted(Progress.seconds(Duration.between(begin, Instant.now()))));
        return 0;
    }
}
