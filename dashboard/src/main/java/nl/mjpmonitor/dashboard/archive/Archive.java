package nl.mjpmonitor.dashboard.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.access.Reader;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.archive.ArchiveRefusedException.Reason;
import nl.mjpmonitor.dashboard.archive.Destruction.Act;
import nl.mjpmonitor.dashboard.archive.Destruction.Decision;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.dashboard.progress.Progress;
import nl.mjpmonitor.dashboard.publications.Edition;
import nl.mjpmonitor.dashboard.publications.EditionFile;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.publications.EditionLife;
import nl.mjpmonitor.dashboard.publications.EditionState;
import nl.mjpmonitor.dashboard.publications.EditionSubject;
import nl.mjpmonitor.dashboard.publications.EditionSummary;
import nl.mjpmonitor.dashboard.publications.FileCheck;
import nl.mjpmonitor.dashboard.reports.ReportCatalogue;
import nl.mjpmonitor.dashboard.reports.ReportDefinition;
import nl.mjpmonitor.dashboard.reports.Retention;
import nl.mjpmonitor.dashboard.reports.SelectionList;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.springframework.stereotype.Component;

/**
 * The archive on behalf of the reader of this thread: who may not see an edition does not find it, check it or take it along. What else a
 * role may do stands in {@link ArchiveRight}. Nothing is destroyed by itself: somebody proposes it, somebody else decides.
 *
 * <p>All methods throw {@link nl.mjpmonitor.dashboard.store.StoreAwayException} when the store cannot be used now,
 * {@link OutOfScopeException} for what the reader may not do, and {@link ArchiveRefusedException} for what cannot be done as it is.
 *
 * @see <a href="https://github.com/LibraryOfCongress/bagit-spec">BagIt, RFC 8493</a>
 */
@Component
public class Archive {

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");
    private static final int LONGEST_REASON = 1_000;

    private final EditionLife life;
    private final DestructionStore destructions;
    private final ReportCatalogue reports;
    private final Areas areas;
    private final Texts texts;
    private final AuditLog audit;
    private final Clock clock;

