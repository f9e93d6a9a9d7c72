package nl.mjpmonitor.dashboard.duiding;

import java.io.IOException;
import nl.mjpmonitor.dashboard.store.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JdbcDuidingStoreIT extends DuidingStoreContract {

    private static Postgres postgres;

    @BeforeAll
    static void start() {
        postgres = new Postgres();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    DuidingStore store() {
        return new JdbcDuidingStore(postgres.store());
    }
}
