package nl.mjpmonitor.ops.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.mjpmonitor.warehouse.WarehouseContract;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The warehouse's own suite, on the embedded engine. */
class WarehouseOnEmbeddedEngineIT extends WarehouseContract {

    private final EmbeddedClickHouse engine;

    /** Runs after the methods of the suite that clean up in the engine, which a method of this class would not. */
    @RegisterExtension
    final AfterAllCallback stopEngine;

    /** Starts the engine here and not in a method, because the suite's own preparation asks for the address first. */
    WarehouseOnEmbeddedEngineIT() throws IOException {
        engine = EmbeddedClickHouse.start(Files.createTempDirectory(Path.of("target"), "warehouse-"));
        stopEngine = context -> {
            // it is also called after each nested class
            if (context.getRequiredTestClass() == WarehouseOnEmbeddedEngineIT.class) {
                engine.close();
            }
        };
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
