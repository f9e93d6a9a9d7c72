package nl.mjpmonitor.ops.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.quality.Lag;
import nl.mjpmonitor.warehouse.quality.Lag.Stage;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.quality.ReconciliationState;

/**
 * What the launcher tells Prometheus, on 127.0.0.1: how its components fare, what waits in the slots of the sources and at each stage,
 * and what comparing the sources with the warehouse showed. Counters begin at zero when the launcher starts. May be called from any
 * thread.
 */
final class LauncherMetrics implements AutoCloseable {

    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge waiting = MultiGauge.builder("mjp.lag.waiting")
            .baseUnit("seconds")
            .description("For how long the oldest of what waits at a stage has waited there")
            .register(registry);
    private final MultiGauge events = MultiGauge.builder("mjp.lag.events")
            .description("Events that wait at a stage")
            .register(registry);
    private final MultiGauge unread = MultiGauge.builder("mjp.slot.unread")
            .baseUnit("bytes")
            .description("Log of a source that its connector has not read")
            .register(registry);
    private final MultiGauge kept = MultiGauge.builder("mjp.slot.kept")
            .baseUnit("bytes")
            .description("Log that a source keeps on its disk for its connector")
            .register(registry);
    private final MultiGauge drifted = MultiGauge.builder("mjp.reconciliation.drifted.rows")
            .description(
                    "Rows, or cells of counts, that differed at the newest comparison and should not have; mended or not")
            .register(registry);
    private final MultiGauge unmended = MultiGauge.builder("mjp.reconciliation.unmended.ranges")
            .description("Ranges of keys that still differed when the newest comparison ended")
            .register(registry);
    private final MultiGauge rejected = MultiGauge.builder("mjp.reconciliation.rejected.rows")
            .description("Rows that differ because a change of them was rejected and waits for a person")
            .register(registry);
    private final MultiGauge checked = MultiGauge.builder("mjp.reconciliation.checked.timestamp")
            .baseUnit("seconds")
            .description("Moment of the newest comparison, in seconds since 1970")
            .register(registry);

    /** The newest comparison of each table and subject. */
    private final Map<Subject, List<ReconciledRange>> compared = new HashMap<>();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /** What is compared: the rows of a table, or the counts made of it. */
    private record Subject(String system, String table, String subject) {

        static Subject of(ReconciledRange range) {
            return new Subject(range.sourceSystem(), range.sourceTable(), range.subject());
        }

        Tags tags() {
            return Tags.of("system", system, "table", table, "subject", subject);
        }
    }

