package nl.mjpmonitor.dashboard.publications;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.access.Reader;
import nl.mjpmonitor.dashboard.access.ReaderScope;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentOrigin;
import nl.mjpmonitor.dashboard.documents.Failure;
import nl.mjpmonitor.dashboard.documents.Paragraph;
import nl.mjpmonitor.dashboard.documents.Section;
import nl.mjpmonitor.dashboard.duiding.Duiding;
import nl.mjpmonitor.dashboard.duiding.DuidingQuestion;
import nl.mjpmonitor.dashboard.duiding.DuidingService;
import nl.mjpmonitor.dashboard.duiding.DuidingVersion;
import nl.mjpmonitor.dashboard.progress.Progress;
import nl.mjpmonitor.dashboard.progress.Turn;
import nl.mjpmonitor.dashboard.publications.EditionRefusedException.Reason;
import nl.mjpmonitor.dashboard.reports.ReportBlock;
import nl.mjpmonitor.dashboard.reports.ReportCatalogue;
import nl.mjpmonitor.dashboard.reports.ReportComposer;
import nl.mjpmonitor.dashboard.reports.ReportDefinition;
import nl.mjpmonitor.dashboard.reports.ReportOrder;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.periods.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes editions from concept to published, on behalf of the reader of this thread. Every method decides for itself what the
 * reader may do, by the tables of {@link ReaderScope} and {@link EditionRight}: who may not see every figure of a report does not
 * see the report.
 *
 * <p>All methods throw {@link nl.mjpmonitor.dashboard.store.StoreAwayException} when the store cannot be used now,
 * {@link OutOfScopeException} for what the reader may not do, {@link EditionConflictException} when somebody changed the edition
 * since the version that the reader saw, and {@link EditionRefusedException} when the edition is not fit for the step.
 */
@Component
public class EditionLife {

    private static final Logger LOG = LoggerFactory.getLogger(EditionLife.class);

    /** The most characters in one text. */
    public static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_REASON = 1_000;
    private static final String CORRECTION = "correctie";

    private final EditionStore store;
    private final ReportCatalogue reports;
    private final ReportComposer composer;
    private final EditionRenderers renderers;
    private final DuidingService duidingen;
    private final IndicatorCatalogue catalogue;
    private final Areas areas;
    private final Texts texts;
    private final AuditLog audit;
    private final Clock clock;

