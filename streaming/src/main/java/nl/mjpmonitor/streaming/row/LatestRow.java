package nl.mjpmonitor.streaming.row;

import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.streaming.change.ChangeVersion;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a key.
 *
 * @param version version of the newest accepted change; null when there is none yet
 * @param row the newest accepted row as JSON; null when it was deleted or there is none yet. A deleted key keeps its version
 *     for good, or a late older change would bring the row back
 * @param rejected versions newer than {@code version} that were rejected: after one of them {@code row} is still the last
 *     good one, but no longer tells what the source left out as unchanged
 */
public record LatestRow(
        @Nullable ChangeVersion version, @Nullable String row, List<ChangeVersion> rejected) {

    private static final int MOST_REJECTED = 32;
    private static final LatestRow NONE = new LatestRow(null, null, List.of());

    static LatestRow orNone(@Nullable LatestRow state) {
        return state == null ? NONE : state;
    }

    /** Length of the text that it holds. */
    int characters() {
        return row == null ? 0 : row.length();
    }

    boolean isOlderThan(ChangeVersion other) {
        return version == null || other.isNewerThan(version);
    }

    /** Whether a change between this row and the other version was rejected, or may have been. */
    boolean isInterruptedBefore(ChangeVersion other) {
        return rejected.stream()
                .anyMatch(version -> other.isNewerThan(version) || version.equals(ChangeVersion.NEWEST));
    }

    LatestRow replacedBy(ChangeVersion newVersion, @Nullable String newRow) {
        List<ChangeVersion> stillNewer = rejected.isEmpty()
                ? rejected
                : rejected.stream()
                        .filter(version -> version.isNewerThan(newVersion) && !version.equals(ChangeVersion.NEWEST))
                        .toList();
        return new LatestRow(newVersion, newRow, stillNewer);
    }

    /** Remembers a rejected change. Beyond a bound it only remembers that there were more. */
    LatestRow withRejected(ChangeVersion newlyRejected) {
        ChangeVersion remembered = rejected.size() < MOST_REJECTED ? newlyRejected : ChangeVersion.NEWEST;
        if (rejected.contains(remembered)) {
            return this;
        }
        List<ChangeVersion> all = new ArrayList<>(rejected);
        all.add(remembered);
        return new LatestRow(version, row, all);
    }
}
