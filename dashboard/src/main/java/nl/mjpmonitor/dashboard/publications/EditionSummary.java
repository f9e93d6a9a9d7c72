package nl.mjpmonitor.dashboard.publications;

import java.time.Instant;
import java.util.Optional;

/**
 * A line in the list of editions.
 *
 * @param number which edition of its subject it is; empty until it is published
 * @param reason why there is a new edition; empty for the first
 * @param at when it came to its state or was changed last
 */
public record EditionSummary(
        EditionId id,
        EditionSubject subject,
        Optional<Integer> number,
        EditionState state,
        String reason,
        Instant at) {}
