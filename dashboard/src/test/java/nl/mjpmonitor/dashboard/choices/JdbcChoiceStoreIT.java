package nl.mjpmonitor.dashboard.choices;

import java.io.IOException;
import nl.mjpmonitor.dashboard.store.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JdbcChoiceStoreIT extends ChoiceStoreContract {

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
    ChoiceStore store() {
        return new JdbcChoiceStore(postgres.store());
    }
}
