package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import nl.mjpmonitor.ops.launcher.KafkaCluster.Node;
import org.apache.kafka.clients.admin.Admin;

/** One Kafka node that is broker and controller at once. */
final class KafkaBroker {

    private static final int HEAP_MEGABYTES = 256;

    /** The last one to stop waits for a word of the others, which are gone. */
    private static final Duration GRACE_OF_MANY = Duration.ofSeconds(6);

    private static final int FORMAT_HEAP_MEGABYTES = 96;

    private final Home home;
    private final Ports ports;
    private final Artifacts artifacts;
    private final RecordedClasses classes;
    private final KafkaCluster cluster;
    private final Node node;

    KafkaBroker(Home home, Ports ports, Artifacts artifacts, RecordedClasses classes, KafkaCluster cluster, Node node) {
        this.home = home;
        this.ports = ports;
        this.artifacts = artifacts;
        this.classes = classes;
        this.cluster = cluster;
        this.node = node;
    }

    String name() {
        return cluster.isSingle() ? KafkaCluster.NAME : "%s-%d".formatted(KafkaCluster.NAME, node.id());
    }

    Component component() {
        Component component = Component.of(
                        name(),
                        List.of(node.clients(), node.controller(), node.metrics()),
                        Set.of(),
                        this::launch,
                        this::health)
                .telling(ports.metrics(node.metrics()))
                .adding(
                        new JmxMetrics(artifacts, home, KafkaCluster.NAME, name(), ports.address(node.metrics()))
                                ::addTo);
        return cluster.isSingle() ? component : component.stoppingWithin(GRACE_OF_MANY);
    }

    /**
     * The configuration as Kafka reads it. Each broker has a copy of everything; of three, two must have what is written before it counts
     * as written.
     */
    Map<String, String> settings() {
        String copies = Integer.toString(cluster.nodes().size());
        String leastCopies = cluster.isSingle() ? "1" : "2";
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(node.id()));
        if (cluster.isSingle()) {
            settings.put("controller.quorum.bootstrap.servers", ports.address(node.controller()));
        } else {
            // named in the configuration and not in the log: the next start may give them other ports
            settings.put(
                    "controller.quorum.voters",
                    cluster.nodes().stream()
                            .map(each -> "%d@%s".formatted(each.id(), ports.address(each.controller())))
                            .collect(Collectors.joining(",")));
        }
        String listeners = "PLAINTEXT://%s,CONTROLLER://%s"
                .formatted(ports.address(node.clients()), ports.address(node.controller()));
        settings.put("listeners", listeners);
        settings.put("advertised.listeners", listeners);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", data().toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "1");
        settings.put("default.replication.factor", copies);
        settings.put("min.insync.replicas", leastCopies);
        settings.put("offsets.topic.replication.factor", copies);
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", copies);
        settings.put("transaction.state.log.min.isr", leastCopies);
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", copies);
        settings.put("share.coordinator.state.topic.min.isr", leastCopies);
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        // a broker that was killed may register again once its former self is missed; its heart beats within one
        // process
        settings.put("broker.session.timeout.ms", cluster.isSingle() ? "2000" : "8000");
        settings.put("broker.heartbeat.interval.ms", cluster.isSingle() ? "250" : "1000");
        // a member that was killed may be missed soon
        settings.put("group.min.session.timeout.ms", "1000");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "4");
        settings.put("log.cleaner.dedupe.buffer.size", "16777216");
        settings.put("log.segment.bytes", "134217728");
        return settings;
    }

    private Command launch() throws IOException, InterruptedException {
        Files.createDirectories(home.folder(name()));
        SettingsFile.write(configuration(), settings());
        if (!Files.exists(data().resolve("meta.properties"))) {
            format();
        }
        return java(HEAP_MEGABYTES)
                .option(JmxMetrics.OPTION)
                .recorded(classes, KafkaCluster.NAME)
                .run(
                        artifacts.kafkaClassPath(),
                        "kafka.Kafka",
                        List.of(configuration().toString()),
                        Map.of());
    }

    private void format() throws IOException, InterruptedException {
        Folders.delete(data());
        Path log = home.log(name() + "-format");
        List<String> arguments = new ArrayList<>(List.of(
                "format", "-t", cluster.clusterId(), "-c", configuration().toString()));
        if (cluster.isSingle()) {
            arguments.add("--standalone");
        }
        Command command = java(FORMAT_HEAP_MEGABYTES)
                .run(artifacts.kafkaClassPath(), "kafka.tools.StorageTool", arguments, Map.of());
        Process process = new ProcessBuilder(command.arguments())
                .directory(home.folder(name()).toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new LauncherException("Kafka could not prepare its storage; see %s.".formatted(log));
        }
    }

    /** Well when the cluster counts it in: one that was killed may come back when its former self is missed. */
    private HealthCheck.Health health() throws InterruptedException {
        if (!HealthCheck.listens(ports.port(node.clients()))) {
            return HealthCheck.Health.ill("does not listen yet");
        }
        try (Admin admin = KafkaCluster.admin(ports.address(node.clients()))) {
            boolean isCountedIn = admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).stream()
                    .anyMatch(each -> each.id() == node.id());
            return isCountedIn ? HealthCheck.Health.WELL : HealthCheck.Health.ill("is not in the cluster yet");
        } catch (ExecutionException | TimeoutException e) {
            return HealthCheck.Health.ill("does not answer");
        }
    }

    private Command.JavaCommand java(int heap) {
        return Command.java().heap(heap).option("-Dlog4j2.configurationFile=" + Logging.file(home));
    }

    private Path configuration() {
        return home.folder(name()).resolve("server.properties");
    }

    private Path data() {
        return home.folder(name()).resolve("data");
    }
}