    EditionLife(
            EditionStore store,
            ReportCatalogue reports,
            ReportComposer composer,
            EditionRenderers renderers,
            DuidingService duidingen,
            IndicatorCatalogue catalogue,
            Areas areas,
            Texts texts,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.reports = reports;
        this.composer = composer;
        this.renderers = renderers;
        this.duidingen = duidingen;
        this.catalogue = catalogue;
        this.areas = areas;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The editions that the reader may see, newest first: published ones, and all for who may see concepts. */
    public List<EditionSummary> all() {
        Set<EditionRight> rights = rights();
        return store.all().stream()
                .filter(edition -> isOpen(edition.subject()))
                .filter(edition ->
                        edition.state() == EditionState.GEPUBLICEERD || rights.contains(EditionRight.READ_CONCEPTS))
                .toList();
    }

    /** How confidential a list of {@link #all} is: whoever sees concepts has one for insiders. */
    public Confidentiality confidentialityOfAll() {
        return rights().contains(EditionRight.READ_CONCEPTS) ? Confidentiality.INTERN : Confidentiality.OPENBAAR;
    }

    /** What the reader may do with editions of any kind. */
    public Set<EditionRight> rights() {
        Set<EditionRight> rights = EnumSet.noneOf(EditionRight.class);
        Reader.current().roles().forEach(role -> rights.addAll(EditionRight.of(role)));
        return rights;
    }

    /** The kinds of report that the reader may see, in their order. */
    public List<ReportDefinition> reports() {
        return reports.all().stream()
                .filter(definition -> areas.all().stream()
                        .filter(area -> definition.areas().contains(area.kind()))
                        .anyMatch(area -> isOpen(definition, area)))
                .toList();
    }

    /** One edition; empty when there is none that the reader may see. */
    public Optional<Edition> find(EditionId id) {
        Set<EditionRight> rights = rights();
        return store.find(id)
                .filter(edition -> isOpen(edition.subject()))
                .filter(edition ->
                        edition.state() == EditionState.GEPUBLICEERD || rights.contains(EditionRight.READ_CONCEPTS));
    }

    /** The kind of report of an edition. */
    public ReportDefinition definition(Edition edition) {
        return reports.require(edition.subject().report());
    }

    /** Whether the reader may approve this edition as it is now. */
    public boolean mayApprove(Edition edition) {
        return edition.state() == EditionState.GEDUID
                && rights().contains(EditionRight.APPROVE)
                && !edition.isMadeBy(Reader.current().name());
    }

    /**
     * Starts an edition, with the texts of the edition it corrects. Whoever asks twice gets the one that was started already.
     *
     * @param reason why there is a new edition; needed when this subject was published before, and left out otherwise
     */
    public Edition start(EditionSubject subject, String reason) {
        require(EditionRight.MAKE, subject);
        ReportDefinition definition = reports.require(subject.report());
        if (!definition.allows(subject.period(), area(subject))) {
            throw new EditionRefusedException(Reason.WRONG_SUBJECT);
        }
        List<EditionSummary> same = store.all().stream()
                .filter(edition -> edition.subject().equals(subject))
                .toList();
        Optional<EditionSummary> open = same.stream()
                .filter(edition -> edition.state() != EditionState.GEPUBLICEERD)
                .findFirst();
        if (open.isPresent()) {
            return require(open.get().id());
        }
        Optional<Edition> published = same.stream().findFirst().map(edition -> require(edition.id()));
        String why = cleaned(reason, LONGEST_REASON);
        if (published.isPresent() && why.isEmpty()) {
            throw new EditionRefusedException(Reason.REASON_MISSING);
        }
        EditionContent content = new EditionContent(
                now(), published.map(edition -> edition.content().texts()).orElse(Map.of()), Optional.empty());
        Edition started = store.add(
                subject,
                published.map(Edition::id),
                published.isPresent() ? why : "",
                content,
                act(1, EditionState.CONCEPT, EditionRight.MAKE));
        audit.record(AuditAction.EDITION_STARTED, trace(started));
        return started;
    }

    /**
     * Changes texts of a concept; those that are not named stay.
     *
     * @param seen number of the version that the writer saw
     * @param written by id of the text
     */
    public Edition write(EditionId id, int seen, Map<String, String> written) {
        Edition edition = require(id, EditionRight.MAKE, seen, EditionState.CONCEPT);
        ReportDefinition definition = definition(edition);
        Map<String, String> all = new HashMap<>(edition.content().texts());
        requireTexts(definition, written.keySet());
        written.forEach((text, typed) -> all.put(text, cleaned(typed, LONGEST_TEXT)));
        Edition edited = store.append(
                id, edition.content().withTexts(all), act(seen + 1, EditionState.CONCEPT, EditionRight.MAKE));
        audit.record(AuditAction.EDITION_EDITED, trace(edited));
        return edited;
    }

    /** Who names a text that the report does not have is told which ones it has. */
    private static void requireTexts(ReportDefinition definition, Set<String> named) {
        String unknown = named.stream()
                .filter(text -> definition.text(text).isEmpty())
                .sorted()
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new EditionRefusedException(
                    Reason.UNKNOWN_TEXT,
                    List.of(
                            unknown,
                            definition.texts().stream().map(ReportBlock::id).collect(Collectors.joining(", "))));
        }
    }

    /** Moves the peildatum of a concept to now. */
    public Edition refresh(EditionId id, int seen) {
        Edition edition = require(id, EditionRight.MAKE, seen, EditionState.CONCEPT);
        Edition refreshed =
                store.append(id, edition.content().at(now()), act(seen + 1, EditionState.CONCEPT, EditionRight.MAKE));
        audit.record(AuditAction.EDITION_EDITED, trace(refreshed));
        return refreshed;
    }

    /** What was established about the figures that this text is about, in the period and area of the edition. */
    public String duiding(Edition edition, ReportBlock.Text text) {
        DuidingQuestion question = new DuidingQuestion(
                Optional.empty(),
                Optional.of(edition.subject().area()),
                Optional.of(edition.subject().period().label()));
        return duidingen.find(question).stream()
                .filter(duiding -> text.duiding().contains(duiding.subject().indicator()))
                .map(Duiding::established)
                .flatMap(Optional::stream)
                .map(DuidingVersion::text)
                .collect(Collectors.joining("\n\n"));
    }

    /** The document of an edition: of a concept made now, and frozen after that. */
    public Document document(Edition edition) {
        requireOpen(edition);
        return edition.content().frozen().orElseGet(() -> compose(edition, "concept"));
    }

