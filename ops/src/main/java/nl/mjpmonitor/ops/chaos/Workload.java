package nl.mjpmonitor.ops.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.ops.sources.SourceSystem;

/** Everybody who works in the sources while components are killed: the users of live mode, and a hasty and a slow worker a system. */
final class Workload {

    private static final int LIVE_CHANGES_PER_MINUTE = 300;

    private static final String REFERRED_TO = "23503";

    private final Stack stack;
    private final List<Worker> workers = new ArrayList<>();

    private Workload(Stack stack) {
        this.stack = stack;
    }

    static Workload start(Stack stack, Random seeds) throws SQLException {
        Workload workload = new Workload(stack);
        stack.startLive(LIVE_CHANGES_PER_MINUTE);
        for (SourceSystem system : SourceSystem.all()) {
            workload.employ(system.name(), seeds);
        }
        return workload;
    }

    private void employ(String system, Random seeds) throws SQLException {
        List<BusyTable> hasty = new ArrayList<>();
        List<BusyTable> slow = new ArrayList<>();
        try (Connection source = stack.source(system)) {
            for (BusyTable table : BusyTable.of(source)) {
                table.prepare(source);
                (hasty.size() <= slow.size() ? hasty : slow).add(table);
            }
        }
        if (!hasty.isEmpty()) {
            hire(new Worker(stack, system, false, new Random(seeds.nextLong())), hasty);
        }
        if (!slow.isEmpty()) {
            hire(new Worker(stack, system, true, new Random(seeds.nextLong())), slow);
        }
    }

    private void hire(Worker worker, List<BusyTable> tables) {
        worker.start(tables);
        workers.add(worker);
    }

    /** Ends it; returns when every transaction under way is done. */
    void stop() throws InterruptedException {
        for (Worker worker : workers) {
            worker.stop();
        }
        stack.stopLive();
    }

    /** Takes out of the sources what the workers put there; rows that a user of live mode refers to stay. */
    void clean() throws SQLException {
        for (SourceSystem system : SourceSystem.all()) {
            try (Connection source = stack.source(system.name())) {
                for (BusyTable table : BusyTable.of(source)) {
                    try {
                        table.clean(source);
                    } catch (SQLException e) {
                        if (!REFERRED_TO.equals(e.getSQLState())) {
                            throw e;
                        }
                    }
                }
            }
        }
    }

    WorkDone done() {
        return new WorkDone(
                (int) workers.stream().map(Worker::system).distinct().count(),
                workers.stream().mapToInt(Worker::tables).sum(),
                sum(Worker::transactions),
                workers.stream()
                        .filter(Worker::isSlow)
                        .mapToLong(Worker::transactions)
                        .sum(),
                sum(Worker::keyChanges),
                sum(Worker::deletes),
                sum(Worker::refused));
    }

    private long sum(ToLongFunction<Worker> number) {
        return workers.stream().mapToLong(number).sum();
    }
}
