package nl.mjpmonitor.ops.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import nl.mjpmonitor.ops.clickhouse.ClickHouseEngine;
import nl.mjpmonitor.ops.clickhouse.ClickHouseProcess;
import nl.mjpmonitor.ops.clickhouse.ClickHouseSite;
import nl.mjpmonitor.ops.launcher.Home;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/** A ClickHouse for one measurement, with data of its own; stops when it is closed. */
final class BenchEngine implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(30);
    private static final String USER = "bench";
    private static final String PASSWORD = "only-for-measurements";

    private final ClickHouseEngine engine;
    private final ClickHouseSite site;
    private final Process process;

    private BenchEngine(ClickHouseEngine engine, ClickHouseSite site, Process process) {
        this.engine = engine;
        this.site = site;
        this.process = process;
    }

    /** Starts one on a data folder, which is created when missing. */
    static BenchEngine start(Home home, Path data) throws Exception {
        ClickHouseEngine engine = ClickHouseEngine.choose(
                System.getenv(),
                home.cache(),
                home.cache().resolve("node").resolve("bin").resolve("npm"));
        ClickHouseSite site = new ClickHouseSite(data, freePort(), freePort(), USER, PASSWORD);
        ClickHouseProcess what = engine.process(site)
                .orElseThrow(() -> new IllegalStateException(
                        "A measurement needs an engine of its own; run it without CLICKHOUSE_URL"));
        Files.createDirectories(data);
        what.preparation().prepare();
        ProcessBuilder builder = new ProcessBuilder(what.command())
                .redirectOutput(data.resolve("output.log").toFile())
                .redirectError(data.resolve("errors.log").toFile());
        builder.environment().putAll(what.environment());
        BenchEngine started = new BenchEngine(engine, site, builder.start());
        started.awaitReady();
        return started;
    }

    String description() {
        return engine.description();
    }

    WarehouseConnection open() {
        return WarehouseConnection.open(engine.address(site).toString(), USER, PASSWORD, LONGEST_STATEMENT);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interruption) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() throws InterruptedException {
        Instant deadline = Instant.now().plus(START_LIMIT);
        try (WarehouseConnection connection = open()) {
            while (!connection.isReachable()) {
                if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("ClickHouse did not start; see errors.log in " + site.data());
                }
                Thread.sleep(100);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
