package nl.mjpmonitor.dashboard.review;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.AreaCode;

/**
 * Where agendas and snapshots are kept. It knows nothing of roles. Versions and snapshots are added and never changed.
 *
 * <p>All methods throw {@link nl.mjpmonitor.dashboard.store.StoreAwayException} when the store cannot be used now.
 */
interface ReviewStore {

    /** The most snapshots in one answer. */
    int MOST = 120;

    /** The agenda with its whole history; one without versions when nobody wrote anything. */
    Agenda agenda(ReviewKey key);

    /** The newest agenda of this area about an earlier month. */
    Optional<Agenda> agendaBefore(AreaCode area, YearMonth month);

    /**
     * Adds a version.
     *
     * @param next its number is one more than that of the version its author saw
     * @throws AgendaConflictException when somebody was first
     */
    Agenda append(ReviewKey key, AgendaVersion next);

    /**
     * Keeps a snapshot.
     *
     * @param seen number of the version of the agenda that stands in it
     * @return the same with the number that the store gave
     * @throws AgendaConflictException when the agenda has another version by now
     */
    Snapshot add(Snapshot snapshot, int seen);

    Optional<Snapshot> snapshot(long id);

    /** The snapshots of an area, the newest first, at most {@value #MOST}. */
    List<SnapshotHeading> snapshots(AreaCode area);
}
