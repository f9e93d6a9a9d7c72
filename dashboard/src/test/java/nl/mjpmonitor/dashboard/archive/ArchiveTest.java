package nl.mjpmonitor.dashboard.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryAuditStore;
import nl.mjpmonitor.dashboard.InMemoryDestructionStore;
import nl.mjpmonitor.dashboard.InMemoryEditionStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.LoggedIn;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.archive.ArchiveRefusedException.Reason;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditEvent;
import nl.mjpmonitor.dashboard.audit.AuditFilter;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.dashboard.audit.TrailDriver;
import nl.mjpmonitor.dashboard.progress.CancelledException;
import nl.mjpmonitor.dashboard.progress.Progress;
import nl.mjpmonitor.dashboard.publications.Edition;
import nl.mjpmonitor.dashboard.publications.EditionFile;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.publications.EditionLife;
import nl.mjpmonitor.dashboard.publications.EditionState;
import nl.mjpmonitor.dashboard.publications.EditionSubject;
import nl.mjpmonitor.dashboard.publications.FileCheck;
import nl.mjpmonitor.dashboard.reports.PublishedWarehouse;
import nl.mjpmonitor.dashboard.reports.ReportCatalogue;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

@DashboardTest
class ArchiveTest {

    @Autowired
    private Archive archive;

    @Autowired
    private EditionLife life;

    @Autowired
    private InMemoryEditionStore editions;

    @Autowired
    private InMemoryDestructionStore destructions;

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private InMemoryAuditStore trail;

    @Autowired
    private TrailDriver trailDriver;

    @Autowired
    private ReportCatalogue reports;

    @Autowired
    private Areas areas;

    @Autowired
    private Texts texts;

    @Autowired
    private AuditLog audit;

    @BeforeEach
    void fill() {
        editions.clear();
        destructions.clear();
        warehouse.clear();
        PublishedWarehouse.fill(warehouse);
        trailDriver.flush();
        trail.clear();
    }

