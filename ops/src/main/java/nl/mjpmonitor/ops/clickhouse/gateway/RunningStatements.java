package nl.mjpmonitor.ops.clickhouse.gateway;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The statements that are running now, by query id. */
final class RunningStatements {

    private static final Logger LOG = LoggerFactory.getLogger(RunningStatements.class);
    private static final Duration KILL_INTERVAL = Duration.ofMillis(50);

    private final Map<String, RunningStatement> statements = new ConcurrentHashMap<>();
    private final Engine engine;
    private final ScheduledExecutorService control;

    /**
     * Keeps track of statements.
     *
     * @param control runs kills, on a thread of {@link EngineThreads}
     */
    RunningStatements(Engine engine, ScheduledExecutorService control) {
        this.engine = engine;
        this.control = control;
    }

    /** Registers a statement; closing it takes it out again. */
    RunningStatement begin(String queryId, String user, String text, Exchange exchange) throws ClickHouseError {
        RunningStatement statement =
                new RunningStatement(queryId, user, text, "gateway:" + UUID.randomUUID(), exchange, this);
        if (statements.putIfAbsent(queryId, statement) != null) {
            throw ClickHouseError.of(
                    216, "QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING", "Query with id = " + queryId + " is already running");
        }
        return statement;
    }

    Optional<RunningStatement> find(String queryId) {
        return Optional.ofNullable(statements.get(queryId));
    }

    Collection<RunningStatement> all() {
        return List.copyOf(statements.values());
    }

    int count() {
        return statements.size();
    }

    void remove(RunningStatement statement) {
        statements.remove(statement.queryId(), statement);
    }

    /** Kills it again and again until it has ended: a kill that comes before the engine has begun with it does nothing. */
    void stop(RunningStatement statement) {
        try {
            control.execute(() -> kill(statement));
        } catch (RejectedExecutionException closing) {
            LOG.debug("Gateway closes, statement {} ends with it", statement.queryId(), closing);
        }
    }

    private void kill(RunningStatement statement) {
        if (statement.hasEnded()) {
            return;
        }
        try {
            engine.kill(statement.comment());
            var _ = control.schedule(() -> kill(statement), KILL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ChdbException | RejectedExecutionException failed) {
            LOG.warn("Statement {} could not be cancelled", statement.queryId(), failed);
        }
    }
}
