package nl.mjpmonitor.dashboard.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import nl.mjpmonitor.dashboard.store.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbcEditionStoreIT extends EditionStoreContract {

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
    EditionStore store() {
        return new JdbcEditionStore(postgres.store());
    }

    @Test
    void notEvenTheOwnerChangesWhatWasPublished() {
        assertThat(published(store(), EditionBytes.of("rapport.pdf", "application/pdf", new byte[] {1, 2, 3}))
                        .number())
                .contains(1);
        assertThatThrownBy(() -> postgres.execute(
                        "dashboard_owner", "UPDATE dashboard.edition_file SET sha256 = repeat('0', 64)"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> postgres.execute("dashboard_owner", "DELETE FROM dashboard.edition_version"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> postgres.execute("dashboard", "UPDATE dashboard.edition SET reason = 'x'"))
                .hasMessageContaining("permission denied");
    }
}
