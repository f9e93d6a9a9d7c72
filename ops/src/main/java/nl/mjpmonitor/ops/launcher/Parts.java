package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The components of one stack, knowing one another's addresses. Making them starts nothing. */
final class Parts {

    private final Ports ports;
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
        Shape shape = Shape.of(home);
        this.ports = ports;
        this.artifacts = new Artifacts(home);
        this.openData = new OpenData(home, System.getenv());
        this.postgres = new PostgresServer(home, ports, secrets);
        this.kafka = new KafkaCluster(home, ports, artifacts, shape);
        this.connect = new ConnectGroup(home, ports, secrets, artifacts, openData, kafka, shape);
        this.clickHouse = new ClickHouseServer(home, ports, secrets, System.getenv());
        this.flink = new FlinkJob(home, ports, artifacts, clickHouse.address(), kafka, shape);
        this.store = new StoreDatabase(postgres, ports);
        this.dashboard = new DashboardServer(home, ports, artifacts, clickHouse.address(), store);
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
                .toList();
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
