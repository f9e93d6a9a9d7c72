package nl.mjpmonitor.dashboard.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which events to show.
 *
 * @param actor of this account; all when empty
 * @param action of this kind; all when empty
 * @param from not before this moment; all when empty
 * @param limit the newest so many at most
 */
public record AuditFilter(Optional<String> actor, Optional<AuditAction> action, Optional<Instant> from, int limit) {}
