package nl.mjpmonitor.streaming.registrations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a cell counted from each moment on at which that changed, oldest first. It depends on the set of contributions alone, not
 * on the order in which they are added.
 */
final class CellTimeline {

    private final List<CellEntry> entries;
    private final boolean trimmed;

    /**
     * Takes the entries of a cell.
     *
     * @param entries one entry a moment, in any order
     * @param trimmed whether older entries were dropped
     */
    CellTimeline(Iterable<CellEntry> entries, boolean trimmed) {
        this.entries = new ArrayList<>();
        entries.forEach(this.entries::add);
        this.entries.sort(Comparator.comparingLong(CellEntry::knownAtMillis));
        this.trimmed = trimmed;
    }

    /** Whether a moment is older than all that is held, and older entries are no longer known. */
    boolean isBeyond(long momentMillis) {
        return trimmed && momentMillis < entries.get(0).knownAtMillis();
    }

    /**
     * Adds a contribution to the entry of its moment and to all later ones. One that {@link #isBeyond} counts from the oldest
     * entry on.
     *
     * @return the entries that changed, oldest first
     */
    List<CellEntry> correctedBy(Contribution contribution) {
        long contributed = contribution.knownAt().toEpochMilli();
        long moment = isBeyond(contributed) ? entries.get(0).knownAtMillis() : contributed;
        List<CellEntry> corrected = new ArrayList<>();
        CellEntry before = CellEntry.NOTHING;
        for (CellEntry entry : entries) {
            if (entry.knownAtMillis() < moment) {
                before = entry;
            } else {
                if (corrected.isEmpty() && entry.knownAtMillis() > moment) {
                    corrected.add(before.at(moment).plus(contribution));
                }
                corrected.add(entry.plus(contribution));
            }
        }
        if (corrected.isEmpty()) {
            corrected.add(before.at(moment).plus(contribution));
        }
        return corrected;
    }

    /** The entries that must go for a number of the newest to stay. */
    List<CellEntry> allBut(int newest) {
        return entries.subList(0, Math.max(0, entries.size() - newest));
    }
}
