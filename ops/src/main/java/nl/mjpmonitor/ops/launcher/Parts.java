package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The components of one stack, knowing one another's addresses. Making them starts nothing. */
final class Parts {

    private final Ports ports;
    private final Artifacts artifacts;
    private final OpenData openData;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final ConnectWorker connect;
    private final ClickHouseServer clickHouse;
    private final FlinkJob flink;
    private final StoreDatabase store;
    private final DashboardServer dashboard;

    Parts(Home home, Ports ports, Secrets secrets) throws IOException, InterruptedException {
        this.ports = ports;
        this.artifacts = new Artifacts(home);
        this.openData = new OpenData(home, System.getenv());
        this.postgres = new PostgresServer(home, ports, secrets);
        this.kafka = new KafkaBroker(home, ports, artifacts);
        this.connect = new ConnectWorker(home, ports, secrets, artifacts, openData);
        this.clickHouse = new ClickHouseServer(home, ports, secrets, System.getenv());
        this.flink = new FlinkJob(home, ports, artifacts, clickHouse.address());
        this.store = new StoreDatabase(postgres, ports);
        this.dashboard = new DashboardServer(home, ports, artifacts, clickHouse.address(), store);
    }

    /** All of them, servers before their clients. */
    List<Component> components() {
        return Stream.of(
                        Optional.of(postgres.component()),
                        Optional.of(kafka.component()),
                        clickHouse.component(),
                        Optional.of(connect.component()),
                        Optional.of(flink.component()),
                        Optional.of(dashboard.component()))
                .flatMap(Optional::stream)
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

    KafkaBroker kafka() {
        return kafka;
    }

    ConnectWorker connect() {
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
