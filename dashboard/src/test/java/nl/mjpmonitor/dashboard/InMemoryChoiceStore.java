package nl.mjpmonitor.dashboard;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.choices.ChoiceStore;

/** Choices and visits in memory, by the same rules as in PostgreSQL; one contract tests both. */
public final class InMemoryChoiceStore implements ChoiceStore {

    private record Visit(Instant seenAt, Optional<Instant> beforeAt) {}

    private final InMemoryStore store;
    private final Map<String, String> choices = new HashMap<>();
    private final Map<String, Visit> visits = new HashMap<>();

    public InMemoryChoiceStore(InMemoryStore store) {
        this.store = store;
    }

    public synchronized void clear() {
        choices.clear();
        visits.clear();
    }

    @Override
    public synchronized Optional<String> find(String account, String subject) {
        store.answer();
        return Optional.ofNullable(choices.get(account + " " + subject));
    }

    @Override
    public synchronized void keep(String account, String subject, String value) {
        store.answer();
        choices.put(account + " " + subject, value);
    }

    @Override
    public synchronized Optional<Instant> visit(String account, Instant at) {
        store.answer();
        Visit known = visits.get(account);
        Visit next;
        if (known == null) {
            next = new Visit(at, Optional.empty());
        } else if (at.isAfter(known.seenAt().plus(PAUSE))) {
            next = new Visit(at, Optional.of(known.seenAt()));
        } else {
            next = new Visit(at.isAfter(known.seenAt()) ? at : known.seenAt(), known.beforeAt());
        }
        visits.put(account, next);
        return next.beforeAt();
    }
}