    Archive(
            EditionLife life,
            DestructionStore destructions,
            ReportCatalogue reports,
            Areas areas,
            Texts texts,
            AuditLog audit,
            Clock clock) {
        this.life = life;
        this.destructions = destructions;
        this.reports = reports;
        this.areas = areas;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the reader may do with the archive as a whole. */
    public Set<ArchiveRight> rights() {
        return ArchiveRight.ofReader();
    }

    /** The list that says how long editions are kept. */
    public SelectionList selectionList() {
        return reports.selectionList();
    }

    /** The kinds of report, in their order. */
    public List<ReportDefinition> reports() {
        return reports.all();
    }

    /** The editions that fit, newest first. */
    public List<ArchiveEntry> find(ArchiveQuestion question) {
        List<String> words = question.words();
        Set<EditionId> mentioning = life.mentioning(words);
        return life.all().stream()
                .filter(question::fits)
                .filter(edition -> mentioning.contains(edition.id()) || holdsAll(edition, words))
                .map(this::entry)
                .toList();
    }

    private boolean holdsAll(EditionSummary edition, List<String> words) {
        String line = String.join(
                        " ",
                        name(edition.subject(), edition.number()),
                        edition.subject().report().value(),
                        edition.subject().area().value(),
                        edition.subject().period().label(),
                        edition.state().word(),
                        edition.reason())
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(line::contains);
    }

    private ArchiveEntry entry(EditionSummary edition) {
        Retention retention = reports.require(edition.subject().report()).retention();
        Optional<LocalDate> endsOn = edition.state() == EditionState.GEPUBLICEERD
                ? retention.endOf(LocalDate.ofInstant(edition.at(), DUTCH_TIME))
                : Optional.empty();
        return new ArchiveEntry(
                edition,
                retention,
                endsOn,
                endsOn.filter(day -> !today().isBefore(day)).isPresent());
    }

    /** Reads the files of an edition and computes their hashes anew. */
    public List<FileCheck> check(EditionId id) {
        return life.check(id);
    }

    /**
     * The same.
     *
     * @throws nl.mjpmonitor.dashboard.progress.CancelledException when it was stopped
     */
    public List<FileCheck> check(EditionId id, Progress progress) {
        return life.check(id, progress);
    }

    /**
     * The same for every published edition.
     *
     * @param progress hears of every edition
     * @return what is not as it was published; empty when all is well
     */
    public List<FileCheck> checkAll(Progress progress) {
        require(ArchiveRight.EXPORT, "check");
        List<EditionSummary> published = published();
        List<FileCheck> broken = new ArrayList<>();
        for (int i = 0; i < published.size(); i++) {
            progress.at(i, published.size());
            life.check(published.get(i).id()).stream()
                    .filter(check -> !check.isUnchanged())
                    .forEach(broken::add);
        }
        progress.at(published.size(), published.size());
        return broken;
    }

    /** The description of a published edition after MDTO; empty when there is no such edition for the reader. */
    public Optional<byte[]> metadata(EditionId id) {
        return description(id).map(MdtoXml::ofEdition);
    }

    /** The description of one of its files; empty when there is none of this name. */
    public Optional<byte[]> metadata(EditionId id, String fileName) {
        return description(id)
                .flatMap(edition -> edition.files().stream()
                        .filter(file -> file.name().equals(fileName))
                        .findFirst()
                        .map(file -> MdtoXml.ofFile(edition, file)));
    }

    private Optional<ArchivedEdition> description(EditionId id) {
        return life.find(id)
                .filter(edition -> edition.state() == EditionState.GEPUBLICEERD)
                .map(this::description);
    }

    private ArchivedEdition description(Edition edition) {
        EditionSubject subject = edition.subject();
        return new ArchivedEdition(
                edition,
                name(subject, edition.number()),
                areas.find(subject.area()).map(Area::name).orElse(subject.area().value()),
                areas.municipality(),
                reports.require(subject.report()),
                life.files(edition.id()));
    }

    /**
     * Writes every published edition that the reader may see as one zip, each file with its description beside it and a manifest of
     * hashes (a bag after RFC 8493). No more than one file is in memory. A file that is not as it was published is left out and named.
     *
     * @param out stays open
     * @param progress hears of every edition, and may stop
     * @return names of the files that were left out
     * @throws IOException when it cannot be written; what stands in {@code out} by then is no zip
     */
    public List<String> write(OutputStream out, Progress progress) throws IOException {
        require(ArchiveRight.EXPORT, "export");
        List<EditionSummary> published = published();
        try (ArchiveBag bag = new ArchiveBag(out, today())) {
            for (int i = 0; i < published.size(); i++) {
                progress.at(i, published.size());
                Optional<ArchivedEdition> edition = description(published.get(i).id());
                if (edition.isPresent()) {
                    bag.add(
                            edition.get(),
                            file -> life.stored(edition.get().edition().id(), file));
                }
            }
            progress.at(published.size(), published.size());
            bag.finish(organisation(), clock.instant());
            audit.record(
                    AuditAction.ARCHIVE_EXPORTED,
                    published.size() + " editions, " + bag.damaged().size() + " damaged files");
            return bag.damaged();
        }
    }

    /** Name of the file with the whole archive. */
    public String exportName() {
        return ArchiveBag.folder(today()) + ".zip";
    }

    private List<EditionSummary> published() {
        return life.all().stream()
                .filter(edition -> edition.state() == EditionState.GEPUBLICEERD)
                .toList();
    }

    /** The published editions that need not be kept any longer and for which nothing is proposed. */
    public List<ArchiveEntry> due() {
        require(ArchiveRight.PROPOSE, "due");
        Set<EditionId> proposed = destructions.all().stream()
                .filter(Destruction::isOpen)
                .map(one -> one.proposal().edition())
                .collect(Collectors.toUnmodifiableSet());
        return find(ArchiveQuestion.ALL).stream()
                .filter(ArchiveEntry::isDue)
                .filter(entry -> !proposed.contains(entry.edition().id()))
                .toList();
    }

    /** All proposals, with what was decided, newest first. */
    public List<Destruction> destructions() {
        require(ArchiveRight.PROPOSE, "destructions");
        return destructions.all();
    }

    /**
     * Proposes to destroy an edition of which the term has ended.
     *
     * @param reason what others should know; may be empty
     */
    public Destruction propose(EditionId id, String reason) {
        require(ArchiveRight.PROPOSE, "edition " + id);
        String why = reason.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
        if (why.length() > LONGEST_REASON) {
            throw new ArchiveRefusedException(Reason.REASON_TOO_LONG);
        }
        ArchiveEntry entry = find(ArchiveQuestion.ALL).stream()
                .filter(one -> one.edition().id().equals(id))
                .filter(ArchiveEntry::isDue)
                .findFirst()
                .orElseThrow(() -> new ArchiveRefusedException(Reason.STILL_KEPT));
        Destruction kept = destructions.propose(
                new DestructionProposal(
                        id,
                        entry.edition().at(),
                        entry.retention().category(),
                        entry.endsOn().orElseThrow(),
                        why,
                        life.files(id)),
                act(ArchiveRight.PROPOSE));
        audit.record(AuditAction.DESTRUCTION_PROPOSED, trace(kept));
        return kept;
    }

    /**
     * Decides on a proposal of somebody else. Approval destroys the files, texts and history of the edition at once, and cannot be undone.
     *
     * @param id of the proposal
     */
    public Destruction decide(long id, boolean isApproved) {
        require(ArchiveRight.DECIDE, "proposal " + id);
        Destruction proposal = destructions.all().stream()
                .filter(one -> one.id() == id && one.isOpen())
                .findFirst()
                .orElseThrow(() -> new ArchiveRefusedException(Reason.NOT_OPEN));
        if (isApproved
                && proposal.proposed().actor().equalsIgnoreCase(Reader.current().name())) {
            audit.record(AuditAction.REFUSED, ArchiveRight.DECIDE + " " + trace(proposal));
            throw new ArchiveRefusedException(Reason.OWN_PROPOSAL);
        }
        Destruction decided = destructions.decide(id, new Decision(isApproved, act(ArchiveRight.DECIDE)));
        audit.record(isApproved ? AuditAction.EDITION_DESTROYED : AuditAction.DESTRUCTION_REJECTED, trace(decided));
        return decided;
    }

    /** A line for people: kind of report, area, period and edition, in Dutch. */
    public String name(EditionSubject subject, Optional<Integer> number) {
        String title = reports.find(subject.report())
                .map(definition -> definition.title(Texts.DUTCH))
                .orElse(subject.report().value());
        String area =
                areas.find(subject.area()).map(Area::name).orElse(subject.area().value());
        String line = title + ", " + area + ", " + subject.period().label(Texts.DUTCH);
        return number.map(one ->
                        line + ", " + texts.getTranslation("publication.edition", Texts.DUTCH, Integer.toString(one)))
                .orElse(line);
    }

    private String organisation() {
        return texts.getTranslation(
                "report.organisation", Texts.DUTCH, areas.municipality().name());
    }

    private void require(ArchiveRight right, String subject) {
        if (!rights().contains(right)) {
            audit.record(AuditAction.REFUSED, right + " archive " + subject);
            throw new OutOfScopeException("Not for this reader: " + right + " of the archive");
        }
    }

    private Act act(ArchiveRight right) {
        Reader reader = Reader.current();
        Role inRole = reader.roles().stream()
                .sorted()
                .filter(role -> ArchiveRight.of(role).contains(right))
                .findFirst()
                .orElseThrow();
        return new Act(reader.name(), inRole, now());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(DUTCH_TIME));
    }

    /** The store keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String trace(Destruction one) {
        List<String> hashes = one.proposal().files().stream()
                .map(EditionFile::sha256)
                .map(hash -> hash.substring(0, 12))
                .toList();
        return one.id() + " edition " + one.proposal().edition() + " " + one.subject() + " "
                + one.proposal().category() + " " + hashes;
    }
}