    @Test
    void editionsAreFoundByKindStateYearNameAndText() {
        Edition year = published("tussenrapportage", "2023", "Zakkenrollerij in de binnenstad daalt.");
        Edition month = published("maandbeeld", "2022-05", "Een rustige maand.");
        Edition concept;
        try (LoggedIn _ = LoggedIn.as("maker", "ROLE_ANALIST")) {
            concept = life.start(subject("tussenrapportage", "2022"), "");
        }
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            assertThat(ids(ArchiveQuestion.ALL)).containsExactly(concept.id(), month.id(), year.id());
            assertThat(ids(question("maandbeeld", null, null, ""))).containsExactly(month.id());
            assertThat(ids(question(null, EditionState.CONCEPT, null, ""))).containsExactly(concept.id());
            assertThat(ids(question(null, null, 2022, ""))).containsExactly(concept.id(), month.id());
            assertThat(ids(question(null, null, null, "tussenrapportage 2023"))).containsExactly(year.id());
            assertThat(ids(question(null, null, null, "BINNENSTAD zakkenrollerij")))
                    .containsExactly(year.id());
            assertThat(ids(question(null, null, null, "binnenstad rustige"))).isEmpty();
        }
    }

    @Test
    void whoMayNotSeeAnEditionFindsNothingOfIt() {
        Edition secret = published("tussenrapportage", "2023", "Een jaar.");
        Edition open = published("raadsinformatiebrief-bijlage", "2023", "Een jaar.");
        String file;
        try (LoggedIn _ = LoggedIn.inRole("driehoek")) {
            file = life.files(secret.id()).getFirst().name();
        }
        try (LoggedIn _ = LoggedIn.inRole("raad")) {
            assertThat(ids(question(null, null, null, "jaar"))).containsExactly(open.id());
            assertThat(archive.metadata(secret.id())).isEmpty();
            assertThat(archive.metadata(secret.id(), file)).isEmpty();
            assertThatThrownBy(() -> archive.check(secret.id())).isInstanceOf(OutOfScopeException.class);
            assertThat(archive.check(open.id())).allMatch(FileCheck::isUnchanged);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "raad,             no,  no,  no",
        "gebiedsteam,      no,  no,  no",
        "beheerder,        no,  no,  no",
        "analist,          yes, no,  no",
        "programmamanager, yes, yes, yes",
        "driehoek,         yes, yes, yes"
    })
    void theArchiveHoldsTheTable(String role, String export, String propose, String decide) {
        Edition old = published("maandbeeld", "2022-05", "Oud.");
        Edition older = published("maandbeeld", "2022-04", "Ouder.");
        Archive later = later(11);
        Destruction open;
        try (LoggedIn _ = LoggedIn.as("voorsteller", "ROLE_PROGRAMMAMANAGER")) {
            open = later.propose(old.id(), "");
        }
        try (LoggedIn _ = LoggedIn.inRole(role)) {
            assertMay(export, () -> later.write(OutputStream.nullOutputStream(), Progress.UNWATCHED));
            assertMay(export, () -> later.checkAll(Progress.UNWATCHED));
            assertMay(propose, later::destructions);
            assertMay(propose, () -> later.propose(older.id(), ""));
            assertMay(decide, () -> later.decide(open.id(), true));
        }
    }

    private static void assertMay(String may, Callable<?> act) {
        if (may.equals("yes")) {
            try {
                Object ignored = act.call();
            } catch (Exception refused) {
                throw new AssertionError(refused);
            }
        } else {
            assertThatThrownBy(act::call).isInstanceOf(OutOfScopeException.class);
        }
    }

    @Test
    void aDamagedFileIsFoundByItsHash() {
        Edition edition = published("tussenrapportage", "2023", "Een jaar.");
        published("tussenrapportage", "2022", "Een jaar.");
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            List<FileCheck> well = archive.check(edition.id());
            assertThat(well).hasSize(life.files(edition.id()).size()).allMatch(FileCheck::isUnchanged);
            assertThat(archive.checkAll(Progress.UNWATCHED)).isEmpty();
            String name = well.getFirst().file().name();
            editions.damage(edition.id(), name);
            assertThat(archive.check(edition.id()))
                    .filteredOn(check -> !check.isUnchanged())
                    .extracting(check -> check.file().name())
                    .containsExactly(name);
            assertThat(archive.checkAll(Progress.UNWATCHED))
                    .extracting(check -> check.file().name())
                    .containsExactly(name);
        }
    }

    @Test
    void aCheckOfEverythingCanBeStopped() {
        published("tussenrapportage", "2023", "Een jaar.");
        published("tussenrapportage", "2022", "Een jaar.");
        List<Integer> seen = new ArrayList<>();
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            assertThatThrownBy(() -> archive.checkAll((done, all) -> {
                        seen.add(done);
                        if (done == 1) {
                            throw new CancelledException();
                        }
                    }))
                    .isInstanceOf(CancelledException.class);
        }
        assertThat(seen).containsExactly(0, 1);
    }

    /** The schema is not ours to spread: Nationaal Archief gives it at nationaalarchief.nl/archiveren/mdto/xml-schema. */
    @Test
    @EnabledIfEnvironmentVariable(
            named = "MJP_MDTO_XSD",
            matches = ".+",
            disabledReason = "Put the path of MDTO-XML1.0.1.xsd of Nationaal Archief in MJP_MDTO_XSD")
    void everyDescriptionHoldsToTheSchemaOfNationaalArchief() throws Exception {
        Validator schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new File(System.getenv("MJP_MDTO_XSD")))
                .newValidator();
        Edition first = published("maandbeeld", "2022-05", "Met < & \u05e9\u05dc\u05d5\u05dd.");
        Edition corrected = published("maandbeeld", "2022-05", "Beter.", "Een <fout> & nog een.");
        Edition kept = published("tussenrapportage", "2023", "Een jaar.");
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            for (Edition edition : List.of(first, corrected, kept)) {
                schema.validate(source(archive.metadata(edition.id()).orElseThrow()));
                for (EditionFile file : life.files(edition.id())) {
                    schema.validate(
                            source(archive.metadata(edition.id(), file.name()).orElseThrow()));
                }
            }
        }
        byte[] broken = new String(description(first), StandardCharsets.UTF_8)
                .replace("naam>", "titel>")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> schema.validate(source(broken))).isInstanceOf(SAXException.class);
    }

    private byte[] description(Edition edition) {
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            return archive.metadata(edition.id()).orElseThrow();
        }
    }

    private static Source source(byte[] xml) {
        return new StreamSource(new ByteArrayInputStream(xml));
    }

    @Test
    void aCheckOfOneEditionTellsHowFarItIsAndCanBeStopped() {
        Edition edition = published("tussenrapportage", "2023", "Een jaar.");
        List<Integer> seen = new ArrayList<>();
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            int files = life.files(edition.id()).size();
            archive.check(edition.id(), (done, all) -> {
                assertThat(all).isEqualTo(files);
                seen.add(done);
            });
            assertThat(seen)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(0, files).boxed().toList());

            assertThatThrownBy(() -> archive.check(edition.id(), (done, all) -> {
                        throw new CancelledException();
                    }))
                    .isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void everyEditionAndFileIsDescribedAfterMdto() throws Exception {
        Edition first = published("maandbeeld", "2022-05", "Met < & \u05e9\u05dc\u05d5\u05dd.");
        Edition second = published("maandbeeld", "2022-05", "Beter.", "Een <fout> & nog een.");
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            Element described = MdtoRules.hold(archive.metadata(second.id()).orElseThrow());
            assertThat(described.getLocalName()).isEqualTo("informatieobject");
            assertThat(MdtoRules.text(described, "naam"))
                    .isEqualTo("Maandbeeld driehoek, Maastricht, mei 2022, editie 2");
            assertThat(MdtoRules.text(described, "omschrijving")).isEqualTo("Een <fout> & nog een.");
            assertThat(MdtoRules.text(described, "waardering", "begripCode")).isEqualTo("V");
            assertThat(MdtoRules.text(described, "bewaartermijn", "termijnLooptijd"))
                    .isEqualTo("P10Y");
            assertThat(MdtoRules.text(described, "informatiecategorie", "begripCode"))
                    .isEqualTo("19.1.10");
            assertThat(MdtoRules.text(described, "archiefvormer", "verwijzingIdentificatie", "identificatieKenmerk"))
                    .isEqualTo("gm0935");
            assertThat(MdtoRules.text(
                            described,
                            "gerelateerdInformatieobject",
                            "gerelateerdInformatieobjectVerwijzing",
                            "verwijzingNaam"))
                    .isEqualTo("mjp-uitgave-" + first.id());
            assertThat(MdtoRules.text(described, "dekkingInTijd", "dekkingInTijdEinddatum"))
                    .isEqualTo("2022-05-31");
            assertThat(described.getTextContent()).doesNotContain("maker").doesNotContain("approver");
            for (EditionFile file : life.files(second.id())) {
                Element part = MdtoRules.hold(
                        archive.metadata(second.id(), file.name()).orElseThrow());
                assertThat(MdtoRules.text(part, "omvang")).isEqualTo(Long.toString(file.size()));
                assertThat(MdtoRules.text(part, "checksum", "checksumWaarde")).isEqualTo(file.sha256());
                assertThat(MdtoRules.text(
                                part, "isRepresentatieVan", "verwijzingIdentificatie", "identificatieKenmerk"))
                        .isEqualTo("mjp-uitgave-" + second.id());
            }
            assertThat(archive.metadata(second.id(), "bestaat-niet.pdf")).isEmpty();
        }
        Edition kept = published("tussenrapportage", "2023", "Een jaar.");
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            Element described = MdtoRules.hold(archive.metadata(kept.id()).orElseThrow());
            assertThat(MdtoRules.text(described, "waardering", "begripCode")).isEqualTo("B");
            assertThat(MdtoRules.children(described))
                    .extracting(Element::getLocalName)
                    .doesNotContain("bewaartermijn");
        }
    }

    @Test
    void theWholeArchiveIsOneBagThatAnybodyCanCheck() throws Exception {
        Edition year = published("tussenrapportage", "2023", "Een jaar.");
        Edition month = published("maandbeeld", "2022-05", "Een maand.");
        Map<String, byte[]> bag;
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(archive.write(out, Progress.UNWATCHED)).isEmpty();
            bag = unzipped(out.toByteArray());
            String folder = archive.exportName().replace(".zip", "/");
            for (Edition edition : List.of(year, month)) {
                for (EditionFile file : life.files(edition.id())) {
                    String place = bag.keySet().stream()
                            .filter(name -> name.endsWith("/" + file.name()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(place).startsWith(folder + "data/" + edition.id() + "-");
                    assertThat(EditionFile.hash(bag.get(place))).isEqualTo(file.sha256());
                    assertThat(MdtoRules.hold(bag.get(place + ".bestand.mdto.xml"))
                                    .getLocalName())
                            .isEqualTo("bestand");
                }
            }
            assertManifest(bag, folder, "manifest-sha256.txt", folder + "data/");
            assertManifest(bag, folder, "tagmanifest-sha256.txt", folder);
            assertThat(text(bag, folder + "bagit.txt"))
                    .isEqualTo("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
            long octets = bag.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(folder + "data/"))
                    .mapToLong(entry -> entry.getValue().length)
                    .sum();
            assertThat(text(bag, folder + "bag-info.txt")).contains("Payload-Oxum: " + octets + ".");
        }
    }

    /** Every file of a kind is in the manifest with its hash, and nothing else. */
    private static void assertManifest(Map<String, byte[]> bag, String folder, String manifest, String below) {
        Map<String, String> listed = new LinkedHashMap<>();
        text(bag, folder + manifest)
                .lines()
                .forEach(line -> listed.put(folder + line.substring(66), line.substring(0, 64)));
        Map<String, String> present = new LinkedHashMap<>();
        bag.forEach((name, bytes) -> {
            boolean isTag = !name.startsWith(folder + "data/") && !name.endsWith("tagmanifest-sha256.txt");
            if (name.startsWith(below) && (below.endsWith("data/") || isTag)) {
                present.put(name, EditionFile.hash(bytes));
            }
        });
        assertThat(listed).isNotEmpty().containsExactlyInAnyOrderEntriesOf(present);
    }

    @Test
    void aDamagedFileIsLeftOutOfTheBagAndNamed() throws Exception {
        Edition edition = published("tussenrapportage", "2023", "Een jaar.");
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            String name = life.files(edition.id()).getFirst().name();
            editions.damage(edition.id(), name);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(archive.write(out, Progress.UNWATCHED))
                    .singleElement()
                    .asString()
                    .endsWith("/" + name);
            Map<String, byte[]> bag = unzipped(out.toByteArray());
            assertThat(bag.keySet()).noneMatch(one -> one.endsWith("/" + name));
            assertThat(text(bag, archive.exportName().replace(".zip", "/bag-info.txt")))
                    .contains("Damaged-File: ")
                    .contains(name);
        }
    }

    @Test
    void anExportThatIsBrokenOffIsNoZipAndLeavesNoTrace() {
        published("tussenrapportage", "2023", "Een jaar.");
        published("tussenrapportage", "2022", "Een jaar.");
        try (LoggedIn _ = LoggedIn.inRole("analist")) {
            FullDisk disk = new FullDisk(20_000);
            assertThatThrownBy(() -> archive.write(disk, Progress.UNWATCHED))
                    .isInstanceOf(IOException.class)
                    .hasMessage("No space left on device");
            assertThatThrownBy(() -> unzipped(disk.written())).isInstanceOfAny(ZipException.class, IOException.class);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThatThrownBy(() -> archive.write(out, (done, all) -> {
                        if (done == 1) {
                            throw new CancelledException();
                        }
                    }))
                    .isInstanceOf(CancelledException.class);
            assertThat(actions()).doesNotContain(AuditAction.ARCHIVE_EXPORTED);
        }
    }

    @Test
    void nothingIsDestroyedBeforeItsTermAndNotByItself() {
        Edition month = published("maandbeeld", "2022-05", "Een maand.");
        Edition year = published("tussenrapportage", "2023", "Een jaar.");
        try (LoggedIn _ = LoggedIn.as("voorsteller", "ROLE_PROGRAMMAMANAGER")) {
            assertThat(archive.due()).isEmpty();
            assertRefused(Reason.STILL_KEPT, () -> archive.propose(month.id(), ""));
            Archive later = later(11);
            assertThat(later.due()).extracting(entry -> entry.edition().id()).containsExactly(month.id());
            assertRefused(Reason.STILL_KEPT, () -> later.propose(year.id(), "blijvend"));
            assertThat(life.find(month.id())).as("nobody proposed it").isPresent();
        }
    }

    @Test
    void oneProposesAnotherDecidesAndTheStatementStays() {
        Edition month = published("maandbeeld", "2022-05", "Een maand.");
        List<EditionFile> files;
        Destruction proposal;
        Archive later = later(11);
        try (LoggedIn _ = LoggedIn.as("voorsteller", "ROLE_PROGRAMMAMANAGER")) {
            files = life.files(month.id());
            proposal = later.propose(month.id(), "Termijn voorbij.");
            assertThat(later.due()).isEmpty();
            assertRefused(Reason.PROPOSED_ALREADY, () -> later.propose(month.id(), ""));
            assertRefused(Reason.OWN_PROPOSAL, () -> later.decide(proposal.id(), true));
            assertThat(life.find(month.id())).isPresent();
        }
        try (LoggedIn _ = LoggedIn.as("beslisser", "ROLE_DRIEHOEK")) {
            Destruction decided = later.decide(proposal.id(), true);
            assertThat(decided.isCarriedOut()).isTrue();
            assertRefused(Reason.NOT_OPEN, () -> later.decide(proposal.id(), true));
            assertThat(life.find(month.id())).isEmpty();
            assertThat(later.find(ArchiveQuestion.ALL)).isEmpty();
            assertThat(later.destructions()).singleElement().satisfies(one -> {
                assertThat(one.proposal().files()).isEqualTo(files);
                assertThat(one.proposal().reason()).isEqualTo("Termijn voorbij.");
                assertThat(one.proposed().actor()).isEqualTo("voorsteller");
                assertThat(one.decision().orElseThrow().act().actor()).isEqualTo("beslisser");
            });
        }
        assertThat(actions()).contains(AuditAction.DESTRUCTION_PROPOSED, AuditAction.EDITION_DESTROYED);
        // its number is not given to another
        Edition again = published("maandbeeld", "2022-05", "Opnieuw.");
        assertThat(again.number()).contains(2);
    }

    @Test
    void whatIsRejectedStaysAndCanBeProposedAgain() {
        Edition month = published("maandbeeld", "2022-05", "Een maand.");
        Archive later = later(11);
        try (LoggedIn _ = LoggedIn.as("voorsteller", "ROLE_PROGRAMMAMANAGER")) {
            Destruction proposal = later.propose(month.id(), "");
            assertThat(later.decide(proposal.id(), false).isCarriedOut())
                    .as("whoever proposes may withdraw")
                    .isFalse();
            assertThat(life.find(month.id())).isPresent();
            assertThat(later.propose(month.id(), "nog eens").isOpen()).isTrue();
        }
    }

    private List<AuditAction> actions() {
        trailDriver.flush();
        return trail.find(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 500)).stream()
                .map(AuditEvent::action)
                .toList();
    }

    private static void assertRefused(Reason reason, Callable<?> act) {
        assertThat(catchThrowableOfType(ArchiveRefusedException.class, act::call)
                        .reason())
                .isEqualTo(reason);
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> bag, String name) {
        return new String(bag.get(name), StandardCharsets.UTF_8);
    }

    private List<EditionId> ids(ArchiveQuestion question) {
        return archive.find(question).stream()
                .map(entry -> entry.edition().id())
                .toList();
    }

    private static ArchiveQuestion question(String report, EditionState state, Integer year, String words) {
        return new ArchiveQuestion(
                Optional.ofNullable(report).map(ReportId::new),
                Optional.ofNullable(state),
                Optional.ofNullable(year),
                words);
    }

    /** The archive so many years from now. */
    private Archive later(int years) {
        Clock then = Clock.fixed(
                LocalDate.now(ZoneOffset.UTC)
                        .plusYears(years)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .plus(Duration.ofHours(12)),
                ZoneOffset.UTC);
        return new Archive(life, destructions, reports, areas, texts, audit, then);
    }

    private static EditionSubject subject(String report, String period) {
        return new EditionSubject(
                new ReportId(report),
                new AreaCode("GM0935"),
                Period.parse(period).orElseThrow());
    }

    private Edition published(String report, String period, String text) {
        return published(report, period, text, "");
    }

    private Edition published(String report, String period, String text, String reason) {
        Edition waiting;
        try (LoggedIn _ = LoggedIn.as("maker", "ROLE_ANALIST")) {
            Edition concept = life.start(subject(report, period), reason);
            String first = life.definition(concept).texts().getFirst().id();
            Edition written = life.write(concept.id(), concept.version(), Map.of(first, text));
            waiting = life.submit(written.id(), written.version());
        }
        try (LoggedIn _ = LoggedIn.as("approver", "ROLE_DRIEHOEK")) {
            Edition approved = life.approve(waiting.id(), waiting.version());
            return life.publish(approved.id(), approved.version());
        }
    }
}
