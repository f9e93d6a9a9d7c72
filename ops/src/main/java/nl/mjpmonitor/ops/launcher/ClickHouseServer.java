package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.ops.clickhouse.ClickHouseEngine;
import nl.mjpmonitor.ops.clickhouse.ClickHouseProcess;
import nl.mjpmonitor.ops.clickhouse.ClickHouseSite;
import nl.mjpmonitor.ops.clickhouse.EngineUnavailableException;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/** ClickHouse: a server that somebody else runs, or a process of this stack. */
final class ClickHouseServer {

    static final String NAME = "clickhouse";

    private final ClickHouseEngine engine;
    private final ClickHouseSite site;
    private final Map<String, String> environment;

    /** @throws LauncherException when what the environment asks for cannot be had on this machine */
    ClickHouseServer(Home home, Ports ports, Secrets secrets, Map<String, String> environment)
            throws IOException, InterruptedException {
        this.environment = environment;
        this.site = new ClickHouseSite(
                home.folder(NAME).resolve("data"),
                ports.port(PortName.CLICKHOUSE),
                ports.port(PortName.CLICKHOUSE_METRICS),
                Secrets.CLICKHOUSE_USER,
                secrets.clickhouse());
        try {
            this.engine = ClickHouseEngine.choose(environment, home.cache(), npm(home));
        } catch (EngineUnavailableException e) {
            throw new LauncherException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The process to run; empty when somebody else runs the server. */
    Optional<Component> component() {
        return engine.process(site)
                .map(process -> Component.of(
                                NAME,
                                List.of(PortName.CLICKHOUSE, PortName.CLICKHOUSE_METRICS),
                                Set.of(),
                                () -> launch(process),
                                ping())
                        .telling(URI.create("http://127.0.0.1:%d/metrics".formatted(site.metricsPort()))));
    }

    /**
     * Starting over means an empty warehouse too, and a server that somebody else runs is not ours to empty.
     *
     * @throws LauncherException when such a server holds a warehouse
     */
    void requireEmpty() {
        if (engine.process(site).isPresent()) {
            return;
        }
        try (WarehouseConnection connection = address().open()) {
            boolean isEmpty = connection
                    .query(
                            "Look for a warehouse",
                            "SELECT name FROM system.databases WHERE name IN ('raw', 'core', 'mart', 'control')",
                            Map.of(),
                            row -> row.getString("name"))
                    .isEmpty();
            if (!isEmpty) {
                throw new LauncherException(
                        "The server at CLICKHOUSE_URL holds an earlier warehouse, which --fresh leaves alone: drop its databases"
                                + " raw, core, mart and control, or run without CLICKHOUSE_URL.");
            }
        }
    }

    boolean isReachable() throws InterruptedException {
        return ping().check().isHealthy();
    }

    ClickHouseAddress address() {
        boolean isGiven = engine.process(site).isEmpty();
        URI http = engine.address(site);
        return new ClickHouseAddress(
                "jdbc:clickhouse:" + http,
                isGiven ? environment.getOrDefault("CLICKHOUSE_USER", "default") : site.user(),
                isGiven ? environment.getOrDefault("CLICKHOUSE_PASSWORD", "") : site.password());
    }

    private HealthCheck ping() {
        return HealthCheck.http(engine.address(site).resolve("/ping"), body -> body.startsWith("Ok"));
    }

    private Command launch(ClickHouseProcess process) throws IOException, InterruptedException {
        Files.createDirectories(site.data());
        try {
            process.preparation().prepare();
        } catch (EngineUnavailableException e) {
            throw new LauncherException(String.valueOf(e.getMessage()), e);
        }
        return new Command(process.program(), process.command(), process.environment());
    }

    /** The npm beside the Node that the build fetched, when there is no other. */
    private static Path npm(Home home) {
        Path fetched = home.cache().resolve("node").resolve("bin").resolve("npm");
        return !Command.onPath("npm") && Files.isExecutable(fetched) ? fetched : Path.of("npm");
    }
}
