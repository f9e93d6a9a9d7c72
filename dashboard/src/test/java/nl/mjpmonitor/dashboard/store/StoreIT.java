package nl.mjpmonitor.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreIT {

    private static Postgres postgres;

    @BeforeAll
    static void start() {
        postgres = new Postgres();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void anEmptyDatabaseIsBroughtUpToDateOnceAndFound() {
        try (Store store = postgres.store()) {
            assertThat(store.state()).isEqualTo(StoreState.READY);
            assertThat(store.schemaVersion()).isEqualTo("23");
            store.look();
            assertThat(store.<Integer>read(client -> client.sql("SELECT count(*) FROM duiding")
                            .query(Integer.class)
                            .single()))
                    .isZero();
        }
    }

    @Test
    void itRefusesAtOnceWhileTheServerIsAwayAndReturnsByItself() {
        try (Store store = postgres.store()) {
            postgres.goAway();
            assertThatThrownBy(() -> count(store)).isInstanceOf(StoreAwayException.class);
            assertThat(store.state()).isEqualTo(StoreState.AWAY);
            long before = System.nanoTime();
            assertThatThrownBy(() -> count(store)).isInstanceOf(StoreAwayException.class);
            assertThat(System.nanoTime() - before).as("nanoseconds").isLessThan(100_000_000L);
            store.look();
            assertThat(store.state()).isEqualTo(StoreState.AWAY);
            postgres.comeBack();
            store.look();
            assertThat(store.state()).isEqualTo(StoreState.READY);
            assertThat(count(store)).isZero();
        }
    }

    @Test
    void aServerThatWasNeverThereIsNoReasonToFail() {
        try (Store store =
                new Store(new StoreSettings("jdbc:postgresql://127.0.0.1:1/dashboard", "dashboard", "", "", ""))) {
            store.look();
            assertThat(store.state()).isEqualTo(StoreState.AWAY);
            assertThat(store.schemaVersion()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM duiding",
                "DELETE FROM duiding_version",
                "UPDATE duiding SET period = '2022'",
                "UPDATE duiding_version SET text = 'anders'",
                "UPDATE audit_event SET actor = 'ander'",
                "DELETE FROM audit_event",
                "TRUNCATE audit_event",
                "DROP TABLE audit_event",
                "ALTER TABLE audit_event DISABLE TRIGGER ALL",
                "CREATE TABLE eigen (x int)"
            })
    void theUserHasTheLeastRights(String statement) {
        try (Store store = postgres.store()) {
            assertThatThrownBy(() -> postgres.execute("dashboard", "SET search_path = dashboard; " + statement))
                    .hasStackTraceContaining("ERROR: ");
            assertThat(count(store)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE audit_event SET actor = 'ander'", "DELETE FROM audit_event", "TRUNCATE audit_event"})
    void evenTheOwnerCannotChangeTheTrail(String statement) {
        try (Store store = postgres.store()) {
            postgres.execute(
                    "dashboard",
                    "INSERT INTO dashboard.audit_event (happened_at, actor, action, subject) VALUES (now(), 'a', 'login', '')");
            assertThatThrownBy(() -> postgres.execute("dashboard_owner", "SET search_path = dashboard; " + statement))
                    .hasStackTraceContaining("append-only");
            assertThat(store.state()).isEqualTo(StoreState.READY);
        }
    }

    @Test
    void badSettingsAreRefusedWithWhatToChange() {
        assertThatThrownBy(() -> new StoreSettings("jdbc:mysql://x", "u", "p", "", ""))
                .hasMessageContaining("MJP_STORE_URL must start with");
        assertThatThrownBy(() -> new StoreSettings("jdbc:postgresql://x/y", "", "p", "", ""))
                .hasMessageContaining("MJP_STORE_USER");
        assertThatCode(() -> new Store(new StoreSettings("", "", "", "", "")).look())
                .doesNotThrowAnyException();
        assertThat(new StoreSettings("jdbc:postgresql://x/y", "u", "geheim", "", "").toString())
                .doesNotContain("geheim");
    }

    private static int count(Store store) {
        return store.read(client ->
                client.sql("SELECT count(*) FROM duiding").query(Integer.class).single());
    }
}
