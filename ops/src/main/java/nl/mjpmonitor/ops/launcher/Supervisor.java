package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the process of one component running: starts it, waits until it is healthy, starts it again when it dies, and stops it. A
 * component that dies more often than {@link Backoff} forgives is given up; the rest of the stack goes on.
 */
final class Supervisor {

    /** What became of the component. */
    enum State {
        /** Not started, or stopped on request. */
        STOPPED,
        /** Started, not healthy yet. */
        STARTING,
        /** Has answered that it does its work. */
        RUNNING,
        /** Died; to be started again. */
        RESTARTING,
        /** Died too often. */
        GIVEN_UP
    }

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long LOG_LIMIT_BYTES = 20L * 1024 * 1024;
    private static final int LINES_SHOWN = 8;

    /** A process that a signal ended has this code and the number of the signal. */
    private static final int FIRST_SIGNAL = 128;

    private final Component component;
    private final Home home;
    private final Progress progress;
    private final PidFile pidFile;
    private final Backoff backoff = new Backoff();

    private State state = State.STOPPED;
    private @Nullable Process process;
    private @Nullable Thread keeper;
    private boolean isAskedToEnd;
    private int starts;
    private int restarts;
    private int kills;
    private int exits;

    Supervisor(Component component, Home home, Progress progress) {
        this.component = component;
        this.home = home;
        this.progress = progress;
        this.pidFile = new PidFile(home.pidFile(component.name()));
    }

    Component component() {
        return component;
    }

    synchronized State state() {
        return state;
    }

    synchronized OptionalLong pid() {
        return process != null && process.isAlive() ? OptionalLong.of(process.pid()) : OptionalLong.empty();
    }

    /** How often it was started again since the launcher started. */
    synchronized int restarts() {
        return restarts;
    }

    /** How often its process was started since the launcher started. */
    synchronized int starts() {
        return starts;
    }

    /**
     * How often its process ended without being asked to, since the launcher started.
     *
     * @param killed those that a signal ended, or those that ended by themselves
     */
    synchronized int deaths(boolean killed) {
        return killed ? kills : exits;
    }

    /**
     * Starts the component and returns when it is healthy.
     *
     * @throws LauncherException when it cannot be made healthy, with the last lines it said
     */
    void start() throws IOException, InterruptedException {
        synchronized (this) {
            if (keeper != null && keeper.isAlive()) {
                throw new IllegalStateException(component.name() + " has been started already");
            }
        }
        Process first = launch();
        awaitHealthy(first);
        cameUp(first);
        keep(first, Instant.now());
    }

    /** Waits until the component is healthy again, for instance after its process was killed. */
    void awaitRunning(Duration limit) throws InterruptedException {
        Instant deadline = Instant.now().plus(limit);
        while (!(state() == State.RUNNING
                && pid().isPresent()
                && component.health().check().isHealthy())) {
            if (Instant.now().isAfter(deadline)) {
                throw new LauncherException(
                        "%s is not healthy after %s: %s".formatted(component.name(), Progress.seconds(limit), state()));
            }
            Thread.sleep(POLL);
        }
    }

    /** Kills the process as a crash would; the supervisor then starts it again. */
    void kill() throws InterruptedException {
        Process victim;
        synchronized (this) {
            victim = process;
        }
        if (victim != null) {
            victim.destroyForcibly();
            victim.waitFor();
        }
    }

    /**
     * Has the component end in order and start again; that is no death. Returns when the process has ended.
     *
     * @return false when it is not running, and was left alone
     */
    boolean startAgain() throws InterruptedException {
        Process last;
        synchronized (this) {
            if (state != State.RUNNING || process == null) {
                return false;
            }
            isAskedToEnd = true;
            last = process;
        }
        stop(last.toHandle(), component.stopSignal(), component.stopGrace());
        return true;
    }

    /** Stops the component: asks, waits for its grace period, then kills. Returns when the process is gone. */
    void stop() throws InterruptedException {
        Process last;
        Thread watching;
        synchronized (this) {
            state = State.STOPPED;
            last = process;
            watching = keeper;
            keeper = null;
        }
        if (watching != null) {
            watching.interrupt();
            watching.join();
        }
        synchronized (this) {
            last = process;
            process = null;
        }
        if (last != null) {
            stop(last.toHandle(), component.stopSignal(), component.stopGrace());
        }
        try {
            pidFile.delete();
        } catch (IOException e) {
            LOG.warn("The pid file of {} could not be removed", component.name(), e);
        }
    }

