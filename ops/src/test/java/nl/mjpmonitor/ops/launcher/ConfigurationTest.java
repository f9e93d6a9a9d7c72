package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @TempDir
    Path folder;

    private final Ports ports = Ports.of(Map.of(), Map.of());
    private final Secrets secrets = new Secrets("postgres-secret", "replication-secret", "clickhouse-secret", "key");
    private Home home = new Home(Path.of(""), Path.of(""), Path.of(""));

    @BeforeEach
    void layOutARepository() throws IOException {
        home = new Home(folder, folder.resolve("state"), folder.resolve("cache"));
        Files.createDirectories(folder.resolve("ops/distributions/kafka/target/plugins"));
        Files.createDirectories(folder.resolve("ingest/target/plugin"));
        Files.createFile(folder.resolve("ingest/target/ingest-1.0.jar"));
        Files.createFile(folder.resolve("ingest/target/plugin/ingest-1.0-plugin.jar"));
    }

    private ConnectWorker connect() {
        return new ConnectWorker(home, ports, secrets, new Artifacts(home), new OpenData(home, Map.of()));
    }

    @Test
    void kafkaListensOnLoopbackOnly() {
        Map<String, String> settings = new KafkaBroker(home, ports, new Artifacts(home)).settings();

        assertThat(settings.get("listeners").split(","))
                .allSatisfy(listener -> assertThat(listener).contains("://127.0.0.1:"));
        assertThat(settings).containsEntry("auto.create.topics.enable", "false");
    }

    @Test
    void connectWritesExactlyOnceAndListensOnLoopbackOnly() {
        Map<String, String> settings = connect().settings();

        assertThat(settings)
                .containsEntry("exactly.once.source.support", "enabled")
                .containsEntry("listeners", "http://127.0.0.1:18083");
    }

    @Test
    void connectFindsDebeziumAndTheProjectsOwnConnectorAndTransforms() {
        Map<String, String> settings = connect().settings();

        assertThat(settings.get("plugin.path").split(","))
                .containsExactly(
                        folder.resolve("ops/distributions/kafka/target/plugins").toString(),
                        folder.resolve("ingest/target/plugin/ingest-1.0-plugin.jar")
                                .toString());
    }

    @Test
    void noSecretStandsInAConfigurationFile() {
        assertThat(connect().settings().values()).noneMatch(value -> value.contains("secret"));
    }

    @Test
    void noServerOfOpenDataIsAskedUnlessSomebodySaysSo() {
        String servers = "dataderden=https://dataderden.example";

        assertThat(new OpenData(home, Map.of()).connectorEnvironment())
                .containsEntry("MJP_OPENDATA_SERVERS", "")
                .containsEntry(
                        "MJP_OPENDATA_FOLDER", folder.resolve("state/opendata").toString());
        assertThat(new OpenData(home, Map.of("MJP_OPENDATA_SERVERS", servers)).connectorEnvironment())
                .containsEntry("MJP_OPENDATA_SERVERS", servers);
    }

    @Test
    void aSettingsFileIsReadBackAsItWas() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("path", "C:\\data", "pattern", "a=b:c"));
        SettingsFile.write(folder.resolve("some.properties"), settings);

        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("some.properties"))) {
            read.load(reader);
        }
        assertThat(read).isEqualTo(settings);
    }

    @Test
    void topicsFollowFromTheContracts() throws IOException {
        Files.writeString(folder.resolve("melddesk.desk.report.schema.json"), """
                {"x-system": "melddesk", "x-schema": "desk", "x-table": "report"}
                """);
        Files.writeString(folder.resolve("opendata.cell.offence.schema.json"), """
                {"x-system": "opendata", "x-schema": "cell", "x-table": "offence", "x-envelope": "flat"}
                """);
        Files.writeString(folder.resolve("notes.json"), "{}");

        assertThat(Set.copyOf(Topics.of(folder).names()))
                .isEqualTo(Set.of(
                        "melddesk.desk.report",
                        "__debezium-heartbeat.melddesk",
                        "melddesk.transaction",
                        "opendata.cell.offence",
                        "__debezium-heartbeat.opendata",
                        "mjp.rejected",
                        "mjp.signalen"));
    }
}
