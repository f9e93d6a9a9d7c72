package nl.mjpmonitor.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryAuditStore;
import nl.mjpmonitor.dashboard.LoggedIn;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditEvent;
import nl.mjpmonitor.dashboard.audit.AuditFilter;
import nl.mjpmonitor.dashboard.audit.TrailDriver;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DashboardTest
class ReviewServiceTest {

    private static final ReviewKey OCTOBER = ReviewStoreContract.OCTOBER;
    private static final FrozenReview FROZEN = new FrozenReview(
            "2026-10",
            "GM0935",
            "Maastricht",
            "2026-11-12T08:14:00Z",
            "",
            true,
            List.of("Alles is bekend."),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    @Autowired
    private ReviewService service;

    @Autowired
    private InMemoryReviewStore store;

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

    /** What each role may: read, write, establish. */
    @ParameterizedTest
    @CsvSource({
        "raad,             no,  no,  no",
        "gebiedsteam,      no,  no,  no",
        "analist,          yes, yes, no",
        "programmamanager, yes, yes, yes",
        "driehoek,         yes, yes, yes",
        "beheerder,        no,  no,  no"
    })
    void everyRoleMayDoWhatTheTableSays(String role, String read, String write, String establish) {
        try (LoggedIn person = LoggedIn.inRole(role)) {
            assertThat(person).isNotNull();
            assertAllowed(read, () -> service.agenda(OCTOBER));
            assertAllowed(read, () -> service.agendaBefore(OCTOBER));
            assertAllowed(read, () -> service.snapshots(OCTOBER.area()));
            assertAllowed(read, () -> service.snapshot(1));
            assertAllowed(write, () -> service.write(OCTOBER, 0, AgendaContent.EMPTY.withOutlook("Kermis")));
            int seen = store.agenda(OCTOBER).number();
            assertAllowed(establish, () -> service.establish(OCTOBER, seen, Instant.EPOCH, FROZEN));
        }
        assertThat(store.agenda(OCTOBER).versions()).hasSize(write.equals("yes") ? 1 : 0);
        assertThat(store.snapshots(OCTOBER.area())).hasSize(establish.equals("yes") ? 1 : 0);
    }

    @Test
    void whatWasEstablishedIsReadBackAndFitsItsHash() {
        try (LoggedIn person = LoggedIn.as("de vries", "ROLE_DRIEHOEK")) {
            assertThat(person).isNotNull();
            Snapshot kept = service.establish(OCTOBER, 0, Instant.parse("2026-11-12T08:14:00Z"), FROZEN);
            Snapshot found = service.snapshot(kept.heading().id()).orElseThrow();

            assertThat(found.isIntact()).isTrue();
            assertThat(service.content(found)).isEqualTo(FROZEN);
            assertThat(found.heading().author()).isEqualTo("de vries");
            assertThat(found.heading().authorRole()).isEqualTo(Role.DRIEHOEK);
            assertThat(new Snapshot(found.heading(), found.content() + " ").isIntact())
                    .isFalse();
        }
    }

    @Test
    void everyActLeavesATrace() {
        try (LoggedIn person = LoggedIn.inRole("programmamanager")) {
            assertThat(person).isNotNull();
            service.write(OCTOBER, 0, AgendaContent.EMPTY.withOutlook("Kermis"));
            service.establish(OCTOBER, 1, Instant.EPOCH, FROZEN);
        }
        try (LoggedIn person = LoggedIn.inRole("raad")) {
            assertThat(person).isNotNull();
            assertThatThrownBy(() -> service.agenda(OCTOBER)).isInstanceOf(OutOfScopeException.class);
        }
        trailDriver.flush();
        assertThat(trail.find(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 10)).stream()
                        .map(AuditEvent::action))
                .containsExactlyInAnyOrder(
                        AuditAction.REVIEW_WRITTEN, AuditAction.REVIEW_ESTABLISHED, AuditAction.REFUSED);
    }

    private static void assertAllowed(String allowed, ThrowingCallable act) {
        if (allowed.equals("yes")) {
            assertThatCode(act).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(act).isInstanceOf(OutOfScopeException.class);
        }
    }
}
