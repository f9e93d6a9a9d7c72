package nl.mjpmonitor.dashboard.publications;

import java.util.List;
import java.util.Optional;

/**
 * One edition of a report.
 *
 * @param id the id
 * @param subject what it is about
 * @param number which edition of its subject it is, counted from 1; empty until it is published
 * @param corrects the published edition that it replaces
 * @param reason why there is a new edition; empty for the first
 * @param content what it holds by now
 * @param acts all that was done to it, oldest first, at least one
 */
public record Edition(
        EditionId id,
        EditionSubject subject,
        Optional<Integer> number,
        Optional<EditionId> corrects,
        String reason,
        EditionContent content,
        List<EditionAct> acts) {

    public Edition {
        acts = List.copyOf(acts);
        if (acts.isEmpty()) {
            throw new IllegalArgumentException("An edition has at least one act");
        }
    }

    /** The newest act. */
    public EditionAct current() {
        return acts.getLast();
    }

    public EditionState state() {
        return current().state();
    }

    /** Number of the newest version; who changes the edition must have seen it. */
    public int version() {
        return current().number();
    }

    /** Whether this account wrote in it or handed it in: then somebody else approves it. */
    public boolean isMadeBy(String name) {
        return acts.stream()
                .filter(act -> act.state() == EditionState.CONCEPT || act.state() == EditionState.GEDUID)
                .anyMatch(act -> act.actor().equalsIgnoreCase(name));
    }
}
