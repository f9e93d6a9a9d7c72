package nl.mjpmonitor.dashboard.duiding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryAuditStore;
import nl.mjpmonitor.dashboard.InMemoryDuidingStore;
import nl.mjpmonitor.dashboard.LoggedIn;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditEvent;
import nl.mjpmonitor.dashboard.audit.AuditFilter;
import nl.mjpmonitor.dashboard.audit.TrailDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DashboardTest
class DuidingServiceTest {

    private static final DuidingSubject SUBJECT = DuidingStoreContract.subject("woninginbraak", "GM0935", "2023");
    private static final DuidingQuestion ALL =
            new DuidingQuestion(Optional.empty(), Optional.empty(), Optional.empty());

    @Autowired
    private DuidingService service;

    @Autowired
    private InMemoryDuidingStore store;

    @Autowired
    private InMemoryAuditStore trail;

    @Autowired
    private TrailDriver trailDriver;

    @BeforeEach
    void clear() {
        store.clear();
        trailDriver.flush();
        trail.clear();
    }

    /** What each role may: see a concept, write, edit, establish, withdraw. */
    @ParameterizedTest
    @CsvSource({
        "raad,             no,  no,  no,  no",
        "gebiedsteam,      no,  no,  no,  no",
        "analist,          yes, yes, no,  no",
        "programmamanager, yes, yes, yes, yes",
        "driehoek,         yes, no,  yes, yes",
        "beheerder,        no,  no,  no,  no"
    })
    void theServiceHoldsTheTable(String role, String reads, String writes, String establishes, String withdraws) {
        Duiding concept = written();
        try (LoggedIn _ = LoggedIn.inRole(role)) {
            assertThat(service.find(ALL)).hasSize(reads.equals("yes") ? 1 : 0);
            assertMay(writes, () -> service.write(SUBJECT, "tekst"));
            assertMay(writes, () -> service.edit(concept.id(), 1, "andere tekst"));
            int seen = store.find(concept.id()).orElseThrow().current().number();
            if (seen == 2 && establishes.equals("yes")) {
                // one's own text is for somebody else
                assertThatThrownBy(() -> service.establish(concept.id(), 2)).isInstanceOf(OutOfScopeException.class);
            } else {
                assertMay(establishes, () -> service.establish(concept.id(), seen));
            }
            int last = store.find(concept.id()).orElseThrow().current().number();
            assertMay(withdraws, () -> service.withdraw(concept.id(), last));
        }
    }

    private static void assertMay(String may, Runnable act) {
        if (may.equals("yes")) {
            act.run();
        } else {
            assertThatThrownBy(act::run).isInstanceOf(OutOfScopeException.class);
        }
    }

    @Test
    void aTextGoesFromConceptToEstablishedAndBackToTheDrawerWithItsWholeHistory() {
        Duiding concept = written();
        try (LoggedIn _ = LoggedIn.inRole("programmamanager")) {
            service.establish(concept.id(), 1);
        }
        assertThat(seenBy("raad")).containsExactly("Eerste tekst");
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            service.edit(concept.id(), 2, "Betere tekst");
        }
        assertThat(seenBy("raad")).as("until the better text is established").containsExactly("Eerste tekst");
        try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
            service.establish(concept.id(), 3);
        }
        assertThat(seenBy("raad")).containsExactly("Betere tekst");
        try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
            service.withdraw(concept.id(), 4);
            assertThatThrownBy(() -> service.withdraw(concept.id(), 5)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(seenBy("raad")).isEmpty();
        assertThat(store.find(concept.id()).orElseThrow().versions())
                .extracting(DuidingVersion::number, DuidingVersion::state, DuidingVersion::authorRole)
                .containsExactly(
                        tuple(1, DuidingState.CONCEPT, Role.ANALIST),
                        tuple(2, DuidingState.VASTGESTELD, Role.PROGRAMMAMANAGER),
                        tuple(3, DuidingState.CONCEPT, Role.ANALIST),
                        tuple(4, DuidingState.VASTGESTELD, Role.DRIEHOEK),
                        tuple(5, DuidingState.INGETROKKEN, Role.DRIEHOEK));
        trailDriver.flush();
        assertThat(trail.find(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 10))
                        .reversed())
                .extracting(AuditEvent::action)
                .containsExactly(
                        AuditAction.DUIDING_WRITTEN,
                        AuditAction.DUIDING_ESTABLISHED,
                        AuditAction.DUIDING_EDITED,
                        AuditAction.DUIDING_ESTABLISHED,
                        AuditAction.DUIDING_WITHDRAWN);
    }

    @Test
    void whoSeesWhatWasEstablishedOnlySeesTheRoleOfTheWriterAndNoNameOrHistory() {
        Duiding concept = written();
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            service.edit(concept.id(), 1, "Tweede tekst");
        }
        try (LoggedIn _ = LoggedIn.inRole("programmamanager")) {
            service.establish(concept.id(), 2);
        }
        try (LoggedIn _ = LoggedIn.inRole("raad")) {
            Duiding seen = service.find(ALL).getFirst();
            assertThat(seen.versions()).extracting(DuidingVersion::text).containsOnly("Tweede tekst");
            assertThat(seen.versions()).extracting(DuidingVersion::author).containsOnly("");
            assertThat(seen.written(seen.current()).authorRole()).isEqualTo(Role.ANALIST);
        }
    }

    @Test
    void theSecondOfTwoWritersIsToldWhatTheFirstWrote() {
        Duiding concept = written();
        try (LoggedIn _ = LoggedIn.inRole("programmamanager")) {
            service.edit(concept.id(), 1, "Van de manager");
        }
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            assertThatThrownBy(() -> service.edit(concept.id(), 1, "Van de analist"))
                    .isInstanceOfSatisfying(
                            DuidingConflictException.class,
                            conflict -> assertThat(conflict.current().current().text())
                                    .isEqualTo("Van de manager"));
        }
    }

    @Test
    void outsideTheOwnScopeNothingIsWritten() {
        try (LoggedIn _ = LoggedIn.as("iemand", "ROLE_GEBIEDSTEAM", "AREA_WK093500")) {
            assertThatThrownBy(() -> service.write(SUBJECT, "tekst")).isInstanceOf(OutOfScopeException.class);
        }
        assertThat(store.find(ALL)).isEmpty();
    }

    private Duiding written() {
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            return service.write(SUBJECT, "Eerste tekst");
        }
    }

    private List<String> seenBy(String role) {
        try (LoggedIn _ = LoggedIn.inRole(role)) {
            return service.find(ALL).stream()
                    .map(duiding -> duiding.current().text())
                    .toList();
        }
    }
}
