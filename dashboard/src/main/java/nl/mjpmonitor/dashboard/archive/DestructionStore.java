package nl.mjpmonitor.dashboard.archive;

import java.util.List;

/**
 * Where proposals to destroy editions and the decisions about them are kept, and the only way by which an edition goes. Proposals and
 * decisions are added and never changed.
 *
 * <p>All methods throw {@link nl.mjpmonitor.dashboard.store.StoreAwayException} when the store cannot be used now.
 */
public interface DestructionStore {

    /** The newest first. */
    List<Destruction> all();

    /**
     * Keeps a proposal.
     *
     * @throws ArchiveRefusedException when this edition is proposed or destroyed already
     */
    Destruction propose(DestructionProposal proposal, Destruction.Act act);

    /**
     * Keeps a decision; with an approval the files, texts and history of the edition go, all or nothing.
     *
     * @param id of the proposal
     * @throws ArchiveRefusedException when there is no such proposal or it was decided already
     */
    Destruction decide(long id, Destruction.Decision decision);
}
