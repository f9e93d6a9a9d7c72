package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigurationTest {

    @TempDir
    Path folder;

    private final Ports ports = Ports.of(Map.of(), Map.of());
    private final Secrets secrets = new Secrets("postgres-secret", "replication-secret", "clickhouse-secret", "key");
    private Home home = new Home(Path.of(""), Path.of(""), Path.of(""));

    @BeforeEach
    void layOutARepository() throws IOException {
        home = new Home(folder, folder.resolve("state"), folder.resolve("cache"));
        Files.createDirectories(folder.resolve("ops/distributions/kafka/target/lib"));
        Files.createDirectories(folder.resolve("ops/distributions/kafka/target/plugins/debezium-connector-postgres"));
        Files.createDirectories(folder.resolve("ingest/target/plugin"));
        Files.createFile(folder.resolve("ingest/target/ingest-1.0.jar"));
        Files.createFile(folder.resolve("ingest/target/plugin/ingest-1.0-plugin.jar"));
    }

    private KafkaCluster kafka(Shape shape) {
        return new KafkaCluster(home, ports, new Artifacts(home), RecordedClasses.used(home), shape);
    }

    private ConnectGroup connect(Shape shape) {
        return new ConnectGroup(
                home,
                ports,
                secrets,
                new Artifacts(home),
                RecordedClasses.used(home),
                new OpenData(home, Map.of()),
                kafka(shape),
                shape);
    }

    private ConnectWorker connect() {
        return connect(Shape.SINGLE).workers().getFirst();
    }

    private FlinkJob flink(Shape shape) {
        ClickHouseAddress clickHouse = new ClickHouseAddress("jdbc:clickhouse://127.0.0.1:18123", "someone", "secret");
        return new FlinkJob(
                home, ports, new Artifacts(home), RecordedClasses.used(home), clickHouse, kafka(shape), shape);
    }

    @ParameterizedTest
    @EnumSource
    void kafkaListensOnLoopbackOnly(Shape shape) {
        assertThat(kafka(shape).brokers()).hasSize(shape.brokers()).allSatisfy(broker -> {
            assertThat(broker.settings().get("listeners").split(","))
                    .allSatisfy(listener -> assertThat(listener).contains("://127.0.0.1:"));
            assertThat(broker.settings()).containsEntry("auto.create.topics.enable", "false");
        });
    }

    @Test
    void ofThreeBrokersTwoHaveWhatCountsAsWritten() {
        KafkaCluster cluster = kafka(Shape.CLUSTER);

        assertThat(cluster.names()).containsExactly("kafka-1", "kafka-2", "kafka-3");
        assertThat(cluster.bootstrap()).isEqualTo("127.0.0.1:19092,127.0.0.1:19094,127.0.0.1:19096");
        assertThat(cluster.brokers())
                .extracting(broker -> broker.settings().get("node.id"))
                .containsExactly("1", "2", "3");
        assertThat(cluster.brokers())
                .allSatisfy(broker -> assertThat(broker.settings())
                        .containsEntry("default.replication.factor", "3")
                        .containsEntry("min.insync.replicas", "2")
                        .containsEntry("transaction.state.log.replication.factor", "3")
                        .containsEntry("transaction.state.log.min.isr", "2")
                        .containsEntry("offsets.topic.replication.factor", "3")
                        .containsEntry(
                                "controller.quorum.voters", "1@127.0.0.1:19093,2@127.0.0.1:19095,3@127.0.0.1:19097"));
    }

    @Test
    void oneBrokerKeepsOneCopy() {
        assertThat(kafka(Shape.SINGLE).names()).containsExactly("kafka");
        assertThat(kafka(Shape.SINGLE).brokers())
                .singleElement()
                .satisfies(broker -> assertThat(broker.settings())
                        .containsEntry("default.replication.factor", "1")
                        .containsEntry("min.insync.replicas", "1"));
    }

    @Test
    void theBrokersKnowOneAnotherByOneIdThatStays() throws IOException {
        Files.createDirectories(home.state());
        String first = kafka(Shape.CLUSTER).clusterId();

        assertThat(kafka(Shape.CLUSTER).clusterId()).isEqualTo(first).isNotBlank();
    }

    @Test
    void theWorkersOfAClusterAreOneGroupAndAskEveryBroker() {
        ConnectGroup group = connect(Shape.CLUSTER);

        assertThat(group.names()).containsExactly("connect-1", "connect-2");
        assertThat(group.workers())
                .extracting(ConnectWorker::settings)
                .allSatisfy(settings -> assertThat(settings)
                        .containsEntry("group.id", ConnectGroup.GROUP)
                        .containsEntry("bootstrap.servers", kafka(Shape.CLUSTER).bootstrap())
                        .containsEntry("config.storage.replication.factor", "-1"));
        assertThat(group.addresses()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void everyProcessOfAClusterHasPortsAndMetricsOfItsOwn() {
        List<Component> components = Stream.of(
                        kafka(Shape.CLUSTER).components(),
                        connect(Shape.CLUSTER).components(),
                        flink(Shape.CLUSTER).components())
                .flatMap(List::stream)
                .toList();

        assertThat(components)
                .extracting(Component::name)
                .endsWith("flink-jobmanager", "flink-taskmanager-1", "flink-taskmanager-2")
                .doesNotHaveDuplicates();
        assertThat(components.stream().flatMap(component -> component.ports().stream()))
                .doesNotHaveDuplicates();
        assertThat(components.stream().flatMap(component -> component.metrics().stream()))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(components);
    }

    @Test
    void flinkOfAClusterListensOnLoopbackOnlyAndEachTaskManagerHasRoomForTheJob() {
        FlinkCluster cluster = new FlinkCluster(home, ports, new Artifacts(home), flink(Shape.CLUSTER), 2);
        Map<String, String> settings = cluster.settings("flink-taskmanager-2", folder);

        assertThat(settings)
                .containsEntry("jobmanager.bind-host", "127.0.0.1")
                .containsEntry("taskmanager.bind-host", "127.0.0.1")
                .containsEntry("rest.bind-address", "127.0.0.1")
                .containsEntry("taskmanager.numberOfTaskSlots", "2")
                .containsEntry("taskmanager.resource-id", "flink-taskmanager-2");
        assertThat(settings.values()).noneMatch(value -> value.contains("secret"));
    }

    @Test
    void aTaskManagerIsKnownByItsName() {
        String answer = "{\"taskmanagers\":[{\"id\":\"flink-taskmanager-1\"}]}";

        assertThat(FlinkCluster.isRegistered(answer, "flink-taskmanager-1")).isTrue();
        assertThat(FlinkCluster.isRegistered(answer, "flink-taskmanager-2")).isFalse();
    }

    @Test
    void theStreamBeginsWhereItIsToldTo() throws IOException {
        Files.createDirectories(folder.resolve("ingest/contracts"));
        FlinkJob flink = flink(Shape.SINGLE);

        assertThat(flink.options()).containsSequence("--restore", "newest");
        flink.beginFrom("none");
        assertThat(flink.options()).containsSequence("--restore", "none");
        assertThatThrownBy(() -> flink.beginFrom(folder.toString())).hasMessageContaining("holds no savepoint");
        Files.createFile(folder.resolve("_metadata"));
        flink.beginFrom(folder.toString());
        assertThat(flink.options()).containsSequence("--restore", folder.toString());
        flink.beginFrom(folder.toUri().toString());
        assertThat(flink.options()).containsSequence("--restore", folder.toUri().toString());
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
        assertThat(new Artifacts(home).connectClassPath().split(File.pathSeparator))
                .containsExactly(
                        folder.resolve("ops/distributions/kafka/target/lib/*").toString(),
                        folder.resolve("ops/distributions/kafka/target/plugins/debezium-connector-postgres/*")
                                .toString(),
                        folder.resolve("ingest/target/plugin/ingest-1.0-plugin.jar")
                                .toString());
        assertThat(connect().settings()).doesNotContainKey("plugin.path");
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
