package nl.mjpmonitor.dashboard.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryAuditStore;
import nl.mjpmonitor.dashboard.InMemoryDuidingStore;
import nl.mjpmonitor.dashboard.InMemoryEditionStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.LoggedIn;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditEvent;
import nl.mjpmonitor.dashboard.audit.AuditFilter;
import nl.mjpmonitor.dashboard.audit.TrailDriver;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.pdf.PdfVerdict;
import nl.mjpmonitor.dashboard.duiding.DuidingState;
import nl.mjpmonitor.dashboard.duiding.DuidingSubject;
import nl.mjpmonitor.dashboard.duiding.DuidingVersion;
import nl.mjpmonitor.dashboard.publications.EditionRefusedException.Reason;
import nl.mjpmonitor.dashboard.reports.PublishedWarehouse;
import nl.mjpmonitor.dashboard.reports.ReportBlock;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.periods.Period;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DashboardTest
class EditionLifeTest {

    private static final String TEXT = "tekst-samenvatting";

    @Autowired
    private EditionLife life;

    @Autowired
    private InMemoryEditionStore store;

    @Autowired
    private InMemoryDuidingStore duidingen;

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private InMemoryAuditStore trail;

    @Autowired
    private TrailDriver trailDriver;

    @BeforeEach
    void fill() {
        store.clear();
        duidingen.clear();
        warehouse.clear();
        PublishedWarehouse.fill(warehouse);
        trailDriver.flush();
        trail.clear();
    }

    @AfterEach
    void comeBack() {
        warehouse.comeBack();
    }

    /** What each role may with a report for the driehoek: see it published, see its concept, make, approve, publish. */
    @ParameterizedTest
    @CsvSource({
        "raad,             no,  no,  no,  no,  no",
        "gebiedsteam,      no,  no,  no,  no,  no",
        "analist,          yes, yes, yes, no,  no",
        "programmamanager, yes, yes, yes, yes, yes",
        "driehoek,         yes, yes, no,  yes, yes",
        "beheerder,        no,  no,  no,  no,  no"
    })
    void theLifeHoldsTheTable(
            String role, String published, String concept, String makes, String approves, String publishes) {
        Edition waiting = submitted(subject("tussenrapportage", "2022"), "maker");
        Edition approved = approved(subject("tussenrapportage", "2021"));
        Edition out = published(subject("tussenrapportage", "2023"));
        try (LoggedIn _ = LoggedIn.inRole(role)) {
            assertThat(life.find(out.id())).matches(found -> found.isPresent() == published.equals("yes"));
            assertThat(life.find(waiting.id())).matches(found -> found.isPresent() == concept.equals("yes"));
            assertThat(life.all()).hasSize(concept.equals("yes") ? 3 : published.equals("yes") ? 1 : 0);
            assertMay(makes, () -> life.start(subject("maandbeeld", "2023-05"), ""));
            assertMay(approves, () -> life.approve(waiting.id(), waiting.version()));
            assertMay(publishes, () -> life.publish(approved.id(), approved.version()));
            assertMay(concept, () -> life.reproduce(out.id()));
            assertMay(published, () -> life.files(out.id()));
        }
    }

    private static void assertMay(String may, Callable<?> act) {
        if (may.equals("yes")) {
            try {
                act.call();
            } catch (Exception refused) {
                throw new AssertionError(refused);
            }
        } else {
            assertThatThrownBy(act::call).isInstanceOf(OutOfScopeException.class);
        }
    }

    @Test
    void theCouncilReadsWhatWasPublishedForItAndNothingElse() {
        Edition annex = published(subject("raadsinformatiebrief-bijlage", "2023"));
        submitted(subject("raadsinformatiebrief-bijlage", "2022"), "maker");
        published(subject("tussenrapportage", "2023"));
        try (LoggedIn _ = LoggedIn.inRole("raad")) {
            assertThat(life.all()).extracting(EditionSummary::id).containsExactly(annex.id());
            assertThat(life.reports())
                    .extracting(report -> report.id().value())
                    .containsExactly("raadsinformatiebrief-bijlage");
            assertThat(life.file(annex.id(), life.files(annex.id()).getFirst().name()))
                    .isPresent();
        }
    }

