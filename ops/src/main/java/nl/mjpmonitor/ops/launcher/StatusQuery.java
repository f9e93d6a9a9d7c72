package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import nl.mjpmonitor.ops.launcher.Connectors.ConnectorState;
import nl.mjpmonitor.ops.launcher.HealthCheck.Health;
import nl.mjpmonitor.ops.launcher.StatusReport.ComponentStatus;
import nl.mjpmonitor.ops.launcher.StatusReport.StageLag;
import nl.mjpmonitor.ops.launcher.StatusReport.SystemFreshness;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.quality.ClickHouseFreshness;
import nl.mjpmonitor.warehouse.quality.ClickHouseLags;
import nl.mjpmonitor.warehouse.quality.Lag;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Asks a running stack how it is, from outside: it believes no file about what a component does, only the component. */
final class StatusQuery {

    /** The lag is measured every few seconds; one that is older says nothing about now. */
    private static final double OUTDATED_SECONDS = 60;

    /** Older figures than this mean that the chain stands still: the sources have a heartbeat every second. */
    private static final double STALE_SECONDS = 30;

    private static final Comparator<Lag> LEAST_FIRST =
            Comparator.comparing(Lag::waiting).thenComparingLong(Lag::amount);

    private final Home home;
    private final Parts parts;

    StatusQuery(Home home, Ports ports) throws IOException, InterruptedException {
        this.home = home;
        this.parts = new Parts(home, ports, Secrets.in(home.secrets()));
    }

