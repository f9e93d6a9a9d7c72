package nl.mjpmonitor.dashboard.review;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.duiding.Duiding;
import nl.mjpmonitor.dashboard.duiding.DuidingState;
import nl.mjpmonitor.dashboard.store.StoreState;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/**
 * What people wrote about a month, as far as the reader may see it and the store answers.
 *
 * @param store whether the store answers
 * @param rights what the reader may do
 * @param agenda what was added to this Maandbeeld
 * @param before what was agreed the last time
 * @param snapshots what was established of this area, the newest first
 * @param duidingen what was written about the figures of the month, the newest first
 */
record ReviewPapers(
        StoreState store,
        Set<ReviewRight> rights,
        Agenda agenda,
        Optional<Agenda> before,
        List<SnapshotHeading> snapshots,
        List<Duiding> duidingen) {

    ReviewPapers {
        rights = Set.copyOf(rights);
        snapshots = List.copyOf(snapshots);
        duidingen = List.copyOf(duidingen);
    }

    boolean mayDo(ReviewRight right) {
        return store == StoreState.READY && rights.contains(right);
    }

    /** The moment up to which the last Maandbeeld of an earlier month knew the figures. */
    Optional<Instant> lastTime() {
        return snapshots.stream()
                .filter(snapshot -> snapshot.key().month().isBefore(agenda.key().month()))
                .max(Comparator.comparing(
                                (SnapshotHeading snapshot) -> snapshot.key().month())
                        .thenComparing(SnapshotHeading::establishedAt))
                .map(SnapshotHeading::peildatum);
    }

    /** What was written about the month of an indicator and not withdrawn. */
    List<Duiding> about(IndicatorId indicator) {
        return duidingen.stream()
                .filter(duiding -> duiding.subject().indicator().equals(indicator))
                .filter(duiding -> duiding.current().state() != DuidingState.INGETROKKEN)
                .toList();
    }

    ReviewPapers with(Agenda newAgenda) {
        return new ReviewPapers(store, rights, newAgenda, before, snapshots, duidingen);
    }
}
