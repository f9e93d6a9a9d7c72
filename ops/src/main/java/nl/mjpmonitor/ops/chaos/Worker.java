package nl.mjpmonitor.ops.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import nl.mjpmonitor.ops.launcher.Stack;
import org.jspecify.annotations.Nullable;

/**
 * Works in one source system until it is stopped: inserts, updates, changes of key, deletes, and transactions that take seconds while
 * others come and go. When the database is gone it tries again until it is back.
 */
final class Worker {

    private static final int PAUSE_MILLIS = 400;
    private static final int LONG_PAUSE_MILLIS = 1_500;
    private static final int WAIT_FOR_DATABASE_MILLIS = 200;
    private static final String INTEGRITY = "23";
    private static final String DATA = "22";

    private final Stack stack;
    private final String system;
    private final boolean isSlow;
    private final Random random;
    private final AtomicLong transactions = new AtomicLong();
    private final AtomicLong keyChanges = new AtomicLong();
    private final AtomicLong deletes = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private List<BusyTable> tables = List.of();
    private @Nullable Connection connection;
    private volatile boolean isStopped;
    private @Nullable Thread thread;

    /** @param isSlow whether its transactions are long ones */
    Worker(Stack stack, String system, boolean isSlow, Random random) {
        this.stack = stack;
        this.system = system;
        this.isSlow = isSlow;
        this.random = random;
    }

    /**
     * Begins.
     *
     * @param shared the tables it works in; nobody else does
     */
    void start(List<BusyTable> shared) {
        tables = shared;
        thread = Thread.ofVirtual().name("worker-" + system).start(this::work);
    }

    void stop() throws InterruptedException {
        isStopped = true;
        if (thread != null) {
            thread.join();
        }
    }

    String system() {
        return system;
    }

    boolean isSlow() {
        return isSlow;
    }

    int tables() {
        return tables.size();
    }

    long transactions() {
        return transactions.get();
    }

    long keyChanges() {
        return keyChanges.get();
    }

    long deletes() {
        return deletes.get();
    }

    long refused() {
        return refused.get();
    }

    private void work() {
        try {
            while (!isStopped) {
                try {
                    transaction(connected());
                } catch (SQLException e) {
                    disconnect();
                    Thread.sleep(WAIT_FOR_DATABASE_MILLIS);
                }
                Thread.sleep(random.nextInt(PAUSE_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    private void transaction(Connection source) throws SQLException, InterruptedException {
        int statements = isSlow ? 3 + random.nextInt(8) : 1 + random.nextInt(3);
        long changedKeys = 0;
        long deleted = 0;
        BusyTable table = tables.get(random.nextInt(tables.size()));
        for (int i = 0; i < statements && !isStopped; i++) {
            Savepoint before = source.setSavepoint();
            try {
                switch (change(source, table)) {
                    case KEY -> changedKeys++;
                    case DELETE -> deleted++;
                    case OTHER -> {}
                }
            } catch (SQLException e) {
                if (!isRefusal(e)) {
                    throw e;
                }
                source.rollback(before);
                refused.incrementAndGet();
            }
            if (isSlow) {
                Thread.sleep(random.nextInt(LONG_PAUSE_MILLIS));
            }
        }
        if (random.nextInt(8) == 0) {
            source.rollback();
            table.look(source);
            source.rollback();
            return;
        }
        source.commit();
        transactions.incrementAndGet();
        keyChanges.addAndGet(changedKeys);
        deletes.addAndGet(deleted);
    }

    private enum Change {
        KEY,
        DELETE,
        OTHER
    }

    private Change change(Connection source, BusyTable table) throws SQLException {
        int draw = table.hasRows() ? random.nextInt(10) : 0;
        if (draw <= 3 && !table.isFull()) {
            table.insert(source, random);
            return Change.OTHER;
        }
        if (draw <= 6) {
            table.update(source, random);
            return Change.OTHER;
        }
        if (draw <= 7) {
            table.changeKey(source, random);
            return Change.KEY;
        }
        table.delete(source, random);
        return Change.DELETE;
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = stack.source(system);
            connection = open;
            open.setAutoCommit(false);
            for (BusyTable table : new ArrayList<>(tables)) {
                table.look(open);
            }
            open.rollback();
        }
        return open;
    }

    private void disconnect() {
        Connection lost = connection;
        connection = null;
        if (lost != null) {
            try {
                lost.close();
            } catch (SQLException e) {
                // it was lost already
            }
        }
    }

    private static boolean isRefusal(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith(INTEGRITY) || state.startsWith(DATA));
    }
}