    @Test
    void aReportGoesFromConceptToPublishedFrozenWithItsHashes() throws Exception {
        Edition published = published(subject("tussenrapportage", "2023"));
        assertThat(published.number()).contains(1);
        assertThat(published.acts())
                .extracting(EditionAct::state)
                .containsExactly(
                        EditionState.CONCEPT,
                        EditionState.CONCEPT,
                        EditionState.GEDUID,
                        EditionState.VASTGESTELD,
                        EditionState.GEPUBLICEERD);
        try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
            List<EditionFile> files = life.files(published.id());
            EditionFile pdf = files.stream()
                    .filter(file -> file.name().equals("tussenrapportage-GM0935-2023-editie-1.pdf"))
                    .findFirst()
                    .orElseThrow();
            EditionBytes bytes = life.file(published.id(), pdf.name()).orElseThrow();
            assertThat(EditionFile.hash(bytes.bytes())).isEqualTo(pdf.sha256());
            PdfVerdict.isArchivableAndAccessible(bytes.bytes());
            try (PDDocument parsed = Loader.loadPDF(bytes.bytes())) {
                assertThat(new PDFTextStripper().getText(parsed))
                        .contains("editie 1", "Vertrouwelijk", "Een jaar in cijfers.", "1.169", "Nog geen uitkomst")
                        .doesNotContain("concept");
            }
        }
        trailDriver.flush();
        assertThat(trail.find(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 100))
                        .reversed())
                .extracting(AuditEvent::action)
                .filteredOn(action -> action.name().startsWith("EDITION"))
                .containsExactly(
                        AuditAction.EDITION_STARTED,
                        AuditAction.EDITION_EDITED,
                        AuditAction.EDITION_SUBMITTED,
                        AuditAction.EDITION_APPROVED,
                        AuditAction.EDITION_PUBLISHED);
    }

    @Test
    void whoMadeItDoesNotApproveItAndNothingSkipsAStep() {
        Edition waiting = submitted(subject("tussenrapportage", "2023"), "iemand");
        try (LoggedIn _ = LoggedIn.as("Iemand", "ROLE_PROGRAMMAMANAGER")) {
            assertRefused(Reason.OWN_WORK, () -> life.approve(waiting.id(), waiting.version()));
            assertRefused(Reason.WRONG_STATE, () -> life.publish(waiting.id(), waiting.version()));
            assertRefused(
                    Reason.WRONG_STATE, () -> life.write(waiting.id(), waiting.version(), Map.of(TEXT, "te laat")));
            assertRefused(Reason.WRONG_STATE, () -> life.reproduce(waiting.id()));
            assertThat(life.mayApprove(waiting)).isFalse();
        }
        try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
            assertThat(life.mayApprove(waiting)).isTrue();
            Edition back = life.sendBack(waiting.id(), waiting.version());
            assertThat(back.state()).isEqualTo(EditionState.CONCEPT);
            assertThat(back.content().frozen()).isEmpty();
            assertThat(back.content().texts()).containsEntry(TEXT, "Een jaar in cijfers.");
        }
    }

    @Test
    void whatWaitsForApprovalDoesNotMoveWithTheWarehouse() {
        Edition waiting = submitted(subject("tussenrapportage", "2023"), "maker");
        warehouse.add("woninginbraak", "BU09350006", YearMonth.of(2023, 3), 50);
        try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
            assertThat(cell(life.document(waiting), "hic", 0, 4)).isEqualTo("193");
        }
    }

    @Test
    void aPublishedEditionIsCorrectedOnlyByANewOneWithAReason() {
        EditionSubject subject = subject("tussenrapportage", "2023");
        Edition first = published(subject);
        try (LoggedIn _ = LoggedIn.as("maker", "ROLE_ANALIST")) {
            assertRefused(Reason.REASON_MISSING, () -> life.start(subject, "  "));
        }
        warehouse.add("woninginbraak", "BU09350006", YearMonth.of(2023, 3), 1);
        Edition second = published(subject, "De politie heeft een cijfer bijgesteld.");
        assertThat(second.number()).contains(2);
        assertThat(second.corrects()).contains(first.id());
        try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
            Edition before = life.previous(second).orElseThrow();
            assertThat(before.id()).isEqualTo(first.id());
            assertThat(life.document(before)).isEqualTo(first.content().frozen().orElseThrow());
            assertThat(life.changesSincePrevious(second))
                    .contains(
                            new Difference("High Impact Crimes (HIC): Diefstal/inbraak woning", "2023", "193", "194"));
            assertThat(life.document(second).sections().getFirst().id()).isEqualTo("correctie");
        }
    }

    @Test
    void theEditionOfTheYearBeforeShowsWhatWasRestated() {
        published(subject("tussenrapportage", "2022"));
        warehouse.add("straatroof", "BU09350006", YearMonth.of(2022, 3), 2);
        Edition next = submitted(subject("tussenrapportage", "2023"), "maker");
        try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
            assertThat(life.changesSincePrevious(next))
                    .filteredOn(difference -> !difference.column().startsWith("%"))
                    .filteredOn(difference -> !difference.place().startsWith("Wat de cijfers"))
                    .containsExactly(new Difference("High Impact Crimes (HIC): Straatroof", "2022", "21", "23"));
        }
    }

    @Test
    void aPublishedEditionIsMadeAgainAtItsPeildatum() {
        Edition published = published(subject("tussenrapportage", "2023"));
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            Reproduction equal = life.reproduce(published.id());
            assertThat(equal.isEqual()).isTrue();
            assertThat(equal.compared()).isGreaterThan(250);
            // what became known later belongs to a later edition
            warehouse.correct(
                    "zakkenrollerij",
                    "BU09350006",
                    YearMonth.of(2023, 12),
                    5,
                    published.content().peildatum().plusSeconds(60));
            assertThat(life.reproduce(published.id()).isEqual()).isTrue();
            // a warehouse that says something else about the past is found out
            warehouse.correct(
                    "zakkenrollerij",
                    "BU09350006",
                    YearMonth.of(2023, 12),
                    7,
                    published.content().peildatum().minusSeconds(60));
            assertThat(life.reproduce(published.id()).differences())
                    .contains(new Difference(
                            "Veelvoorkomende criminaliteit (VVC): Zakkenrollerij", "2023", "341", "348"));
        }
    }

    @Test
    void aFailingPartRefusesPublicationAndLosesNothing() {
        EditionSubject subject = subject("tussenrapportage", "2023");
        try (LoggedIn _ = LoggedIn.as("maker", "ROLE_ANALIST")) {
            Edition concept = life.start(subject, "");
            assertRefused(Reason.NO_TEXT, () -> life.submit(concept.id(), 1));
            Edition written = life.write(concept.id(), 1, Map.of(TEXT, "Een jaar in cijfers."));
            warehouse.goAway();
            assertThat(life.document(written).sections().getFirst().blocks()).hasSize(1);
            EditionRefusedException refused = catchThrowableOfType(
                    EditionRefusedException.class, () -> life.submit(concept.id(), written.version()));
            assertThat(refused.reason()).isEqualTo(Reason.FAILURES);
            assertThat(refused.details()).isNotEmpty();
            warehouse.comeBack();
            assertThat(life.submit(concept.id(), written.version()).state()).isEqualTo(EditionState.GEDUID);
        }
    }

    @Test
    void twoWritersDoNotOverwriteEachOther() {
        EditionSubject subject = subject("tussenrapportage", "2023");
        try (LoggedIn _ = LoggedIn.as("maker", "ROLE_ANALIST")) {
            Edition concept = life.start(subject, "");
            assertThat(life.start(subject, "").id()).as("clicked twice").isEqualTo(concept.id());
            life.write(concept.id(), 1, Map.of(TEXT, "van de eerste"));
            EditionConflictException conflict = catchThrowableOfType(
                    EditionConflictException.class, () -> life.write(concept.id(), 1, Map.of(TEXT, "van de tweede")));
            assertThat(conflict.current().content().texts()).containsEntry(TEXT, "van de eerste");
            assertRefused(Reason.UNKNOWN_TEXT, () -> life.write(concept.id(), 2, Map.of("iets", "x")));
            assertRefused(
                    Reason.TEXT_TOO_LONG,
                    () -> life.write(concept.id(), 2, Map.of(TEXT, "x".repeat(EditionLife.LONGEST_TEXT + 1))));
            assertRefused(Reason.WRONG_SUBJECT, () -> life.start(subject("maandbeeld", "2023"), ""));
        }
    }

    @Test
    void establishedDuidingCanBeTakenIn() {
        DuidingSubject figure = new DuidingSubject(new IndicatorId("woninginbraak"), new AreaCode("GM0935"), "2023");
        Instant at = Instant.parse("2024-02-06T08:14:00Z");
        duidingen.append(
                duidingen
                        .add(
                                figure,
                                new DuidingVersion(1, "Twee reeksen.", DuidingState.CONCEPT, "a", Role.ANALIST, at))
                        .id(),
                new DuidingVersion(2, "Twee reeksen.", DuidingState.VASTGESTELD, "d", Role.DRIEHOEK, at));
        duidingen.add(figure, new DuidingVersion(1, "Nog niet.", DuidingState.CONCEPT, "a", Role.ANALIST, at));
        try (LoggedIn _ = LoggedIn.as("maker", "ROLE_ANALIST")) {
            Edition concept = life.start(subject("tussenrapportage", "2023"), "");
            ReportBlock.Text crime =
                    life.definition(concept).text("tekst-criminaliteit").orElseThrow();
            assertThat(life.duiding(concept, crime)).isEqualTo("Twee reeksen.");
            assertThat(life.duiding(concept, life.definition(concept).text(TEXT).orElseThrow()))
                    .isEmpty();
        }
    }

    @Test
    void aFileThatIsNotAsPublishedIsNotHandedOut() {
        Edition published = published(subject("tussenrapportage", "2023"));
        try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
            String name = life.files(published.id()).getFirst().name();
            store.damage(published.id(), name);
            trailDriver.flush();
            trail.clear();
            assertRefused(Reason.FILE_CHANGED, () -> life.file(published.id(), name));
            assertThat(life.file(published.id(), "bestaat-niet.pdf")).isEmpty();
            EditionFile gone = new EditionFile("verdwenen.pdf", "application/pdf", 1, "00");
            assertRefused(Reason.FILE_MISSING, () -> life.listedFile(published.id(), gone));
            trailDriver.flush();
            assertThat(trail.find(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 100)))
                    .filteredOn(event -> event.action() == AuditAction.FILE_BROKEN)
                    .satisfiesExactlyInAnyOrder(
                            event -> assertThat(event.subject()).contains(name, "FILE_CHANGED"),
                            event -> assertThat(event.subject()).contains("verdwenen.pdf", "FILE_MISSING"));
        }
    }

    private static void assertRefused(Reason reason, Callable<?> act) {
        assertThat(catchThrowableOfType(EditionRefusedException.class, act::call)
                        .reason())
                .isEqualTo(reason);
    }

    private static String cell(Document document, String table, int row, int column) {
        return document.tables()
                .filter(one -> one.id().equals(table))
                .findFirst()
                .orElseThrow()
                .rows()
                .get(row)
                .cells()
                .get(column)
                .text();
    }

    private static EditionSubject subject(String report, String period) {
        return new EditionSubject(
                new ReportId(report),
                new AreaCode("GM0935"),
                Period.parse(period).orElseThrow());
    }

    private Edition submitted(EditionSubject subject, String maker) {
        return submitted(subject, maker, "");
    }

    private Edition submitted(EditionSubject subject, String maker, String reason) {
        try (LoggedIn _ = LoggedIn.as(maker, "ROLE_ANALIST")) {
            Edition concept = life.start(subject, reason);
            String text = life.definition(concept).texts().getFirst().id();
            Edition written = life.write(concept.id(), concept.version(), Map.of(text, "Een jaar in cijfers."));
            return life.submit(written.id(), written.version());
        }
    }

    private Edition approved(EditionSubject subject) {
        Edition waiting = submitted(subject, "maker");
        try (LoggedIn _ = LoggedIn.as("approver", "ROLE_DRIEHOEK")) {
            return life.approve(waiting.id(), waiting.version());
        }
    }

    private Edition published(EditionSubject subject) {
        return published(subject, "");
    }

    private Edition published(EditionSubject subject, String reason) {
        Edition waiting = submitted(subject, "maker", reason);
        try (LoggedIn _ = LoggedIn.as("approver", "ROLE_DRIEHOEK")) {
            Edition approved = life.approve(waiting.id(), waiting.version());
            return life.publish(approved.id(), approved.version());
        }
    }
}
