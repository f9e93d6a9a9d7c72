package nl.mjpmonitor.streaming.registrations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cell counted from each moment on at which that changed, oldest first. It depends on the set of contributions alone,
 * not on the order in which they are added.
 *
 * @param entries one entry a moment, moments rising
 * @param folded whether entries older than the first one were dropped to keep the timeline bounded
 */
public record CellTimeline(List<Entry> entries, boolean folded) {

    static final CellTimeline EMPTY = new CellTimeline(List.of(), false);

    /**
     * The cell as known from a moment on.
     *
     * @param knownAt the moment
     * @param count sum of the known contributions
     * @param unknownCount number of rows whose count is unknown
     * @param changeCount number of contributions up to this moment: of two entries for the same moment the one with the
     *     higher number knows more
     */
    public record Entry(Instant knownAt, long count, long unknownCount, long changeCount) {

        Entry plus(Contribution contribution) {
            return new Entry(
                    knownAt,
                    count + contribution.countChange(),
                    unknownCount + contribution.unknownChange(),
                    changeCount + 1);
        }

        Entry at(Instant moment) {
            return new Entry(moment, count, unknownCount, changeCount);
        }
    }

    /** A timeline and the place from which its entries differ from those before. */
    record Corrected(CellTimeline timeline, int firstChanged) {

        List<Entry> changedEntries() {
            return timeline.entries().subList(firstChanged, timeline.entries().size());
        }
    }

    /** Whether a contribution of this moment is older than what the timeline still holds apart. */
    boolean isBeyond(Instant moment) {
        return folded && moment.isBefore(entries.get(0).knownAt());
    }

    /**
     * Adds a contribution to the entry of its moment and to all later ones. One that {@link #isBeyond} counts from the oldest
     * entry on.
     *
     * @param mostEntries bound; the oldest entries beyond it are dropped, which changes no later entry
     */
    Corrected with(Contribution contribution, int mostEntries) {
        Instant moment = isBeyond(contribution.knownAt()) ? entries.get(0).knownAt() : contribution.knownAt();
        int place = firstNotBefore(moment);
        List<Entry> corrected = new ArrayList<>(entries.size() + 1);
        corrected.addAll(entries.subList(0, place));
        if (place == entries.size() || !entries.get(place).knownAt().equals(moment)) {
            Entry before = place == 0 ? new Entry(moment, 0, 0, 0) : entries.get(place - 1);
            corrected.add(before.at(moment).plus(contribution));
        }
        for (Entry later : entries.subList(place, entries.size())) {
            corrected.add(later.plus(contribution));
        }
        int dropped = Math.max(0, corrected.size() - mostEntries);
        List<Entry> kept = dropped == 0 ? corrected : new ArrayList<>(corrected.subList(dropped, corrected.size()));
        return new Corrected(new CellTimeline(kept, folded || dropped > 0), Math.max(0, place - dropped));
    }

    /** Contributions mostly come in order, so the place is looked for from the end. */
    private int firstNotBefore(Instant moment) {
        int place = entries.size();
        while (place > 0 && !entries.get(place - 1).knownAt().isBefore(moment)) {
            place--;
        }
        return place;
    }
}
