package nl.mjpmonitor.dashboard.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.archive.Destruction.Act;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.publications.EditionStores;
import nl.mjpmonitor.dashboard.store.Postgres;
import nl.mjpmonitor.dashboard.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JdbcDestructionStoreIT extends DestructionStoreContract {

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
    Stores stores() {
        Store store = postgres.store();
        return new Stores(
                EditionStores.in(store),
                new JdbcDestructionStore(store, JsonMapper.builder().build()));
    }

    @Test
    void theDatabaseItselfHoldsTheRules() {
        Stores stores = stores();
        EditionId id = published(stores.editions(), 1).id();
        assertThatThrownBy(() -> postgres.execute("dashboard_owner", "DELETE FROM dashboard.edition_file"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> postgres.execute(
                        "dashboard",
                        "INSERT INTO dashboard.destruction (edition_id, published_at, category, ended_on, reason, files,"
                                + " proposed_by, proposed_role, proposed_at) VALUES (" + id
                                + ", now(), '1.1', '2099-01-01', '', '[]', 'a', 'b', now())"))
                .as("its term has not ended")
                .hasMessageContaining("violates check constraint");
        Destruction proposal = stores.destructions()
                .propose(
                        proposal(stores, id),
                        new Act("jansen", Role.PROGRAMMAMANAGER, Instant.parse("2026-11-06T08:14:00Z")));
        assertThatThrownBy(() -> postgres.execute("dashboard_owner", "DELETE FROM dashboard.edition_file"))
                .as("a proposal is no decision")
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> postgres.execute("dashboard", decision(proposal.id(), "Jansen")))
                .hasMessageContaining("Whoever proposes does not approve");
        assertThatThrownBy(() -> postgres.execute("dashboard", "DELETE FROM dashboard.edition_file"))
                .hasMessageContaining("permission denied");
        assertThat(stores.editions().files(id)).hasSize(1);
        assertThatThrownBy(() -> postgres.execute("dashboard_owner", "UPDATE dashboard.destruction SET reason = ''"))
                .hasMessageContaining("append-only");
    }

    private static String decision(long id, String actor) {
        return "INSERT INTO dashboard.destruction_decision VALUES (" + id + ", true, '" + actor
                + "', 'driehoek', now())";
    }
}
