package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The dashboard with its API. */
final class DashboardServer {

    static final String NAME = "dashboard";

    /** What a hundred readers take up, three times: with half of that it was busy collecting garbage for a sixth of the time. */
    private static final int HEAP_MEGABYTES = 640;

    /** It keeps nothing itself, and while it is starting it does not listen to being asked. */
    private static final Duration STOP_GRACE = Duration.ofSeconds(5);

    private final Home home;
    private final Ports ports;
    private final Artifacts artifacts;
    private final RecordedClasses classes;
    private final ClickHouseAddress clickHouse;
    private final StoreDatabase store;

    DashboardServer(
            Home home,
            Ports ports,
            Artifacts artifacts,
            RecordedClasses classes,
            ClickHouseAddress clickHouse,
            StoreDatabase store) {
        this.home = home;
        this.ports = ports;
        this.artifacts = artifacts;
        this.classes = classes;
        this.clickHouse = clickHouse;
        this.store = store;
    }

    Component component() {
        return Component.of(
                        NAME,
                        List.of(PortName.DASHBOARD),
                        Set.of(ClickHouseServer.NAME),
                        this::launch,
                        HealthCheck.http(address().resolve("/actuator/health"), body -> body.contains("\"UP\"")))
                .telling(address().resolve("/actuator/prometheus"))
                .stoppingWithin(STOP_GRACE);
    }

    URI address() {
        return URI.create("http://" + ports.address(PortName.DASHBOARD));
    }

    Path accounts() {
        return home.folder(NAME).resolve("accounts.json");
    }

    private Command launch() throws IOException, InterruptedException {
        Files.createDirectories(home.folder(NAME));
        return DashboardProgram.of(artifacts.dashboard()).command(java(), environment());
    }

    private Command.JavaCommand java() {
        return Command.java()
                .heap(HEAP_MEGABYTES)
                .collectingBesideTheWork()
                .option("-XX:TieredStopAtLevel=1")
                .option("-XX:+UseCompactObjectHeaders")
                .recorded(classes, NAME);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(store.environment());
        environment.putAll(Map.of(
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", Integer.toString(ports.port(PortName.DASHBOARD)),
                "SPRING_MAIN_BANNER_MODE", "off",
                "MJP_ACCOUNTS", accounts().toString(),
                "MJP_DEMO", "true",
                "MJP_CLICKHOUSE_URL", clickHouse.jdbcUrl(),
                "MJP_CLICKHOUSE_USER", clickHouse.user(),
                "MJP_CLICKHOUSE_PASSWORD", clickHouse.password()));
        return environment;
    }
}
