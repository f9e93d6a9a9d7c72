package nl.mjpmonitor.dashboard.archive;

import java.time.Instant;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.publications.EditionSubject;

/**
 * A proposal to destroy an edition, with the decision about it once there is one. It stays when the edition is gone, as the statement
 * of what was destroyed.
 *
 * @param id given by the store
 * @param subject what the edition is about
 * @param number which edition of its subject it is
 * @param proposal the proposal
 * @param proposed who proposed it
 * @param decision what was decided; empty as long as it waits
 */
public record Destruction(
        long id,
        EditionSubject subject,
        int number,
        DestructionProposal proposal,
        Act proposed,
        Optional<Decision> decision) {

    /**
     * Who did something.
     *
     * @param actor name of the account
     * @param role role in which it acted
     * @param at when
     */
    public record Act(String actor, Role role, Instant at) {}

    /**
     * What was decided.
     *
     * @param isApproved whether the edition was destroyed
     * @param act who decided
     */
    public record Decision(boolean isApproved, Act act) {}

    /** Whether it waits for a decision. */
    public boolean isOpen() {
        return decision.isEmpty();
    }

    /** Whether the edition is gone. */
    public boolean isCarriedOut() {
        return decision.filter(Decision::isApproved).isPresent();
    }
}
