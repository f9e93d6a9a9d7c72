package nl.mjpmonitor.ops.clickhouse.gateway;

import java.util.concurrent.atomic.AtomicBoolean;

/** A statement between its arrival and its answer. */
final class RunningStatement implements AutoCloseable {

    private final String queryId;
    private final String user;
    private final String text;
    private final String comment;
    private final Exchange exchange;
    private final RunningStatements registry;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    RunningStatement(
            String queryId, String user, String text, String comment, Exchange exchange, RunningStatements registry) {
        this.queryId = queryId;
        this.user = user;
        this.text = text;
        this.comment = comment;
        this.exchange = exchange;
        this.registry = registry;
    }

    String queryId() {
        return queryId;
    }

    String user() {
        return user;
    }

    String text() {
        return text;
    }

    /** The mark by which the engine knows it: a setting, because the engine makes its own query ids. */
    String comment() {
        return comment;
    }

    boolean isCancelled() {
        return cancelled.get();
    }

    boolean hasEnded() {
        return ended.get();
    }

    void throwIfCancelled() throws ClickHouseError {
        if (isCancelled()) {
            throw ClickHouseError.cancelled();
        }
    }

    /** Stops it as soon as may be; returns at once. */
    void cancel() {
        if (!ended.get() && cancelled.compareAndSet(false, true)) {
            exchange.requestBody().fail(new StatementCancelledException());
            exchange.responseBody().fail(new StatementCancelledException());
            registry.stop(this);
        }
    }

    @Override
    public void close() {
        ended.set(true);
        registry.remove(this);
    }
}
