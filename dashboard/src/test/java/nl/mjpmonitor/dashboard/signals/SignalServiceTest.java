package nl.mjpmonitor.dashboard.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryAuditStore;
import nl.mjpmonitor.dashboard.InMemorySignalStore;
import nl.mjpmonitor.dashboard.InMemorySignals;
import nl.mjpmonitor.dashboard.LoggedIn;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditEvent;
import nl.mjpmonitor.dashboard.audit.AuditFilter;
import nl.mjpmonitor.dashboard.audit.TrailDriver;
import nl.mjpmonitor.dashboard.duiding.InvalidDuidingException;
import nl.mjpmonitor.warehouse.signals.Signal;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DashboardTest
class SignalServiceTest {

    private static final String BURGLARY = "woninginbraak";
    private final Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);

    @Autowired
    private SignalService service;

    @Autowired
    private InMemorySignals signals;

    @Autowired
    private InMemorySignalStore store;

    @Autowired
    private InMemoryAuditStore trail;

    @Autowired
    private TrailDriver trailDriver;

    private Signal month;
    private Signal series;
    private Signal stagnation;
    private Signal silence;

    @BeforeEach
    void fill() {
        signals.clear();
        store.clear();
        trailDriver.flush();
        trail.clear();
        month = signals.open(SignalRule.MONTH_OUTSIDE_LIMITS, BURGLARY, "GM0935", yesterday);
        series = signals.open(SignalRule.BURGLARY_SERIES, BURGLARY, "BU09350000", yesterday);
        stagnation = signals.open(SignalRule.CASE_STAGNATES, "c1", "BU09350000", yesterday);
        silence = signals.open(SignalRule.FEED_SILENT, "melddesk", "GM0935", yesterday);
    }

    /** What each role sees, and may do with each: s is telling it was seen, e explaining, c closing, - nothing. */
    @ParameterizedTest
    @CsvSource({
        // month of a public figure, series in an own buurt, a case, a silent source
        "raad,             -,   no,  no,  -",
        "gebiedsteam,      se,  se,  no,  se",
        "analist,          sec, sec, sec, sec",
        "programmamanager, sec, sec, sec, sec",
        "driehoek,         s,   s,   s,   s",
        "beheerder,        -,   no,  no,  sec"
    })
    void everyRoleSeesAndDoesWhatIsWrittenDown(
            String role, String ofMonth, String ofSeries, String ofCase, String ofSilence) {
        try (LoggedIn somebody = LoggedIn.inRole(role)) {
            assertThat(somebody).isNotNull();
            assertThat(rights(month)).isEqualTo(ofMonth);
            assertThat(rights(series)).isEqualTo(ofSeries);
            assertThat(rights(stagnation)).isEqualTo(ofCase);
            assertThat(rights(silence)).isEqualTo(ofSilence);
        }
    }

    /** What is done, not what is shown. */
    private String rights(Signal signal) {
        if (service.newest().stream().noneMatch(entry -> entry.signal().equals(signal))) {
            assertThatThrownBy(() -> service.tellSeen(signal.id(), 0)).isInstanceOf(OutOfScopeException.class);
            return "no";
        }
        StringBuilder may = new StringBuilder();
        if (isAllowed(() -> service.tellSeen(signal.id(), version(signal)))) {
            may.append('s');
        }
        if (isAllowed(() -> service.explain(signal.id(), version(signal), "Uitleg"))) {
            may.append('e');
        }
        if (isAllowed(() -> service.close(signal.id(), version(signal), "Klaar"))) {
            may.append('c');
        }
        return may.isEmpty() ? "-" : may.toString();
    }

    private static boolean isAllowed(Runnable act) {
        try {
            act.run();
            return true;
        } catch (OutOfScopeException refused) {
            return false;
        }
    }

    private int version(Signal signal) {
        return entry(signal).version();
    }

    private SignalEntry entry(Signal signal) {
        return service.newest().stream()
                .filter(entry -> entry.signal().id().equals(signal.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSignalOutsideTheOwnAreasIsNotThereForATeam() {
        signals.open(SignalRule.BURGLARY_SERIES, BURGLARY, "BU09350406", yesterday);
        try (LoggedIn team = LoggedIn.inRole("gebiedsteam")) {
            assertThat(team).isNotNull();
            assertThat(service.newest())
                    .extracting(entry -> entry.signal().area().value())
                    .doesNotContain("BU09350406");
        }
    }

    @Test
    void aSignalGoesThroughItsLife() {
        try (LoggedIn analyst = LoggedIn.inRole("analist")) {
            assertThat(analyst).isNotNull();
            assertThat(entry(month).state()).isEqualTo(SignalState.NIEUW);
            assertThat(service.tellSeen(month.id(), 0).state()).isEqualTo(SignalState.GEZIEN);
            assertThat(service.explain(month.id(), 1, "  Eén dader. ").state()).isEqualTo(SignalState.TOEGELICHT);
            assertThat(service.close(month.id(), 2, "Dader is opgepakt.").state())
                    .isEqualTo(SignalState.GESLOTEN);

            assertThat(entry(month).acts())
                    .extracting(SignalAct::number, SignalAct::kind, SignalAct::text)
                    .containsExactly(
                            tuple(1, SignalAct.Kind.GEZIEN, ""),
                            tuple(2, SignalAct.Kind.TOELICHTING, "Eén dader."),
                            tuple(3, SignalAct.Kind.GESLOTEN, "Dader is opgepakt."));
        }
    }

    @Test
    void whatTheMachineFindsNoMoreIsOverAndWhatItFindsAgainIsNew() {
        try (LoggedIn analyst = LoggedIn.inRole("analist")) {
            assertThat(analyst).isNotNull();
            service.tellSeen(month.id(), 0);
            signals.end(month.id(), Instant.now());
            assertThat(entry(month).state()).isEqualTo(SignalState.VOORBIJ);
            service.close(month.id(), 1, "Gecorrigeerd.");
            assertThat(entry(month).state()).isEqualTo(SignalState.GESLOTEN);

            signals.open(
                    SignalRule.MONTH_OUTSIDE_LIMITS,
                    BURGLARY,
                    "GM0935",
                    Instant.now().plusSeconds(60));
            assertThat(entry(month).state()).isEqualTo(SignalState.NIEUW);
            assertThat(entry(month).acts()).as("the history stays").hasSize(2);
        }
    }

    @Test
    void ofTwoWhoActTheSecondIsTold() {
        try (LoggedIn analyst = LoggedIn.inRole("analist")) {
            assertThat(analyst).isNotNull();
            service.tellSeen(month.id(), 0);
            assertThatThrownBy(() -> service.explain(month.id(), 0, "Te laat"))
                    .isInstanceOf(SignalConflictException.class);
            service.close(month.id(), 1, "Klaar");
            assertThatThrownBy(() -> service.explain(month.id(), 2, "Nog iets"))
                    .as("closed is closed")
                    .isInstanceOf(SignalConflictException.class);
            assertThat(entry(month).acts()).hasSize(2);
        }
    }

    @Test
    void aReasonIsPlainTextAndNotEmpty() {
        try (LoggedIn analyst = LoggedIn.inRole("analist")) {
            assertThat(analyst).isNotNull();
            assertThatThrownBy(() -> service.close(month.id(), 0, " ")).isInstanceOf(InvalidDuidingException.class);
            assertThatThrownBy(() -> service.explain(month.id(), 0, "<b>x</b>"))
                    .isInstanceOf(InvalidDuidingException.class);
            assertThat(entry(month).acts()).isEmpty();
        }
    }

    @Test
    void everyActAndEveryRefusalIsInTheTrail() {
        try (LoggedIn analyst = LoggedIn.inRole("analist")) {
            assertThat(analyst).isNotNull();
            service.tellSeen(month.id(), 0);
            service.explain(month.id(), 1, "Uitleg");
            service.close(month.id(), 2, "Klaar");
        }
        try (LoggedIn council = LoggedIn.inRole("raad")) {
            assertThat(council).isNotNull();
            assertThatThrownBy(() -> service.close(series.id(), 0, "Klaar")).isInstanceOf(OutOfScopeException.class);
        }
        trailDriver.flush();

        assertThat(all())
                .extracting(AuditEvent::actor, AuditEvent::action)
                .contains(
                        tuple("analist", AuditAction.SIGNAL_SEEN),
                        tuple("analist", AuditAction.SIGNAL_EXPLAINED),
                        tuple("analist", AuditAction.SIGNAL_CLOSED),
                        tuple("raad", AuditAction.REFUSED));
    }

    private List<AuditEvent> all() {
        return trail.find(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 100));
    }
}
