package nl.mjpmonitor.ops.clickhouse;

import java.nio.file.Path;
import nl.mjpmonitor.warehouse.WarehouseContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The warehouse's own suite, on the embedded engine. */
class WarehouseOnEmbeddedEngineIT extends WarehouseContract {

    @TempDir
    private static Path data;

    private static EmbeddedClickHouse engine;

    @BeforeAll
    static void startEngine() {
        engine = EmbeddedClickHouse.start(data);
    }

    @AfterAll
    static void stopEngine() {
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
