package nl.mjpmonitor.ops.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
 * all is quiet again. Which and when is up to a {@link KillPlan}.
 */
public final class ChaosRun {

    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(3);
    private static final Duration ARRIVAL_LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Stack stack;
    private final Progress progress;
    private final Random random;
    private final KillPlan plan;

    /** @param only the components to kill; all when empty */
    public ChaosRun(Stack stack, Progress progress, long seed, List<String> only) {
        this.stack = stack;
        this.progress = progress;
        this.random = new Random(seed);
        this.plan = new KillPlan(only.isEmpty() ? stack.names() : only, new Random(random.nextLong()));
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
                done.addAll(strike(plan.next(kills - done.size()), probe));
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

    private List<Kill> strike(KillPlan.Strike strike, Probe probe) throws InterruptedException {
        Thread.sleep(strike.calm());
        Instant killedFirst = kill(strike.first());
        if (strike.second().isEmpty()) {
            return List.of(new Kill(strike.first(), true, recovery(strike.first(), killedFirst, probe)));
        }
        String second = strike.second().get();
        Thread.sleep(strike.headStart());
        Instant killedSecond = kill(second);
        Optional<Duration> ofSecond = recovery(second, killedSecond, probe);
        Optional<Duration> ofFirst = recovery(strike.first(), killedFirst, probe);
        return List.of(new Kill(strike.first(), false, ofFirst), new Kill(second, false, ofSecond));
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
