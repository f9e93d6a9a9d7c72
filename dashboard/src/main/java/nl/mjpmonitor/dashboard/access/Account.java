package nl.mjpmonitor.dashboard.access;

import java.util.Set;
import nl.mjpmonitor.warehouse.areas.AreaCode;

/**
 * One person who may come in.
 *
 * @param name what the person types to log in
 * @param role what the person may do
 * @param areas the areas of a gebiedsteam; empty for the other roles
 * @param passwordHash Argon2 in its own notation, or with an id in front such as {@code {bcrypt}}
 * @param tokenHash SHA-256 of the token for the interface
 */
record Account(String name, Role role, Set<AreaCode> areas, String passwordHash, TokenHash tokenHash) {

    Account {
        areas = Set.copyOf(areas);
    }

    /** Does not show the hashes. */
    @Override
    public String toString() {
        return "Account[%s, %s]".formatted(name, role);
    }
}