    /** Asks a process to stop, waits, and kills it with its children when it does not. */
    static void stop(ProcessHandle process, Component.StopSignal signal, Duration grace) throws InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        signal(process, signal);
        if (!awaitExit(process, grace)) {
            // the whole family: a component killed in the middle leaves its children behind
            List<ProcessHandle> family = process.descendants().toList();
            process.destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
            awaitExit(process, Component.STOP_GRACE);
        }
    }

    private static void signal(ProcessHandle process, Component.StopSignal signal) {
        if (signal == Component.StopSignal.INT) {
            try {
                Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (kill.waitFor(5, TimeUnit.SECONDS) && kill.exitValue() == 0) {
                    return;
                }
            } catch (IOException e) {
                LOG.warn("No kill command; sending SIGTERM instead of SIGINT", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        process.destroy();
    }

    private static boolean awaitExit(ProcessHandle process, Duration limit) throws InterruptedException {
        Instant deadline = Instant.now().plus(limit);
        while (process.isAlive()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            Thread.sleep(Duration.ofMillis(50));
        }
        return true;
    }

    private synchronized void become(State next) {
        if (state != State.STOPPED || next == State.STARTING) {
            state = next;
        }
    }

    private void cameUp(Process healthy) {
        become(State.RUNNING);
        Thread.ofVirtual().name("when-up-" + component.name()).start(() -> {
            SessionPriority.stepBack(healthy.toHandle());
            component.whenUp().add(healthy.toHandle());
        });
    }

    private Process launch() throws IOException, InterruptedException {
        Files.createDirectories(home.folder(component.name()));
        Path log = home.log(component.name());
        rotate(log);
        Command command = component.launch().prepare().inOwnSession();
        ProcessBuilder builder = new ProcessBuilder(command.arguments())
                .directory(home.folder(component.name()).toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(command.environment());
        synchronized (this) {
            Process started = builder.start();
            process = started;
            state = State.STARTING;
            starts++;
            pidFile.write(started.toHandle(), command.program());
            return started;
        }
    }

    private void awaitHealthy(Process started) throws InterruptedException {
        Instant deadline = Instant.now().plus(component.startLimit());
        while (true) {
            HealthCheck.Health health = component.health().check();
            if (!started.isAlive()) {
                throw new LauncherException("%s ended with exit code %d while starting. Its last words (%s):%n%s"
                        .formatted(component.name(), started.exitValue(), home.log(component.name()), lastWords()));
            }
            if (health.isHealthy()) {
                return;
            }
            if (Instant.now().isAfter(deadline)) {
                started.destroyForcibly();
                throw new LauncherException("%s was not healthy within %s (%s). Its last words (%s):%n%s"
                        .formatted(
                                component.name(),
                                Progress.seconds(component.startLimit()),
                                health.detail(),
                                home.log(component.name()),
                                lastWords()));
            }
            Thread.sleep(POLL);
        }
    }

    /** Watches a healthy process from a thread of its own. */
    private synchronized void keep(Process healthy, Instant since) {
        keeper = Thread.ofVirtual().name("keeper-" + component.name()).start(() -> {
            try {
                keepRunning(healthy, since);
            } catch (InterruptedException e) {
                // stop() wants this thread gone
                Thread.currentThread().interrupt();
            }
        });
    }

    private void keepRunning(Process healthy, Instant since) throws InterruptedException {
        Process current = healthy;
        Optional<Instant> healthySince = Optional.of(since);
        while (true) {
            int code = current.waitFor();
            if (state() == State.STOPPED) {
                return;
            }
            Instant now = Instant.now();
            Optional<Duration> wait = wasAskedToEnd() ? Optional.of(Duration.ZERO) : died(code, now, healthySince);
            healthySince = Optional.empty();
            if (wait.isEmpty()) {
                become(State.GIVEN_UP);
                progress.line(
                        component.name(),
                        "given up",
                        "died %d times; see %s".formatted(backoff.deaths(), home.log(component.name())));
                return;
            }
            become(State.RESTARTING);
            Thread.sleep(wait.get());
            try {
                current = restart();
                healthySince = Optional.of(Instant.now());
                progress.done(component.name(), "up again", Duration.between(now, Instant.now()), "");
            } catch (LauncherException | IOException e) {
                LOG.warn("{} did not start: {}", component.name(), e.getMessage());
                synchronized (this) {
                    current = process == null ? current : process;
                }
            }
        }
    }

    private synchronized boolean wasAskedToEnd() {
        boolean wasAsked = isAskedToEnd;
        isAskedToEnd = false;
        return wasAsked;
    }

    /** How long to wait before it is started again; empty when it is given up. */
    private synchronized Optional<Duration> died(int code, Instant now, Optional<Instant> healthySince) {
        if (code > FIRST_SIGNAL) {
            kills++;
        } else {
            exits++;
        }
        Optional<Duration> wait = backoff.died(now, healthySince);
        wait.ifPresent(time -> progress.line(
                component.name(),
                "died",
                "exit code %d; starting again in %s".formatted(code, Progress.seconds(time))));
        return wait;
    }

    private Process restart() throws IOException, InterruptedException {
        synchronized (this) {
            restarts++;
        }
        Process next = launch();
        awaitHealthy(next);
        cameUp(next);
        return next;
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(home.log(component.name()), StandardCharsets.UTF_8);
            return String.join(
                    System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