    /** The edition on paper, in its turn: of a concept as it would print, and after that as it is frozen. */
    public Turn<EditionBytes> pdf(Edition edition) {
        requireOpen(edition);
        return renderers.pdf(
                List.of(Reader.current(), edition.id(), edition.version()),
                () -> document(edition),
                fileName(edition),
                pdf -> audit.record(
                        AuditAction.EXPORT, trace(edition) + " " + pdf.file().name()));
    }

    /** Completes a concept: figures and texts are frozen and wait for approval. */
    public Edition submit(EditionId id, int seen) {
        Edition edition = require(id, EditionRight.MAKE, seen, EditionState.CONCEPT);
        if (edition.content().texts().values().stream().allMatch(String::isBlank)) {
            throw new EditionRefusedException(Reason.NO_TEXT);
        }
        Document document = compose(edition, "concept");
        if (!document.failures().isEmpty()) {
            throw new EditionRefusedException(
                    Reason.FAILURES,
                    List.of(document.failures().stream().map(Failure::message).collect(Collectors.joining(" "))));
        }
        Edition submitted = store.append(
                id, edition.content().frozen(document), act(seen + 1, EditionState.GEDUID, EditionRight.MAKE));
        audit.record(AuditAction.EDITION_SUBMITTED, trace(submitted));
        return submitted;
    }

    /** Makes a concept again of what waits for approval or publication. */
    public Edition sendBack(EditionId id, int seen) {
        Edition edition = require(id, EditionRight.APPROVE, seen, EditionState.GEDUID, EditionState.VASTGESTELD);
        Edition returned =
                store.append(id, edition.content().thawed(), act(seen + 1, EditionState.CONCEPT, EditionRight.APPROVE));
        audit.record(AuditAction.EDITION_RETURNED, trace(returned));
        return returned;
    }

    /** Approves what somebody else made. */
    public Edition approve(EditionId id, int seen) {
        Edition edition = require(id, EditionRight.APPROVE, seen, EditionState.GEDUID);
        if (edition.isMadeBy(Reader.current().name())) {
            audit.record(AuditAction.REFUSED, EditionRight.APPROVE + " " + trace(edition));
            throw new EditionRefusedException(Reason.OWN_WORK);
        }
        Edition approved =
                store.append(id, edition.content(), act(seen + 1, EditionState.VASTGESTELD, EditionRight.APPROVE));
        audit.record(AuditAction.EDITION_APPROVED, trace(approved));
        return approved;
    }

    /** The same as {@link #publish(EditionId, int, Progress)} with nobody looking. */
    public Edition publish(EditionId id, int seen) {
        return publish(id, seen, Progress.UNWATCHED);
    }

    /**
     * Publishes what was approved: it gets its number and its files, and never changes again. All its files are made before anything
     * is kept: what fails or is stopped leaves the edition as it was.
     *
     * @param progress hears of every file
     * @throws nl.mjpmonitor.dashboard.progress.CancelledException when it was stopped
     */
    public Edition publish(EditionId id, int seen, Progress progress) {
        Edition edition = require(id, EditionRight.PUBLISH, seen, EditionState.VASTGESTELD);
        int number = 1 + store.lastNumber(edition.subject());
        Document document = inEdition(edition.content().frozen().orElseThrow(), label(number));
        List<EditionBytes> files =
                renderers.files(document, fileName(edition.subject()) + "-editie-" + number, progress);
        Edition published = store.publish(
                id,
                number,
                edition.content().frozen(document),
                act(seen + 1, EditionState.GEPUBLICEERD, EditionRight.PUBLISH),
                files);
        audit.record(AuditAction.EDITION_PUBLISHED, trace(published));
        return published;
    }

    /** Makes a published edition again from the warehouse at its peildatum, and compares. */
    public Reproduction reproduce(EditionId id) {
        return reproduce(id, Progress.UNWATCHED);
    }

