package nl.mjpmonitor.ops.clickhouse.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbException;

/** Named sessions: each keeps its connection, and with it temporary tables and SET, until it times out. */
final class Sessions implements AutoCloseable {

    private static final int MAXIMUM_SESSIONS = 500;
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(1);

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Engine engine;

    Sessions(Engine engine, ScheduledExecutorService control) {
        this.engine = engine;
        var _ = control.scheduleWithFixedDelay(
                this::closeExpired, SWEEP_INTERVAL.toMillis(), SWEEP_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes a session for one request; closing it gives it back. */
    Session acquire(SessionRequest request) throws ClickHouseError, ChdbException {
        Session session = sessions.get(request.id());
        if (session == null) {
            session = open(request);
        }
        if (!session.busy.compareAndSet(false, true) || session.closed) {
            throw ClickHouseError.of(
                    373, "SESSION_IS_LOCKED", "Session " + request.id() + " is locked by a concurrent client");
        }
        session.timeout = request.timeout();
        session.closesAfterwards = request.closeAfterwards();
        return session;
    }

    @Override
    public void close() {
        sessions.values().forEach(this::discard);
    }

    private Session open(SessionRequest request) throws ClickHouseError, ChdbException {
        if (request.mustExist()) {
            throw ClickHouseError.of(372, "SESSION_NOT_FOUND", "Session " + request.id() + " not found");
        }
        if (sessions.size() >= MAXIMUM_SESSIONS) {
            throw ClickHouseError.of(
                    202, "TOO_MANY_SIMULTANEOUS_QUERIES", "There are already " + MAXIMUM_SESSIONS + " sessions");
        }
        Session opened = new Session(request.id(), engine.connect());
        Session earlier = sessions.putIfAbsent(request.id(), opened);
        if (earlier != null) {
            opened.connection.close();
            return earlier;
        }
        return opened;
    }

    private void closeExpired() {
        for (Session session : sessions.values()) {
            boolean expired = System.nanoTime() - session.lastUsed > session.timeout.toNanos();
            if (expired && session.busy.compareAndSet(false, true)) {
                discard(session);
            }
        }
    }

    private void discard(Session session) {
        session.closed = true;
        sessions.remove(session.id, session);
        session.connection.close();
    }

    /** A session in use by one request. */
    final class Session implements AutoCloseable {

        private final String id;
        private final EngineConnection connection;
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile Duration timeout = Duration.ofMinutes(1);
        private volatile long lastUsed = System.nanoTime();
        private volatile boolean closed;
        private boolean closesAfterwards;

        Session(String id, EngineConnection connection) {
            this.id = id;
            this.connection = connection;
        }

        EngineConnection connection() {
            return connection;
        }

        @Override
        public void close() {
            if (closesAfterwards) {
                discard(this);
                return;
            }
            lastUsed = System.nanoTime();
            busy.set(false);
        }
    }
}
