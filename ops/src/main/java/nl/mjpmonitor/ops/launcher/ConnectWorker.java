package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One distributed Connect worker that writes exactly once. */
final class ConnectWorker {

    private static final int HEAP_MEGABYTES = 512;

    /** The brokers know how many copies they keep. */
    private static final String BROKERS_DECIDE = "-1";

    private final String name;
    private final PortName rest;
    private final PortName metrics;
    private final Home home;
    private final Ports ports;
    private final Secrets secrets;
    private final Artifacts artifacts;
    private final RecordedClasses classes;
    private final OpenData openData;
    private final KafkaCluster kafka;
    private final boolean isAlone;

    /**
     * @param rest port of its REST interface
     * @param metrics port of its metrics
     * @param isAlone whether it has the connectors to itself
     */
    ConnectWorker(
            String name,
            PortName rest,
            PortName metrics,
            Home home,
            Ports ports,
            Secrets secrets,
            Artifacts artifacts,
            RecordedClasses classes,
            OpenData openData,
            KafkaCluster kafka,
            boolean isAlone) {
        this.name = name;
        this.rest = rest;
        this.metrics = metrics;
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
        this.artifacts = artifacts;
        this.classes = classes;
        this.openData = openData;
        this.kafka = kafka;
        this.isAlone = isAlone;
    }

    String name() {
        return name;
    }

    Component component() {
        return Component.of(
                        name,
                        List.of(rest, metrics),
                        Set.copyOf(kafka.names()),
                        this::launch,
                        HealthCheck.http(address().resolve("/connectors"), body -> true))
                .telling(ports.metrics(metrics))
                .adding(new JmxMetrics(artifacts, home, ConnectGroup.NAME, name, ports.address(metrics))::addTo);
    }

    URI address() {
        return URI.create("http://" + ports.address(rest));
    }

    /** The configuration of the worker; passwords are not in it but in its environment. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", kafka.bootstrap());
        settings.put("group.id", ConnectGroup.GROUP);
        settings.put("listeners", address().toString());
        settings.put("rest.advertised.host.name", "127.0.0.1");
        settings.put("rest.advertised.port", Integer.toString(ports.port(rest)));
        settings.put("exactly.once.source.support", "enabled");
        settings.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        settings.put("key.converter.schemas.enable", "false");
        settings.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        settings.put("value.converter.schemas.enable", "false");
        settings.put("config.storage.topic", "mjp.connect.configs");
        settings.put("config.storage.replication.factor", BROKERS_DECIDE);
        settings.put("offset.storage.topic", "mjp.connect.offsets");
        settings.put("offset.storage.replication.factor", BROKERS_DECIDE);
        settings.put("offset.storage.partitions", "1");
        settings.put("status.storage.topic", "mjp.connect.status");
        settings.put("status.storage.replication.factor", BROKERS_DECIDE);
        settings.put("status.storage.partitions", "1");
        // A worker goes on without a word of Kafka for as long as the heartbeat, and then stops every connector: the
        // only broker is back sooner, and of several another one answers.
        settings.put("heartbeat.interval.ms", isAlone ? "15000" : "2000");
        // One that was killed is missed after the session, or when it takes no part in what another one begins.
        settings.put("session.timeout.ms", isAlone ? "20000" : "8000");
        if (isAlone) {
            settings.put("rebalance.timeout.ms", "500");
        }
        settings.put("scheduled.rebalance.max.delay.ms", "0");
        // A transaction is one poll, which takes far less, but may have to wait for the only broker. What a killed
        // worker left open is ended while it starts again; of several, by the one that takes the task over.
        settings.put("producer.transaction.timeout.ms", "40000");
        // Each task and each connector reads along in the offsets of all, and needs them at its start only.
        settings.put("consumer.fetch.min.bytes", "1048576");
        settings.put("consumer.fetch.max.wait.ms", "250");
        settings.put("topic.creation.enable", "true");
        settings.put("connector.client.config.override.policy", "All");
        settings.put("plugin.discovery", "service_load");
        settings.put("config.providers", "env");
        settings.put("config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
        settings.put("config.providers.env.param.allowlist.pattern", "MJP_.*");
        return settings;
    }

    private Command launch() throws IOException {
        Path configuration = home.folder(name).resolve("connect.properties");
        Files.createDirectories(home.folder(name));
        if (isAlone) {
            OpenTransactions.endThoseOf(kafka, Instant.now());
        }
        SettingsFile.write(configuration, settings());
        return Command.java()
                .heap(HEAP_MEGABYTES)
                // what a poll holds lives until it is committed, and should not be copied many times before
                .option("-XX:NewRatio=1")
                .option("-Dlog4j2.configurationFile=" + Logging.file(home))
                .option(JmxMetrics.OPTION)
                .recorded(classes, ConnectGroup.NAME)
                .run(
                        artifacts.connectClassPath(),
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        List.of(configuration.toString()),
                        environment());
    }

    /** What the connector definitions ask of their config provider. */
    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(openData.connectorEnvironment());
        environment.put("MJP_PSEUDONYM_KEY", secrets.pseudonymKey());
        for (String system : SourceSystems.names()) {
            String prefix = "MJP_" + system.toUpperCase(Locale.ROOT);
            environment.put(prefix + "_HOST", "127.0.0.1");
            environment.put(prefix + "_PORT", Integer.toString(ports.port(PortName.POSTGRES)));
            environment.put(prefix + "_PASSWORD", secrets.replication());
        }
        return environment;
    }
}
