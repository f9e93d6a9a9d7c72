package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** One Kafka node that is broker and controller at once. */
final class KafkaBroker {

    static final String NAME = "kafka";

    private static final int HEAP_MEGABYTES = 256;
    private static final int FORMAT_HEAP_MEGABYTES = 96;

    private final Home home;
    private final Ports ports;
    private final Artifacts artifacts;

    KafkaBroker(Home home, Ports ports, Artifacts artifacts) {
        this.home = home;
        this.ports = ports;
        this.artifacts = artifacts;
    }

    Component component() {
        return Component.of(
                        NAME,
                        List.of(PortName.KAFKA, PortName.KAFKA_CONTROLLER, PortName.KAFKA_METRICS),
                        Set.of(),
                        this::launch,
                        this::health)
                .telling(ports.metrics(PortName.KAFKA_METRICS));
    }

    /** The configuration as Kafka reads it. Replication is one everywhere: there is one broker. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.bootstrap.servers", ports.address(PortName.KAFKA_CONTROLLER));
        String listeners = "PLAINTEXT://%s,CONTROLLER://%s"
                .formatted(ports.address(PortName.KAFKA), ports.address(PortName.KAFKA_CONTROLLER));
        settings.put("listeners", listeners);
        settings.put("advertised.listeners", listeners);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", data().toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "1");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        // a broker that was killed may register again once its former self is missed; its heart beats within one
        // process
        settings.put("broker.session.timeout.ms", "4000");
        settings.put("broker.heartbeat.interval.ms", "1000");
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
        Files.createDirectories(home.folder(NAME));
        SettingsFile.write(configuration(), settings());
        if (!Files.exists(data().resolve("meta.properties"))) {
            format();
        }
        return java(HEAP_MEGABYTES)
                .option(JmxMetrics.agent(artifacts, home, NAME, ports.address(PortName.KAFKA_METRICS)))
                .run(
                        artifacts.kafkaClassPath(),
                        "kafka.Kafka",
                        List.of(configuration().toString()),
                        Map.of());
    }

    private void format() throws IOException, InterruptedException {
        Folders.delete(data());
        Path log = home.log("kafka-format");
        Command command = java(FORMAT_HEAP_MEGABYTES)
                .run(
                        artifacts.kafkaClassPath(),
                        "kafka.tools.StorageTool",
                        List.of(
                                "format",
                                "--standalone",
                                "-t",
                                Uuid.randomUuid().toString(),
                                "-c",
                                configuration().toString()),
                        Map.of());
        Process process = new ProcessBuilder(command.arguments())
                .directory(home.folder(NAME).toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new LauncherException("Kafka could not prepare its storage; see %s.".formatted(log));
        }
    }

    private HealthCheck.Health health() throws InterruptedException {
        if (!HealthCheck.listens(ports.port(PortName.KAFKA))) {
            return HealthCheck.Health.ill("does not listen yet");
        }
        try (Admin admin = admin()) {
            admin.describeCluster().nodes().get(5, TimeUnit.SECONDS);
            return HealthCheck.Health.WELL;
        } catch (ExecutionException | TimeoutException e) {
            return HealthCheck.Health.ill("does not answer");
        }
    }

    /** A client of the broker that gives up within seconds. */
    Admin admin() {
        return Admin.create(Map.<String, Object>of(
                "bootstrap.servers",
                ports.address(PortName.KAFKA),
                "request.timeout.ms",
                "5000",
                "default.api.timeout.ms",
                "10000",
                "reconnect.backoff.ms",
                "100",
                "reconnect.backoff.max.ms",
                "200"));
    }

    private Command.JavaCommand java(int heap) {
        return Command.java()
                .heap(heap)
                .option("-XX:TieredStopAtLevel=1")
                .option("-Dlog4j2.configurationFile=" + Logging.file(home));
    }

    private Path configuration() {
        return home.folder(NAME).resolve("server.properties");
    }

    private Path data() {
        return home.folder(NAME).resolve("data");
    }
}
