package nl.mjpmonitor.dashboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.dashboard.signals.SignalAct;
import nl.mjpmonitor.dashboard.signals.SignalStore;
import nl.mjpmonitor.warehouse.signals.SignalId;

/** What people did with signals, in memory, by the same rules as in PostgreSQL; one contract tests both. */
public final class InMemorySignalStore implements SignalStore {

    private final InMemoryStore store;
    private final Map<SignalId, List<SignalAct>> acts = new HashMap<>();

    public InMemorySignalStore(InMemoryStore store) {
        this.store = store;
    }

    public synchronized void clear() {
        acts.clear();
    }

    @Override
    public synchronized Map<SignalId, List<SignalAct>> find(Collection<SignalId> ids) {
        store.answer();
        Map<SignalId, List<SignalAct>> found = new HashMap<>();
        ids.stream().filter(acts::containsKey).forEach(id -> found.put(id, List.copyOf(acts.get(id))));
        return found;
    }

    @Override
    public synchronized boolean add(SignalId id, SignalAct act) {
        store.answer();
        List<SignalAct> own = acts.computeIfAbsent(id, any -> new ArrayList<>());
        return act.number() == own.size() + 1 && own.add(act);
    }
}