    /**
     * The same.
     *
     * @param progress hears of it when the document is made anew
     * @throws nl.mjpmonitor.dashboard.progress.CancelledException when it was stopped
     */
    public Reproduction reproduce(EditionId id, Progress progress) {
        Edition edition = require(id);
        if (!rights().contains(EditionRight.READ_CONCEPTS)) {
            throw refused(EditionRight.READ_CONCEPTS, edition.subject());
        }
        if (edition.state() != EditionState.GEPUBLICEERD) {
            throw new EditionRefusedException(Reason.WRONG_STATE);
        }
        Document published = edition.content().frozen().orElseThrow();
        progress.at(0, 1);
        Document again = compose(edition, published.origin().edition());
        progress.at(1, 1);
        audit.record(AuditAction.EDITION_REPRODUCED, trace(edition));
        DocumentComparison comparison = new DocumentComparison(published, again);
        return new Reproduction(
                clock.instant(),
                edition.content().peildatum(),
                List.of(published.origin().codeVersion(), again.origin().codeVersion()),
                comparison.size(),
                comparison.all());
    }

    /**
     * The figures that the previous published edition of this report and area gave differently; none when there is no previous
     * one. Of the same period that is the edition before, otherwise that of the newest earlier period.
     */
    public List<Difference> changesSincePrevious(Edition edition) {
        return previous(edition)
                .flatMap(previous -> previous.content().frozen())
                .map(before -> new DocumentComparison(before, document(edition)).inBoth())
                .orElse(List.of());
    }

    /** The published edition before this one. */
    public Optional<Edition> previous(Edition edition) {
        requireOpen(edition);
        return store.all().stream()
                .filter(other -> other.state() == EditionState.GEPUBLICEERD)
                .filter(other -> !other.id().equals(edition.id()))
                .filter(other -> other.subject()
                                .report()
                                .equals(edition.subject().report())
                        && other.subject().area().equals(edition.subject().area()))
                .filter(other -> isBefore(other, edition))
                .max(Comparator.comparing((EditionSummary other) ->
                                other.subject().period().lastMonth())
                        .thenComparing(other -> other.number().orElse(0)))
                .flatMap(other -> store.find(other.id()));
    }

    private static boolean isBefore(EditionSummary other, Edition edition) {
        Period theirs = other.subject().period();
        Period own = edition.subject().period();
        return theirs.equals(own)
                ? other.number().orElse(0) < edition.number().orElse(Integer.MAX_VALUE)
                : theirs.lastMonth().isBefore(own.lastMonth());
    }

    /** The files of a published edition, with their hashes. */
    public List<EditionFile> files(EditionId id) {
        Edition edition = require(id);
        requireOpen(edition);
        return store.files(id);
    }

    /**
     * One file, after a check that its bytes are those that were published; empty when there is none of this name. A file that is no
     * longer what was published is not given: it leaves a trace for the auditor.
     */
    public Optional<EditionBytes> file(EditionId id, String name) {
        Edition edition = require(id);
        requireOpen(edition);
        Optional<EditionBytes> file = store.file(id, name);
        if (file.isPresent() && !file.get().areUnchanged()) {
            throw broken(Reason.FILE_CHANGED, edition, name);
        }
        file.ifPresent(found -> audit.record(AuditAction.EXPORT, trace(edition) + " " + name));
        return file;
    }

    /** The same of a file that was there: that it is gone is an error as well. */
    public EditionBytes listedFile(EditionId id, EditionFile listed) {
        return file(id, listed.name()).orElseThrow(() -> broken(Reason.FILE_MISSING, require(id), listed.name()));
    }

    private EditionRefusedException broken(Reason reason, Edition edition, String name) {
        LOG.error("{} of edition {}: {}", reason, edition.id(), name);
        audit.record(AuditAction.FILE_BROKEN, trace(edition) + " " + name + " " + reason);
        return new EditionRefusedException(reason, List.of(name));
    }

    /** Reads all files of a published edition and computes their hashes anew. */
    public List<FileCheck> check(EditionId id) {
        return check(id, Progress.UNWATCHED);
    }

    /**
     * The same.
     *
     * @param progress hears of every file
     * @throws nl.mjpmonitor.dashboard.progress.CancelledException when it was stopped; then it does not count as checked
     */
    public List<FileCheck> check(EditionId id, Progress progress) {
        Edition edition = require(id);
        List<EditionFile> files = store.files(id);
        List<FileCheck> checks = new ArrayList<>();
        for (EditionFile file : files) {
            progress.at(checks.size(), files.size());
            checks.add(new FileCheck(
                    file,
                    store.file(id, file.name())
                            .map(found -> EditionFile.hash(found.bytes()))
                            .orElse("")));
        }
        progress.at(files.size(), files.size());
        audit.record(AuditAction.EDITION_CHECKED, trace(edition));
        return checks;
    }

