package nl.mjpmonitor.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nl.mjpmonitor.dashboard.duiding.Duiding;
import nl.mjpmonitor.dashboard.duiding.DuidingConflictException;
import nl.mjpmonitor.dashboard.duiding.DuidingId;
import nl.mjpmonitor.dashboard.duiding.DuidingQuestion;
import nl.mjpmonitor.dashboard.duiding.DuidingStore;
import nl.mjpmonitor.dashboard.duiding.DuidingSubject;
import nl.mjpmonitor.dashboard.duiding.DuidingVersion;

/** Duidingen in memory, by the same rules as in PostgreSQL; one contract tests both. */
public final class InMemoryDuidingStore implements DuidingStore {

    private final InMemoryStore store;
    private final TreeMap<Long, Duiding> byId = new TreeMap<>();
    private long lastId;

    public InMemoryDuidingStore(InMemoryStore store) {
        this.store = store;
    }

    public synchronized void clear() {
        byId.clear();
    }

    @Override
    public synchronized List<Duiding> find(DuidingQuestion question) {
        store.answer();
        return byId.descendingMap().values().stream()
                .filter(duiding -> question.indicator()
                        .map(duiding.subject().indicator()::equals)
                        .orElse(true))
                .filter(duiding ->
                        question.area().map(duiding.subject().area()::equals).orElse(true))
                .filter(duiding -> question.period()
                        .map(duiding.subject().period()::equals)
                        .orElse(true))
                .limit(MOST)
                .toList();
    }

    @Override
    public synchronized Optional<Duiding> find(DuidingId id) {
        store.answer();
        return Optional.ofNullable(byId.get(id.value()));
    }

    @Override
    public synchronized Duiding add(DuidingSubject subject, DuidingVersion first) {
        store.answer();
        lastId++;
        Duiding added = new Duiding(new DuidingId(lastId), subject, List.of(first));
        byId.put(lastId, added);
        return added;
    }

    @Override
    public synchronized Duiding append(DuidingId id, DuidingVersion next) {
        Duiding before = find(id).orElseThrow(() -> new IllegalArgumentException("There is no duiding " + id));
        if (before.current().number() != next.number() - 1) {
            throw new DuidingConflictException(before);
        }
        List<DuidingVersion> versions = new ArrayList<>(before.versions());
        versions.add(next);
        Duiding after = new Duiding(id, before.subject(), versions);
        byId.put(id.value(), after);
        return after;
    }
}
