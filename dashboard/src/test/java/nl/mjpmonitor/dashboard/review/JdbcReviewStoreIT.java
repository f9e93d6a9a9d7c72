package nl.mjpmonitor.dashboard.review;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import nl.mjpmonitor.dashboard.store.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.json.JsonMapper;

class JdbcReviewStoreIT extends ReviewStoreContract {

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
    ReviewStore store() {
        return new JdbcReviewStore(postgres.store(), JsonMapper.shared());
    }

    @Test
    void whatWasEstablishedCannotBeChangedByAnybody() {
        store().add(snapshot(OCTOBER, "{}"), 0);
        for (String role : new String[] {"dashboard", "dashboard_owner"}) {
            assertThatThrownBy(
                            () -> postgres.execute(role, "UPDATE dashboard.review_snapshot SET author = 'een ander'"))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> postgres.execute(role, "DELETE FROM dashboard.review_snapshot"))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> postgres.execute(role, "TRUNCATE dashboard.review_snapshot"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aHashOfSomethingElseIsRefused() {
        ReviewStore store = store();
        Snapshot other = new Snapshot(snapshot(OCTOBER, "{}").heading(), "{ }");
        assertThatThrownBy(() -> store.add(other, 0)).isInstanceOf(DataIntegrityViolationException.class);
    }
}
