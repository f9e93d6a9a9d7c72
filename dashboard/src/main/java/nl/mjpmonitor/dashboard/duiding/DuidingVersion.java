package nl.mjpmonitor.dashboard.duiding;

import java.time.Instant;
import nl.mjpmonitor.dashboard.access.Role;

/**
 * A duiding after one act: writing, editing, establishing or withdrawing.
 *
 * @param number counted from 1
 * @param text plain text
 * @param state where it came to
 * @param author name of the account that acted; empty for readers who are told the role only
 * @param authorRole role in which it acted
 * @param writtenAt when
 */
public record DuidingVersion(
        int number, String text, DuidingState state, String author, Role authorRole, Instant writtenAt) {

    DuidingVersion withoutName() {
        return new DuidingVersion(number, text, state, "", authorRole, writtenAt);
    }
}
