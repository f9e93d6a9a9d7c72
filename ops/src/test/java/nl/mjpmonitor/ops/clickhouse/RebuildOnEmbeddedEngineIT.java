package nl.mjpmonitor.ops.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.mjpmonitor.warehouse.rebuild.RebuildContract;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The warehouse's suite of rebuilds, on the embedded engine. */
class RebuildOnEmbeddedEngineIT extends RebuildContract {

    private final EmbeddedClickHouse engine;

    /** Runs after the methods of the suite that clean up in the engine. */
    @RegisterExtension
    final AfterAllCallback stopEngine;

    /** Starts the engine here and not in a method, because the suite's own preparation asks for the address first. */
    RebuildOnEmbeddedEngineIT() throws IOException {
        engine = EmbeddedClickHouse.start(Files.createTempDirectory(Path.of("target"), "rebuild-"));
        stopEngine = context -> engine.close();
    }

    @Override
    protected String url() {
        return engine.jdbcUrl();
    }

    @Override
    protected String user() {
        return EmbeddedClickHouse.USER;
    }

    @Override
    protected String password() {
        return EmbeddedClickHouse.PASSWORD;
    }
}
