package nl.mjpmonitor.ops.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.mjpmonitor.ops.launcher.Difference;
import nl.mjpmonitor.ops.launcher.LauncherException;
import nl.mjpmonitor.ops.launcher.Progress;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.ops.sources.SourceSystem;
import nl.mjpmonitor.warehouse.WarehouseException;

/**
 * Kills components of a running chain with SIGKILL at random moments while its sources change, and compares source and warehouse when
 * all is quiet again. Of every six kills each component gets one; now and then a second one dies before the first is back.
 */
public final class ChaosRun {

    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(3);
    private static final Duration ARRIVAL_LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int LONGEST_CALM_MILLIS = 6_000;
    private static final int LONGEST_HEAD_START_MILLIS = 4_000;
    private static final int ONE_IN_SO_MANY_IS_A_PAIR = 6;

    private final Stack stack;
    private final Progress progress;
    private final Random random;
    private final List<String> components;
    private final List<String> drawn = new ArrayList<>();

    /** @param only the components to kill; all when empty */
    public ChaosRun(Stack stack, Progress progress, long seed, List<String> only) {
        this.stack = stack;
        this.progress = progress;
        this.random = new Random(seed);
        this.components = only.isEmpty() ? stack.names() : List.copyOf(only);
    }

    /**
     * Kills, waits, compares, and takes its own rows out of the sources again. Returns when the warehouse holds what the
     * sources hold, or when it is clear that it never will.
     *
     * @param kills how many processes are killed; it ends sooner when a component does not come back
     * @param limit after which nothing more is killed
     */
    public ChaosReport run(int kills, Duration limit) throws SQLException, IOException, InterruptedException {
        Instant begin = Instant.now();
        Probe probe = Probe.in(stack);
        Workload workload = Workload.start(stack, new Random(random.nextLong()));
        List<Kill> done = new ArrayList<>();
        try {
            while (done.size() < kills
                    && Instant.now().isBefore(begin.plus(limit))
                    && done.stream().allMatch(kill -> kill.recovery().isPresent())) {
                Thread.sleep(random.nextInt(LONGEST_CALM_MILLIS));
                done.addAll(strike(probe, kills - done.size()));
            }
        } finally {
            workload.stop();
        }
        progress.say("comparing");
        List<Difference> differences = differences();
        workload.clean();
        probe.clean();
        return new ChaosReport(done, differences, workload.done(), Duration.between(begin, Instant.now()));
    }

    private List<Kill> strike(Probe probe, int left) throws InterruptedException {
        boolean isPair = left > 1 && random.nextInt(ONE_IN_SO_MANY_IS_A_PAIR) == 0;
        String first = draw();
        Instant killedFirst = kill(first);
        if (!isPair) {
            return List.of(new Kill(first, true, recovery(first, killedFirst, probe)));
        }
        Thread.sleep(random.nextInt(LONGEST_HEAD_START_MILLIS));
        String second = draw();
        Instant killedSecond = kill(second);
        Optional<Duration> ofSecond = recovery(second, killedSecond, probe);
        Optional<Duration> ofFirst = recovery(first, killedFirst, probe);
        return List.of(new Kill(first, false, ofFirst), new Kill(second, false, ofSecond));
    }

    private String draw() {
        if (drawn.isEmpty()) {
            drawn.addAll(components);
            Collections.shuffle(drawn, random);
        }
        return drawn.removeFirst();
    }

    private Instant kill(String component) throws InterruptedException {
        Instant moment = Instant.now();
        stack.kill(component);
        return moment;
    }

    private Optional<Duration> recovery(String component, Instant killed, Probe probe) throws InterruptedException {
        Instant deadline = killed.plus(RECOVERY_LIMIT);
        try {
            stack.awaitHealthy(component, RECOVERY_LIMIT);
        } catch (LauncherException e) {
            progress.say(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        Duration healthy = Duration.between(killed, Instant.now());
        if (!probe.comesThrough(deadline)) {
            progress.say("Changes do not come through since %s was killed.".formatted(component));
            return Optional.empty();
        }
        Duration recovery = Duration.between(killed, Instant.now());
        progress.done(component, "recovered", recovery, "healthy after %.1f s".formatted(healthy.toMillis() / 1000.0));
        return Optional.of(recovery);
    }

    private List<Difference> differences() throws IOException, SQLException, InterruptedException {
        List<Difference> all = new ArrayList<>();
        Instant deadline = Instant.now().plus(ARRIVAL_LIMIT);
        for (SourceSystem system : SourceSystem.all()) {
            all.addAll(differences(system.name(), deadline));
        }
        return all;
    }

    private List<Difference> differences(String system, Instant deadline)
            throws IOException, SQLException, InterruptedException {
        while (true) {
            List<Difference> differences;
            try {
                differences = stack.differences(system);
            } catch (WarehouseException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
                Thread.sleep(POLL);
                continue;
            }
            if (differences.isEmpty() || Instant.now().isAfter(deadline)) {
                progress.line(system, "compared", differences.size() + " differences");
                return differences;
            }
            Thread.sleep(POLL);
        }
    }
}
