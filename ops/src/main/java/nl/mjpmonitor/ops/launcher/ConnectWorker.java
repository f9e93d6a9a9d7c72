package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One distributed Connect worker that writes exactly once. */
final class ConnectWorker {

    static final String NAME = "connect";

    private static final int HEAP_MEGABYTES = 384;
    private static final String GROUP = "mjp-connect";

    /** How Connect names the transactions of a task: group, connector, number of the task. */
    private static final Pattern TRANSACTIONAL_ID = Pattern.compile(Pattern.quote(GROUP) + "-(.+)-\\d+");

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;
    private final Artifacts artifacts;
    private final OpenData openData;

    ConnectWorker(Home home, Ports ports, Secrets secrets, Artifacts artifacts, OpenData openData) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
        this.artifacts = artifacts;
        this.openData = openData;
    }

    Component component() {
        return Component.of(
                        NAME,
                        List.of(PortName.CONNECT, PortName.CONNECT_METRICS),
                        Set.of(KafkaBroker.NAME),
                        this::launch,
                        HealthCheck.http(address().resolve("/connectors"), body -> true))
                .telling(ports.metrics(PortName.CONNECT_METRICS));
    }

    URI address() {
        return URI.create("http://" + ports.address(PortName.CONNECT));
    }

    /** The configuration of the worker; passwords are not in it but in its environment. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", ports.address(PortName.KAFKA));
        settings.put("group.id", GROUP);
        settings.put("listeners", address().toString());
        settings.put("rest.advertised.host.name", "127.0.0.1");
        settings.put("rest.advertised.port", Integer.toString(ports.port(PortName.CONNECT)));
        settings.put("exactly.once.source.support", "enabled");
        settings.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        settings.put("key.converter.schemas.enable", "false");
        settings.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        settings.put("value.converter.schemas.enable", "false");
        settings.put("config.storage.topic", "mjp.connect.configs");
        settings.put("config.storage.replication.factor", "1");
        settings.put("offset.storage.topic", "mjp.connect.offsets");
        settings.put("offset.storage.replication.factor", "1");
        settings.put("offset.storage.partitions", "1");
        settings.put("status.storage.topic", "mjp.connect.status");
        settings.put("status.storage.replication.factor", "1");
        settings.put("status.storage.partitions", "1");
        // a worker that was killed is missed sooner, so that the one started in its place gets its tasks sooner
        settings.put("session.timeout.ms", "3000");
        settings.put("heartbeat.interval.ms", "1000");
        settings.put("scheduled.rebalance.max.delay.ms", "0");
        // A worker reads the offsets of all connectors before it starts any. A transaction that a killed one left open
        // hides their end until it is given up; a transaction is one poll, which takes far less than this.
        settings.put("producer.transaction.timeout.ms", "10000");
        settings.put("topic.creation.enable", "true");
        settings.put("connector.client.config.override.policy", "All");
        settings.put("plugin.discovery", "service_load");
        settings.put(
                "plugin.path",
                artifacts.connectPlugins().stream().map(Path::toString).collect(Collectors.joining(",")));
        settings.put("config.providers", "env");
        settings.put("config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
        settings.put("config.providers.env.param.allowlist.pattern", "MJP_.*");
        return settings;
    }

    /** The connector that has transactions of this name; empty when they are of something else. */
    static Optional<String> connectorOf(String transactionalId) {
        Matcher matcher = TRANSACTIONAL_ID.matcher(transactionalId);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Command launch() throws IOException {
        Path configuration = home.folder(NAME).resolve("connect.properties");
        Files.createDirectories(home.folder(NAME));
        SettingsFile.write(configuration, settings());
        return Command.java()
                .heap(HEAP_MEGABYTES)
                .option("-Dlog4j2.configurationFile=" + Logging.file(home))
                .option(JmxMetrics.agent(artifacts, home, NAME, ports.address(PortName.CONNECT_METRICS)))
                .run(
                        artifacts.kafkaClassPath(),
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