    StatusReport ask() throws InterruptedException {
        Optional<StackDescription> description = StackDescription.read(home.description());
        Optional<ProcessHandle> launcher = description
                .flatMap(running -> ProcessHandle.of(running.launcher()))
                .filter(ProcessHandle::isAlive);
        List<ComponentStatus> components;
        List<SystemFreshness> freshness;
        List<StageLag> lags;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ComponentStatus>> answers = parts.components().stream()
                    .map(component -> threads.submit(() -> status(component)))
                    .toList();
            components = new ArrayList<>();
            for (Future<ComponentStatus> answer : answers) {
                components.add(result(answer));
            }
            freshness = freshness();
            lags = lags();
        }
        long launcherMemory =
                launcher.map(process -> Memory.of(process.pid()).orElse(0)).orElse(0L);
        boolean isReady = description
                .filter(running -> running.phase() == StackDescription.Phase.READY)
                .isPresent();
        boolean isHealthy = launcher.isPresent()
                && isReady
                && components.stream().allMatch(component -> component.state().equals("running"))
                && !freshness.isEmpty()
                && freshness.stream().allMatch(system -> system.secondsBehind() < STALE_SECONDS)
                && lags.stream().noneMatch(StatusQuery::isTooLong);
        return new StatusReport(
                isHealthy,
                launcher.map(ProcessHandle::pid).orElse(0L),
                parts.ports().metrics(PortName.LAUNCHER_METRICS).toString(),
                launcher.flatMap(alive -> description)
                        .map(running -> running.phase().name().toLowerCase(Locale.ROOT))
                        .orElse("gone"),
                launcherMemory
                        + components.stream()
                                .mapToLong(ComponentStatus::memoryBytes)
                                .sum(),
                components,
                freshness,
                lags);
    }

    private static boolean isTooLong(StageLag lag) {
        return lag.secondsAgo() < OUTDATED_SECONDS && lag.secondsWaiting() >= STALE_SECONDS;
    }

    private ComponentStatus status(Component component) throws InterruptedException {
        Optional<ProcessHandle> process = new PidFile(home.pidFile(component.name())).process();
        Health health = process.isEmpty() ? Health.ill("") : component.health().check();
        if (health.isHealthy()
                && component.name().equals(parts.connect().names().getFirst())) {
            health = connectors();
        }
        String state = process.isEmpty() ? "stopped" : health.isHealthy() ? "running" : "ill";
        return new ComponentStatus(
                component.name(),
                state,
                health.detail(),
                parts.ports().address(component.ports().getFirst()),
                component.metrics().map(URI::toString).orElse(""),
                process.map(ProcessHandle::pid).orElse(0L),
                process.map(found -> Memory.ofFamily(found).orElse(0)).orElse(0L),
                health.isHealthy() ? lag(component.name()) : Map.of());
    }

    private Health connectors() throws InterruptedException {
        List<ConnectorState> states = parts.connect().connectors().states();
        if (states.isEmpty()) {
            return Health.ill("has no connectors");
        }
        String ill = states.stream()
                .filter(state -> !state.isRunning())
                .map(state -> "connector %s does not run. %s".formatted(state.name(), state.cause()))
                .collect(Collectors.joining("; "));
        return ill.isEmpty() ? Health.WELL : Health.ill(ill);
    }

    /** What several components do together is told beside the first of them. */
    private Map<String, Long> lag(String component) throws InterruptedException {
        if (component.equals(parts.connect().names().getFirst())) {
            return connectLag();
        }
        return component.equals(parts.flink().names().getFirst()) ? single("events", consumerLag()) : Map.of();
    }

    private Map<String, Long> connectLag() {
        Map<String, Long> lag = new TreeMap<>(single("bytes", slotLag()));
        try {
            lag.put("files", parts.openData().waiting());
        } catch (IOException unreadable) {
            // then it is not known how many wait
        }
        return lag;
    }

    private static Map<String, Long> single(String name, OptionalLong value) {
        return value.isPresent() ? Map.of(name, value.getAsLong()) : Map.of();
    }

    /** Bytes of write-ahead log that the slots of the connectors have not confirmed. */
    private OptionalLong slotLag() {
        try (Connection connection = parts.postgres().connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet lag = statement.executeQuery(
                        "SELECT max(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn))::bigint FROM pg_replication_slots")) {
            return lag.next() ? OptionalLong.of(lag.getLong(1)) : OptionalLong.empty();
        } catch (SQLException e) {
            return OptionalLong.empty();
        }
    }

    /** Events in Kafka after those that the newest checkpoint of the job holds. */
    private OptionalLong consumerLag() throws InterruptedException {
        try (Admin admin = parts.kafka().admin()) {
            Map<TopicPartition, OffsetAndMetadata> committed = KafkaCluster.committedByStream(admin);
            var ends = KafkaCluster.answer(admin.listOffsets(committed.keySet().stream()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all());
            if (committed.isEmpty()) {
                return OptionalLong.empty();
            }
            long behind = 0;
            for (var partition : ends.entrySet()) {
                OffsetAndMetadata position = committed.get(partition.getKey());
                if (position != null) {
                    behind += Math.max(0, partition.getValue().offset() - position.offset());
                }
            }
            return OptionalLong.of(behind);
        } catch (ExecutionException | TimeoutException e) {
            return OptionalLong.empty();
        }
    }

    private List<SystemFreshness> freshness() throws InterruptedException {
        if (!parts.clickHouse().isReachable()) {
            return List.of();
        }
        Instant now = Instant.now();
        try (WarehouseConnection warehouse = parts.clickHouse().address().open()) {
            return new ClickHouseFreshness(warehouse)
                    .perSystem().stream()
                            .map(system -> new SystemFreshness(
                                    system.sourceSystem(),
                                    Duration.between(system.sourceAt(), now).toMillis() / 1000.0))
                            .toList();
        } catch (WarehouseException e) {
            return List.of();
        }
    }

    /** The launcher measures them; asked in ClickHouse, where it puts them. */
    private List<StageLag> lags() throws InterruptedException {
        if (!parts.clickHouse().isReachable()) {
            return List.of();
        }
        try (WarehouseConnection warehouse = parts.clickHouse().address().open()) {
            return worst(new ClickHouseLags(warehouse).newest(), Instant.now());
        } catch (WarehouseException e) {
            return List.of();
        }
    }

    /** Of each system and stage what waits longest, in the order of the systems and of the way. */
    static List<StageLag> worst(List<Lag> lags, Instant now) {
        Map<String, Map<Lag.Stage, Lag>> worst = new TreeMap<>();
        for (Lag lag : lags) {
            worst.computeIfAbsent(lag.sourceSystem(), system -> new EnumMap<>(Lag.Stage.class))
                    .merge(lag.stage(), lag, BinaryOperator.maxBy(LEAST_FIRST));
        }
        return worst.values().stream()
                .flatMap(stages -> stages.values().stream())
                .map(lag -> new StageLag(
                        lag.sourceSystem(),
                        lag.stage().word(),
                        lag.amount() == 0 ? "" : lag.sourceTable(),
                        lag.amount(),
                        lag.stage().unit(),
                        lag.waiting().toMillis() / 1_000.0,
                        Duration.between(lag.measuredAt(), now).toMillis() / 1_000.0))
                .toList();
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
