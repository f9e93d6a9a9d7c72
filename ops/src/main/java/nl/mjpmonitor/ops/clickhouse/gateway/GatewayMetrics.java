package nl.mjpmonitor.ops.clickhouse.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.mjpmonitor.ops.clickhouse.sql.StatementKind;

/** What the gateway and its engine tell Prometheus. */
final class GatewayMetrics {

    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Counter readRows;
    private final Counter writtenRows;

    /**
     * Begins to count.
     *
     * @param running number of statements that run
     * @param waiting number of requests that wait for a thread
     */
    GatewayMetrics(Engine engine, Supplier<Number> running, Supplier<Number> waiting) {
        registry.getPrometheusRegistry().register(new EngineMetrics(engine));
        Gauge.builder("clickhouse.gateway.statements.running", running)
                .description("Statements that run now")
                .register(registry);
        Gauge.builder("clickhouse.gateway.requests.waiting", waiting)
                .description("Requests that wait for a thread")
                .register(registry);
        readRows = Counter.builder("clickhouse.gateway.rows.read")
                .description("Rows read from tables")
                .register(registry);
        writtenRows = Counter.builder("clickhouse.gateway.rows.written")
                .description("Rows written, those of materialized views included")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
    }

    /**
     * Counts a statement that has ended.
     *
     * @param state {@code finished}, {@code failed} or {@code cancelled}
     */
    void ended(StatementKind kind, String state, long nanoseconds, StatementTotals totals) {
        Timer.builder("clickhouse.gateway.statement")
                .description("From the arrival of a statement to the end of its answer")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .tag("state", state)
                .register(registry)
                .record(nanoseconds, TimeUnit.NANOSECONDS);
        readRows.increment((double) totals.readRows());
        writtenRows.increment((double) totals.writtenRows());
    }

    /**
     * All metrics, in {@link #CONTENT_TYPE}; to be called on a thread of {@link EngineThreads}.
     *
     * @throws EngineSilentException when the engine does not answer
     */
    String text() {
        return registry.scrape();
    }
}