    private LauncherMetrics(HttpServer server) {
        this.server = server;
        new JvmMemoryMetrics().bindTo(registry);
        for (String system : SourceSystems.names()) {
            // so that each is there with a zero before anything happens
            connectorFailures(system).increment(0);
            slotsLost(system).increment(0);
            takenIn(system, true).increment(0);
            takenIn(system, false).increment(0);
            failedComparisons(system).increment(0);
            truncations(system).increment(0);
        }
        for (ReconciliationState state : ReconciliationState.values()) {
            ranges(state).increment(0);
        }
        server.createContext("/metrics", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** @throws LauncherException when the port is taken */
    static LauncherMetrics start(int port) {
        try {
            return new LauncherMetrics(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException e) {
            throw new LauncherException("Port %d cannot be used for metrics: %s".formatted(port, e.getMessage()), e);
        }
    }

    /** Where it listens. */
    int port() {
        return server.getAddress().getPort();
    }

    /** Tells how these fare from now on. */
    void watch(Collection<Supervisor> supervisors) {
        for (Supervisor supervisor : supervisors) {
            Tags tags = Tags.of("component", supervisor.component().name());
            Gauge.builder("mjp.component.up", supervisor, each -> each.state() == Supervisor.State.RUNNING ? 1 : 0)
                    .description("1 while the component does its work")
                    .tags(tags)
                    .register(registry);
            Gauge.builder(
                            "mjp.component.given.up",
                            supervisor,
                            each -> each.state() == Supervisor.State.GIVEN_UP ? 1 : 0)
                    .description("1 when the component died too often and is not started any more")
                    .tags(tags)
                    .register(registry);
            Gauge.builder("mjp.component.memory", supervisor, LauncherMetrics::memory)
                    .baseUnit("bytes")
                    .description("Resident memory of the process with its children; 0 while it is down")
                    .tags(tags)
                    .register(registry);
            FunctionCounter.builder("mjp.component.starts", supervisor, Supervisor::starts)
                    .description("Times that the process was started")
                    .tags(tags)
                    .register(registry);
            FunctionCounter.builder("mjp.component.restarts", supervisor, Supervisor::restarts)
                    .description("Times that it was started again because it had died")
                    .tags(tags)
                    .register(registry);
            FunctionCounter.builder("mjp.component.deaths", supervisor, each -> each.deaths(true))
                    .description("Times that the process ended by itself (exited) or was killed by a signal (killed)")
                    .tags(tags.and("cause", "killed"))
                    .register(registry);
            FunctionCounter.builder("mjp.component.deaths", supervisor, each -> each.deaths(false))
                    .tags(tags.and("cause", "exited"))
                    .register(registry);
        }
    }

    /** What waits now, in place of what waited before. */
    void lags(List<Lag> lags) {
        waiting.register(
                rows(
                        lags,
                        List.of(Stage.CONNECT, Stage.STREAM, Stage.STORE, Stage.SCREEN),
                        lag -> lag.waiting().toMillis() / 1_000.0),
                true);
        events.register(rows(lags, List.of(Stage.STREAM, Stage.STORE), Lag::amount), true);
        unread.register(slots(lags, Stage.CONNECT), true);
        kept.register(slots(lags, Stage.KEPT), true);
    }

    /** What a comparison showed. */
    synchronized void compared(List<ReconciledRange> found) {
        compared.putAll(found.stream().collect(Collectors.groupingBy(Subject::of)));
        found.forEach(range -> ranges(range.state()).increment());
        drifted.register(sums(ReconciledRange::driftedCount), true);
        rejected.register(sums(ReconciledRange::rejectedCount), true);
        unmended.register(sums(range -> range.state() == ReconciliationState.DRIFTED ? 1 : 0), true);
        checked.register(
                compared.entrySet().stream()
                        .<Row<?>>map(entry -> Row.of(
                                entry.getKey().tags(),
                                entry.getValue().getFirst().checkedAt().getEpochSecond()))
                        .toList(),
                true);
    }

    /** A comparison could not be made. */
    void comparisonFailed(String system) {
        failedComparisons(system).increment();
    }

    /** A connector, or a task of it, failed. */
    void connectorFailed(String name) {
        connectorFailures(name).increment();
    }

    /** Changes of a source are missing, because its slot is gone, was invalidated or was made anew. */
    void slotLost(String system) {
        slotsLost(system).increment();
    }

    /** A source was taken in anew, or the attempt failed. */
    void takenInAnew(String system, boolean isComplete) {
        takenIn(system, isComplete).increment();
    }

    /** The warehouse followed a source in emptying a table. */
    void truncated(String system) {
        truncations(system).increment();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        registry.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean isKnown = exchange.getRequestURI().getPath().equals("/metrics");
            byte[] body = (isKnown ? registry.scrape() : "Only /metrics is here\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
            exchange.sendResponseHeaders(isKnown ? OK : NOT_FOUND, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Measures a lag. */
    @FunctionalInterface
    private interface Measure {
        Number of(Lag lag);
    }

    private static List<Row<?>> rows(List<Lag> lags, List<Stage> stages, Measure measure) {
        return lags.stream()
                .filter(lag -> stages.contains(lag.stage()))
                .<Row<?>>map(lag -> Row.of(
                        Tags.of(
                                "system",
                                lag.sourceSystem(),
                                "table",
                                lag.sourceTable(),
                                "stage",
                                lag.stage().word()),
                        measure.of(lag)))
                .toList();
    }

    private static List<Row<?>> slots(List<Lag> lags, Stage stage) {
        return lags.stream()
                .filter(lag -> lag.stage() == stage)
                .<Row<?>>map(lag -> Row.of(Tags.of("system", lag.sourceSystem()), lag.amount()))
                .toList();
    }

    /** Counts in a range. */
    @FunctionalInterface
    private interface Count {
        long of(ReconciledRange range);
    }

    private List<Row<?>> sums(Count count) {
        return compared.entrySet().stream()
                .<Row<?>>map(entry -> Row.of(
                        entry.getKey().tags(),
                        entry.getValue().stream().mapToLong(count::of).sum()))
                .toList();
    }

    private static double memory(Supervisor supervisor) {
        OptionalLong pid = supervisor.pid();
        return pid.isEmpty()
                ? 0
                : ProcessHandle.of(pid.getAsLong())
                        .map(process -> Memory.ofFamily(process).orElse(0))
                        .orElse(0L);
    }

    private Counter connectorFailures(String name) {
        return counter(
                "mjp.connector.failures", "Times that a connector or its task failed", Tags.of("connector", name));
    }

    private Counter slotsLost(String system) {
        return counter("mjp.slot.lost", "Times that changes of a source were missing", Tags.of("system", system));
    }

    private Counter takenIn(String system, boolean isComplete) {
        return counter(
                "mjp.resnapshots",
                "Times that a source was taken in anew, or that it was tried in vain",
                Tags.of("system", system, "outcome", isComplete ? "complete" : "failed"));
    }

    private Counter failedComparisons(String system) {
        return counter(
                "mjp.reconciliation.failures",
                "Comparisons with a source that could not be made",
                Tags.of("system", system));
    }

    private Counter truncations(String system) {
        return counter(
                "mjp.truncations",
                "Tables that a source emptied at once, and the warehouse with it",
                Tags.of("system", system));
    }

    private Counter ranges(ReconciliationState state) {
        return counter(
                "mjp.reconciliation.ranges", "Ranges of keys that were compared", Tags.of("state", state.word()));
    }

    private Counter counter(String name, String description, Tags tags) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }
}
