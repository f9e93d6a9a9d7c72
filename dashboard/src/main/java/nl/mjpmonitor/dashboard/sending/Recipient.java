package nl.mjpmonitor.dashboard.sending;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.Reader;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.warehouse.areas.AreaCode;

/**
 * Who gets editions.
 *
 * @param id given by the store
 * @param address mail address
 * @param role gets what this role may see
 * @param area the area of a gebiedsteam; empty for the other roles
 * @param addedAt since when
 */
public record Recipient(long id, String address, Role role, Optional<AreaCode> area, Instant addedAt) {

    /** The reader it stands for. */
    Reader reader() {
        return new Reader(address, Set.of(role), area.map(Set::of).orElseGet(Set::of));
    }
}
