package nl.mjpmonitor.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.dashboard.audit.AuditEvent;
import nl.mjpmonitor.dashboard.audit.AuditFilter;
import nl.mjpmonitor.dashboard.audit.AuditStore;

/** The trail in memory. */
public final class InMemoryAuditStore implements AuditStore {

    private final InMemoryStore store;
    private final List<AuditEvent> events = new ArrayList<>();

    public InMemoryAuditStore(InMemoryStore store) {
        this.store = store;
    }

    public synchronized void clear() {
        events.clear();
    }

    @Override
    public synchronized void add(List<AuditEvent> added) {
        store.answer();
        events.addAll(added);
    }

    @Override
    public synchronized List<AuditEvent> find(AuditFilter filter) {
        store.answer();
        return events.reversed().stream()
                .filter(event ->
                        filter.actor().map(event.actor()::equalsIgnoreCase).orElse(true))
                .filter(event -> filter.action().map(event.action()::equals).orElse(true))
                .filter(event ->
                        filter.from().map(from -> !event.at().isBefore(from)).orElse(true))
                .limit(filter.limit())
                .toList();
    }

    @Override
    public synchronized long forgetBefore(Instant moment) {
        store.answer();
        long before = events.size();
        events.removeIf(event -> event.at().isBefore(moment));
        return before - events.size();
    }
}
