package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The components of one stack, knowing one another's addresses. Making them starts nothing. */
final class Parts {

    /** A process that records writes what it recorded when it stops. */
    private static final Duration WRITING_LIMIT = Duration.ofMinutes(2);

    private final Ports ports;
    private final RecordedClasses classes;
    private final Artifacts artifacts;
    private final OpenData openData;
    private final PostgresServer postgres;
    private final KafkaCluster kafka;
    private final ConnectGroup connect;
    private final ClickHouseServer clickHouse;
    private final FlinkJob flink;
    private final StoreDatabase store;
    private final DashboardServer dashboard;

    /** The parts in the shape that the state was made in. */
    Parts(Home home, Ports ports, Secrets secrets) throws IOException, InterruptedException {
        this(home, ports, secrets, RecordedClasses.used(home));
    }

    /** The same, with a choice of using or making recorded classes. */
    Parts(Home home, Ports ports, Secrets secrets, RecordedClasses classes) throws IOException, InterruptedException {
        Shape shape = Shape.of(home);
        this.ports = ports;
        this.classes = classes;
        this.artifacts = new Artifacts(home);
        this.openData = new OpenData(home, System.getenv());
        this.postgres = new PostgresServer(home, ports, secrets);
        this.kafka = new KafkaCluster(home, ports, artifacts, classes, shape);
        this.connect = new ConnectGroup(home, ports, secrets, artifacts, classes, openData, kafka, shape);
        this.clickHouse = new ClickHouseServer(home, ports, secrets, System.getenv());
        this.flink = new FlinkJob(home, ports, artifacts, classes, clickHouse.address(), kafka, shape);
        this.store = new StoreDatabase(postgres, ports);
        this.dashboard = new DashboardServer(home, ports, artifacts, classes, clickHouse.address(), store);
    }

    /** All of them, servers before their clients. */
    List<Component> components() {
        return Stream.of(
                        List.of(postgres.component()),
                        kafka.components(),
                        clickHouse.component().stream().toList(),
                        connect.components(),
                        flink.components(),
                        List.of(dashboard.component()))
                .flatMap(List::stream)
                .map(component -> classes.isRecording() ? recording(component) : component)
                .toList();
    }

    /** Without what would be added to it: that is not part of its start. */
    private static Component recording(Component component) {
        return component.stoppingWithin(WRITING_LIMIT).adding(process -> {});
    }

    Ports ports() {
        return ports;
    }

    Artifacts artifacts() {
        return artifacts;
    }

    OpenData openData() {
        return openData;
    }

    PostgresServer postgres() {
        return postgres;
    }

    KafkaCluster kafka() {
        return kafka;
    }

    ConnectGroup connect() {
        return connect;
    }

    ClickHouseServer clickHouse() {
        return clickHouse;
    }

    FlinkJob flink() {
        return flink;
    }

    StoreDatabase store() {
        return store;
    }

    DashboardServer dashboard() {
        return dashboard;
    }
}