    /** One file as it is now, whether or not it is as it was published: for who compares the hashes. Leaves no trace. */
    public Optional<EditionBytes> stored(EditionId id, String name) {
        return store.file(require(id).id(), name);
    }

    /** Which editions have all these words in their texts, whether or not the reader may see them. */
    public Set<EditionId> mentioning(List<String> words) {
        return store.mentioning(words);
    }

    private Document compose(Edition edition, String label) {
        Document document = composer.compose(new ReportOrder(
                definition(edition),
                edition.subject().period(),
                area(edition.subject()),
                edition.content().peildatum(),
                edition.content().texts(),
                label,
                Texts.DUTCH));
        return edition.reason().isEmpty() ? document : withReason(document, edition.reason());
    }

    private Document withReason(Document document, String reason) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                CORRECTION,
                texts.getTranslation("publication.correction", document.locale()),
                List.of(new Paragraph(reason))));
        sections.addAll(document.sections());
        return new Document(document.title(), document.subtitle(), document.locale(), document.origin(), sections);
    }

    private static Document inEdition(Document document, String label) {
        DocumentOrigin origin = document.origin();
        return new Document(
                document.title(),
                document.subtitle(),
                document.locale(),
                new DocumentOrigin(
                        origin.organisation(),
                        origin.peildatum(),
                        origin.madeAt(),
                        label,
                        origin.codeVersion(),
                        origin.isDemonstration(),
                        origin.confidentiality(),
                        origin.sources()),
                document.sections());
    }

    private String label(int number) {
        return texts.getTranslation("publication.edition", Texts.DUTCH, Integer.toString(number));
    }

    private static String fileName(Edition edition) {
        return fileName(edition.subject())
                + edition.number().map(number -> "-editie-" + number).orElse("-concept");
    }

    private static String fileName(EditionSubject subject) {
        return subject.report() + "-" + subject.area() + "-" + subject.period();
    }

    private Edition require(EditionId id) {
        return find(id).orElseThrow(() -> {
            audit.record(AuditAction.REFUSED, "edition " + id);
            return new OutOfScopeException("No edition for this reader: " + id);
        });
    }

    private Edition require(EditionId id, EditionRight right, int seen, EditionState... states) {
        Edition edition = require(id);
        require(right, edition.subject());
        if (edition.version() != seen) {
            throw new EditionConflictException(edition);
        }
        if (!List.of(states).contains(edition.state())) {
            throw new EditionRefusedException(Reason.WRONG_STATE);
        }
        return edition;
    }

    private void require(EditionRight right, EditionSubject subject) {
        if (!isOpen(subject) || !rights().contains(right)) {
            throw refused(right, subject);
        }
    }

    private void requireOpen(Edition edition) {
        if (!isOpen(edition.subject())) {
            throw refused(EditionRight.READ_CONCEPTS, edition.subject());
        }
    }

    private OutOfScopeException refused(EditionRight right, EditionSubject subject) {
        audit.record(AuditAction.REFUSED, right + " " + subject);
        return new OutOfScopeException("Not for this reader: " + right + " of edition " + subject);
    }

    private boolean isOpen(EditionSubject subject) {
        return reports.find(subject.report())
                .filter(definition -> isOpen(definition, area(subject)))
                .isPresent();
    }

    private boolean isOpen(ReportDefinition definition, Area area) {
        return definition.opens(Reader.current(), area, catalogue, areas);
    }

    private Area area(EditionSubject subject) {
        return areas.find(subject.area())
                .orElseThrow(() -> new IllegalArgumentException("There is no area " + subject.area()));
    }

    /** Without what neither XML nor the store can keep. */
    private static String cleaned(String typed, int longest) {
        String text = typed.replaceAll("\\r\\n?", "\n")
                .replaceAll("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n]]", "")
                .strip();
        if (text.codePointCount(0, text.length()) > longest) {
            throw new EditionRefusedException(Reason.TEXT_TOO_LONG, List.of(Integer.toString(longest)));
        }
        return text;
    }

    private EditionAct act(int number, EditionState state, EditionRight right) {
        Reader reader = Reader.current();
        Role inRole = reader.roles().stream()
                .sorted()
                .filter(role -> EditionRight.of(role).contains(right))
                .findFirst()
                .orElseThrow();
        return new EditionAct(number, state, reader.name(), inRole, now());
    }

    /** The store keeps microseconds, the warehouse milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String trace(Edition edition) {
        return edition.id() + " v" + edition.version() + " " + edition.subject();
    }
}
