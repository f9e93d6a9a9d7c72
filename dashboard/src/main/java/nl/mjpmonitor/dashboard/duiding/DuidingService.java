package nl.mjpmonitor.dashboard.duiding;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.access.Reader;
import nl.mjpmonitor.dashboard.access.ReaderScope;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import org.springframework.stereotype.Component;

/**
 * Reads, writes and establishes duiding on behalf of the reader of this thread. Every method decides for itself what the reader
 * may do, by the tables of {@link ReaderScope} and {@link DuidingRight}; a view only leaves out what would be refused.
 *
 * <p>All methods throw {@link nl.mjpmonitor.dashboard.store.StoreAwayException} when the store cannot be used now, and
 * {@link OutOfScopeException} for what the reader may not do.
 */
@Component
public class DuidingService {

    private final DuidingStore store;
    private final IndicatorCatalogue catalogue;
    private final Areas areas;
    private final AuditLog audit;
    private final Clock clock;

    DuidingService(DuidingStore store, IndicatorCatalogue catalogue, Areas areas, AuditLog audit, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the reader may see of what is asked for, newest first: everything for who may see concepts, otherwise what was
     * established, without names. What belongs to a figure outside the reader's scope is left out.
     */
    public List<Duiding> find(DuidingQuestion question) {
        Reader reader = Reader.current();
        ReaderScope scope = ReaderScope.of(reader, areas);
        boolean isInside = rights(reader).contains(DuidingRight.READ_CONCEPTS);
        return store.find(question).stream()
                .filter(duiding -> isOpen(scope, duiding.subject()))
                .map(duiding -> isInside ? Optional.of(duiding) : duiding.asEstablished())
                .flatMap(Optional::stream)
                .toList();
    }

    /** What the reader may do with duiding of this figure. */
    public Set<DuidingRight> rights(DuidingSubject subject) {
        Reader reader = Reader.current();
        return isOpen(ReaderScope.of(reader, areas), subject) ? rights(reader) : EnumSet.noneOf(DuidingRight.class);
    }

    /** Whether the reader may establish this text as it is now: nobody establishes a text of one's own. */
    public boolean mayEstablish(Duiding duiding) {
        return duiding.current().state() == DuidingState.CONCEPT
                && rights(duiding.subject()).contains(DuidingRight.ESTABLISH)
                && !duiding.current().author().equalsIgnoreCase(Reader.current().name());
    }

    /**
     * Writes a new duiding, as a concept.
     *
     * @throws InvalidDuidingException when the text cannot be a duiding
     */
    public Duiding write(DuidingSubject subject, String typed) {
        require(DuidingRight.WRITE, subject);
        String text = DuidingText.of(typed);
        Duiding written = store.add(subject, version(1, text, DuidingState.CONCEPT, DuidingRight.WRITE));
        audit.record(AuditAction.DUIDING_WRITTEN, trace(written));
        return written;
    }

    /**
     * Gives a duiding another text. It becomes a concept again; what was established before stays in force until the new text is
     * established.
     *
     * @param seen number of the version that the writer saw
     * @throws InvalidDuidingException when the text cannot be a duiding
     * @throws DuidingConflictException when somebody changed it since
     */
    public Duiding edit(DuidingId id, int seen, String typed) {
        Duiding duiding = require(DuidingRight.WRITE, id);
        String text = DuidingText.of(typed);
        requireSeen(duiding, seen);
        requireNotWithdrawn(duiding);
        Duiding edited = store.append(id, version(seen + 1, text, DuidingState.CONCEPT, DuidingRight.WRITE));
        audit.record(AuditAction.DUIDING_EDITED, trace(edited));
        return edited;
    }

    /**
     * Lets a concept hold for everybody who may see the figure.
     *
     * @param seen number of the version that the reader saw
     * @throws DuidingConflictException when somebody changed it since
     */
    public Duiding establish(DuidingId id, int seen) {
        Duiding duiding = require(DuidingRight.ESTABLISH, id);
        requireSeen(duiding, seen);
        if (!mayEstablish(duiding)) {
            throw refused(DuidingRight.ESTABLISH, duiding.subject());
        }
        Duiding established = store.append(
                id, version(seen + 1, duiding.current().text(), DuidingState.VASTGESTELD, DuidingRight.ESTABLISH));
        audit.record(AuditAction.DUIDING_ESTABLISHED, trace(established));
        return established;
    }

    /**
     * Takes a duiding back, for good. Its history stays.
     *
     * @param seen number of the version that the reader saw
     * @throws DuidingConflictException when somebody changed it since
     */
    public Duiding withdraw(DuidingId id, int seen) {
        Duiding duiding = require(DuidingRight.WITHDRAW, id);
        requireSeen(duiding, seen);
        requireNotWithdrawn(duiding);
        Duiding withdrawn = store.append(
                id, version(seen + 1, duiding.current().text(), DuidingState.INGETROKKEN, DuidingRight.WITHDRAW));
        audit.record(AuditAction.DUIDING_WITHDRAWN, trace(withdrawn));
        return withdrawn;
    }

    private Duiding require(DuidingRight right, DuidingId id) {
        Duiding duiding = store.find(id).orElseThrow(() -> new IllegalArgumentException("There is no duiding " + id));
        require(right, duiding.subject());
        return duiding;
    }

    private void require(DuidingRight right, DuidingSubject subject) {
        if (!rights(subject).contains(right)) {
            throw refused(right, subject);
        }
    }

    private OutOfScopeException refused(DuidingRight right, DuidingSubject subject) {
        audit.record(AuditAction.REFUSED, right + " " + subject);
        return new OutOfScopeException("Not for this reader: " + right + " of duiding " + subject);
    }

    private static void requireSeen(Duiding duiding, int seen) {
        if (duiding.current().number() != seen) {
            throw new DuidingConflictException(duiding);
        }
    }

    private static void requireNotWithdrawn(Duiding duiding) {
        if (duiding.current().state() == DuidingState.INGETROKKEN) {
            throw new IllegalStateException("Duiding " + duiding.id() + " has been withdrawn for good");
        }
    }

    private DuidingVersion version(int number, String text, DuidingState state, DuidingRight right) {
        Reader reader = Reader.current();
        Role inRole = reader.roles().stream()
                .sorted()
                .filter(role -> DuidingRight.of(role).contains(right))
                .findFirst()
                .orElseThrow();
        // the store keeps microseconds
        return new DuidingVersion(
                number, text, state, reader.name(), inRole, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private boolean isOpen(ReaderScope scope, DuidingSubject subject) {
        Optional<Indicator> indicator = catalogue.find(subject.indicator());
        Optional<Area> area = areas.find(subject.area());
        return indicator.isPresent() && area.isPresent() && scope.opens(indicator.get(), area.get());
    }

    private static Set<DuidingRight> rights(Reader reader) {
        Set<DuidingRight> rights = EnumSet.noneOf(DuidingRight.class);
        reader.roles().forEach(role -> rights.addAll(DuidingRight.of(role)));
        return rights;
    }

    private static String trace(Duiding duiding) {
        return duiding.id() + " v" + duiding.current().number() + " " + duiding.subject();
    }
}
