package nl.mjpmonitor.dashboard.signals;

import java.io.IOException;
import nl.mjpmonitor.dashboard.store.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JdbcSignalStoreIT extends SignalStoreContract {

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
    SignalStore store() {
        return new JdbcSignalStore(postgres.store());
    }
}
