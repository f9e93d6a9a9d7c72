package nl.mjpmonitor.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nl.mjpmonitor.dashboard.archive.ArchiveRefusedException;
import nl.mjpmonitor.dashboard.archive.ArchiveRefusedException.Reason;
import nl.mjpmonitor.dashboard.archive.Destruction;
import nl.mjpmonitor.dashboard.archive.DestructionProposal;
import nl.mjpmonitor.dashboard.archive.DestructionStore;
import nl.mjpmonitor.dashboard.publications.Edition;

/** Destruction in memory, by the same rules as in PostgreSQL; one contract tests both. */
public final class InMemoryDestructionStore implements DestructionStore {

    private final InMemoryEditionStore editions;
    private final InMemoryStore store;
    private final TreeMap<Long, Destruction> byId = new TreeMap<>();

    public InMemoryDestructionStore(InMemoryEditionStore editions, InMemoryStore store) {
        this.editions = editions;
        this.store = store;
    }

    public synchronized void clear() {
        byId.clear();
    }

    @Override
    public synchronized List<Destruction> all() {
        store.answer();
        return List.copyOf(byId.descendingMap().values());
    }

    @Override
    public synchronized Destruction propose(DestructionProposal proposal, Destruction.Act act) {
        store.answer();
        boolean isProposed = byId.values().stream()
                .filter(one -> one.proposal().edition().equals(proposal.edition()))
                .anyMatch(one -> one.isOpen() || one.isCarriedOut());
        if (isProposed) {
            throw new ArchiveRefusedException(Reason.PROPOSED_ALREADY);
        }
        Edition edition = editions.find(proposal.edition()).orElseThrow();
        long id = byId.size() + 1L;
        Destruction kept =
                new Destruction(id, edition.subject(), edition.number().orElseThrow(), proposal, act, Optional.empty());
        byId.put(id, kept);
        return kept;
    }

    @Override
    public synchronized Destruction decide(long id, Destruction.Decision decision) {
        store.answer();
        Destruction open = byId.get(id);
        if (open == null || !open.isOpen()) {
            throw new ArchiveRefusedException(Reason.NOT_OPEN);
        }
        Destruction decided = new Destruction(
                id, open.subject(), open.number(), open.proposal(), open.proposed(), Optional.of(decision));
        byId.put(id, decided);
        if (decision.isApproved()) {
            editions.destroy(open.proposal().edition());
        }
        return decided;
    }
}
