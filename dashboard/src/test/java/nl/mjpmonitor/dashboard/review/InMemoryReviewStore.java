package nl.mjpmonitor.dashboard.review;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.dashboard.store.StoreSight;
import nl.mjpmonitor.dashboard.store.StoreState;
import nl.mjpmonitor.warehouse.areas.AreaCode;

/** Agendas and snapshots in memory, by the same rules as in PostgreSQL; one contract tests both. */
final class InMemoryReviewStore implements ReviewStore {

    private final StoreSight store;
    private final Map<ReviewKey, Agenda> agendas = new HashMap<>();
    private final List<Snapshot> snapshots = new ArrayList<>();

    InMemoryReviewStore(StoreSight store) {
        this.store = store;
    }

    synchronized void clear() {
        agendas.clear();
        snapshots.clear();
    }

    private void answer() {
        if (store.state() != StoreState.READY) {
            throw new StoreAwayException("The store in memory is " + store.state());
        }
    }

    @Override
    public synchronized Agenda agenda(ReviewKey key) {
        answer();
        return agendas.getOrDefault(key, new Agenda(key, List.of()));
    }

    @Override
    public synchronized Optional<Agenda> agendaBefore(AreaCode area, YearMonth month) {
        answer();
        return agendas.values().stream()
                .filter(agenda -> agenda.key().area().equals(area))
                .filter(agenda -> agenda.key().month().isBefore(month))
                .max(Comparator.comparing(agenda -> agenda.key().month()));
    }

    @Override
    public synchronized Agenda append(ReviewKey key, AgendaVersion next) {
        Agenda before = agenda(key);
        if (before.number() != next.number() - 1) {
            throw new AgendaConflictException(before);
        }
        List<AgendaVersion> versions = new ArrayList<>(before.versions());
        versions.add(next);
        Agenda after = new Agenda(key, versions);
        agendas.put(key, after);
        return after;
    }

    @Override
    public synchronized Snapshot add(Snapshot snapshot, int seen) {
        SnapshotHeading heading = snapshot.heading();
        Agenda agenda = agenda(heading.key());
        if (agenda.number() != seen) {
            throw new AgendaConflictException(agenda);
        }
        Snapshot kept = new Snapshot(
                new SnapshotHeading(
                        snapshots.size() + 1L,
                        heading.key(),
                        heading.establishedAt(),
                        heading.author(),
                        heading.authorRole(),
                        heading.peildatum(),
                        heading.hash()),
                snapshot.content());
        snapshots.add(kept);
        return kept;
    }

    @Override
    public synchronized Optional<Snapshot> snapshot(long id) {
        answer();
        return snapshots.stream()
                .filter(snapshot -> snapshot.heading().id() == id)
                .findFirst();
    }

    @Override
    public synchronized List<SnapshotHeading> snapshots(AreaCode area) {
        answer();
        return snapshots.reversed().stream()
                .map(Snapshot::heading)
                .filter(heading -> heading.key().area().equals(area))
                .limit(MOST)
                .toList();
    }
}
