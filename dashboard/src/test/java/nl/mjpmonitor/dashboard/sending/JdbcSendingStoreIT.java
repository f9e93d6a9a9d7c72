package nl.mjpmonitor.dashboard.sending;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.publications.EditionAct;
import nl.mjpmonitor.dashboard.publications.EditionContent;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.publications.EditionState;
import nl.mjpmonitor.dashboard.publications.EditionStores;
import nl.mjpmonitor.dashboard.publications.EditionSubject;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.dashboard.store.Postgres;
import nl.mjpmonitor.dashboard.store.Store;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JdbcSendingStoreIT extends SendingStoreContract {

    private static Postgres postgres;
    private static Store newest;

    @BeforeAll
    static void start() {
        postgres = new Postgres();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    SendingStore store() {
        newest = postgres.store();
        return new JdbcSendingStore(newest);
    }

    @Override
    EditionId edition() {
        Instant at = Instant.parse("2026-02-06T08:14:00Z");
        return EditionStores.in(newest)
                .add(
                        new EditionSubject(new ReportId("maandbeeld"), new AreaCode("GM0935"), Period.month(2026, 1)),
                        Optional.empty(),
                        "",
                        new EditionContent(at, Map.of(), Optional.empty()),
                        new EditionAct(1, EditionState.CONCEPT, "jansen", Role.ANALIST, at))
                .id();
    }
}
