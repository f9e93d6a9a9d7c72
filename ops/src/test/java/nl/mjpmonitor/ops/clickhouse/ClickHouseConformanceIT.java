package nl.mjpmonitor.ops.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.mjpmonitor.ops.chain.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One suite, run against the embedded engine and, where one is found, against a real server. */
class ClickHouseConformanceIT {

    private static final String NO_REAL_SERVER =
            "The conformance suite is not run against a real ClickHouse, there is none on"
                    + " this machine: set CLICKHOUSE_URL or CLICKHOUSE_BIN to compare with one";

    /** Shows in every report why the second half of the suite did not run, when it did not. */
    @Test
    void thereIsARealServerToCompareWith(@TempDir Path folder) throws Exception {
        assertThat(realServer(folder).description()).isNotBlank();
    }

    private static ClickHouseEngine realServer(Path folder) throws Exception {
        ClickHouseEngine engine = ClickHouseEngine.choose(System.getenv(), folder, Path.of("npm"));
        boolean isMissing = engine instanceof ClickHouseEngine.Embedded;
        if (isMissing) {
            System.out.println(NO_REAL_SERVER);
        }
        assumeFalse(isMissing, NO_REAL_SERVER);
        return engine;
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnTheEmbeddedEngine extends ClickHouseConformance {

        private EmbeddedClickHouse engine;

        @BeforeAll
        void start(@TempDir Path folder) throws Exception {
            engine = EmbeddedClickHouse.start(folder.resolve("clickhouse"));
            use(engine.address(), EmbeddedClickHouse.USER, EmbeddedClickHouse.PASSWORD);
        }

        @AfterAll
        void stop() throws Exception {
            removeDatabase();
            engine.close();
        }
    }

    /** A server at {@code CLICKHOUSE_URL}, or one started from {@code CLICKHOUSE_BIN} or the PATH. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnARealServer extends ClickHouseConformance {

        private Process process;
        private boolean found;

        @BeforeAll
        void find(@TempDir Path folder) throws Exception {
            Map<String, String> environment = System.getenv();
            ClickHouseEngine engine = realServer(folder);
            ClickHouseSite site = new ClickHouseSite(
                    folder.resolve("server"),
                    freePort(),
                    freePort(),
                    EmbeddedClickHouse.USER,
                    EmbeddedClickHouse.PASSWORD);
            if (engine.process(site).isPresent()) {
                start(engine.process(site).get(), engine.address(site));
                use(engine.address(site), site.user(), site.password());
            } else {
                use(
                        engine.address(site),
                        environment.getOrDefault("CLICKHOUSE_USER", "default"),
                        environment.getOrDefault("CLICKHOUSE_PASSWORD", ""));
            }
            found = true;
        }

        @AfterAll
        void stop() throws Exception {
            if (found) {
                removeDatabase();
            }
            if (process != null) {
                process.destroy();
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        }

        private void start(ClickHouseProcess server, URI address) throws Exception {
            server.preparation().prepare();
            ProcessBuilder builder = new ProcessBuilder(server.command()).inheritIO();
            builder.environment().putAll(server.environment());
            process = builder.start();
            Until.holds(
                    Duration.ofSeconds(60),
                    () -> new ClickHouseTarget(address, "", "", "default")
                                    .get("/ping", Map.of())
                                    .statusCode()
                            == 200);
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }
}
