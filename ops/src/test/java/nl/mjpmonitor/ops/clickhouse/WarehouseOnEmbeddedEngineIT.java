package nl.mjpmonitor.ops.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.mjpmonitor.warehouse.WarehouseContract;
import org.junit.jupiter.api.AfterAll;

/** The warehouse's own suite, on the embedded engine. */
class WarehouseOnEmbeddedEngineIT extends WarehouseContract {

    private final EmbeddedClickHouse engine;

    /** Starts the engine here and not in a method, because the suite's own preparation asks for the address first. */
    WarehouseOnEmbeddedEngineIT() throws IOException {
        engine = EmbeddedClickHouse.start(Files.createTempDirectory(Path.of("target"), "warehouse-"));
    }

    @AfterAll
    void stopEngine() {
        engine.close();
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
