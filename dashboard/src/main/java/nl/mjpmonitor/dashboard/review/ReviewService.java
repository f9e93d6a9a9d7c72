package nl.mjpmonitor.dashboard.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.access.Reader;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads, writes and establishes the Maandbeeld on behalf of the reader of this thread. Every method decides for itself what the
 * reader may do, by the table of {@link ReviewRight}; a view only leaves out what would be refused.
 *
 * <p>All methods but {@link #rights()} throw {@link nl.mjpmonitor.dashboard.store.StoreAwayException} when the store cannot be used
 * now, and {@link OutOfScopeException} for what the reader may not do.
 */
@Component
class ReviewService {

    private final ReviewStore store;
    private final AuditLog audit;
    private final Clock clock;
    private final JsonMapper mapper;

    ReviewService(ReviewStore store, AuditLog audit, Clock clock, JsonMapper mapper) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** What the reader may do. */
    Set<ReviewRight> rights() {
        Set<ReviewRight> rights = EnumSet.noneOf(ReviewRight.class);
        Reader.current().roles().forEach(role -> rights.addAll(ReviewRight.of(role)));
        return rights;
    }

    Agenda agenda(ReviewKey key) {
        require(ReviewRight.READ, key.toString());
        return store.agenda(key);
    }

    /** What was agreed the last time before this month. */
    Optional<Agenda> agendaBefore(ReviewKey key) {
        require(ReviewRight.READ, key.toString());
        return store.agendaBefore(key.area(), key.month());
    }

    /**
     * Gives an agenda another content.
     *
     * @param seen number of the version that the writer saw
     * @throws AgendaConflictException when somebody changed it since
     */
    Agenda write(ReviewKey key, int seen, AgendaContent content) {
        require(ReviewRight.WRITE, key.toString());
        Agenda written = store.append(
                key, new AgendaVersion(seen + 1, content, Reader.current().name(), role(ReviewRight.WRITE), now()));
        audit.record(AuditAction.REVIEW_WRITTEN, key + " v" + written.number());
        return written;
    }

    /**
     * Freezes a Maandbeeld.
     *
     * @param seen number of the version of the agenda that stands in it
     * @throws AgendaConflictException when somebody changed the agenda since
     */
    Snapshot establish(ReviewKey key, int seen, Instant peildatum, FrozenReview frozen) {
        require(ReviewRight.ESTABLISH, key.toString());
        String content = mapper.writeValueAsString(frozen);
        Snapshot kept = store.add(
                new Snapshot(
                        new SnapshotHeading(
                                0,
                                key,
                                now(),
                                Reader.current().name(),
                                role(ReviewRight.ESTABLISH),
                                peildatum.truncatedTo(ChronoUnit.MICROS),
                                Snapshot.hashOf(content)),
                        content),
                seen);
        audit.record(AuditAction.REVIEW_ESTABLISHED, key + " " + kept.heading().hash());
        return kept;
    }

    /** One snapshot; empty when there is none of this number. */
    Optional<Snapshot> snapshot(long id) {
        require(ReviewRight.READ, "snapshot " + id);
        return store.snapshot(id);
    }

    /** The snapshots of an area, the newest first. */
    List<SnapshotHeading> snapshots(AreaCode area) {
        require(ReviewRight.READ, area.toString());
        return store.snapshots(area);
    }

    /** What stands in a snapshot. */
    FrozenReview content(Snapshot snapshot) {
        return mapper.readValue(snapshot.content(), FrozenReview.class);
    }

    private void require(ReviewRight right, String subject) {
        if (!rights().contains(right)) {
            audit.record(AuditAction.REFUSED, right + " maandbeeld " + subject);
            throw new OutOfScopeException("Not for this reader: " + right + " of the Maandbeeld " + subject);
        }
    }

    private static Role role(ReviewRight right) {
        return Reader.current().roles().stream()
                .sorted()
                .filter(role -> ReviewRight.of(role).contains(right))
                .findFirst()
                .orElseThrow();
    }

    /** The store keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
