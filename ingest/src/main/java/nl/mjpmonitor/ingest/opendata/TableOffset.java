package nl.mjpmonitor.ingest.opendata;

import java.time.YearMonth;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the reading of one table stands: the source offset of the table.
 *
 * @param revision number of the newest reading; it only grows, so of two records of a cell the one with the higher revision is
 *     the newer
 * @param progress how that reading stands
 * @param edition what the table was like when it began, see {@link Edition#text}; empty for files
 * @param slices every slice of which something may have been published
 * @param newest the last month that the table reaches; null before one was seen
 */
record TableOffset(
        long revision,
        Progress progress,
        String edition,
        SortedSet<String> slices,
        @Nullable YearMonth newest) {

    /** How a reading stands. */
    enum Progress {
        READING,
        COMPLETE,
        ABANDONED
    }

    static final TableOffset NOTHING = new TableOffset(0, Progress.ABANDONED, "", new TreeSet<>(), null);

    private static final String REVISION = "revision";
    private static final String PROGRESS = "progress";
    private static final String EDITION = "edition";
    private static final String SLICES = "slices";
    private static final String NEWEST = "newest";

    static TableOffset of(@Nullable Map<String, ?> offset) {
        if (offset == null) {
            return NOTHING;
        }
        String newest = OffsetFields.text(offset, NEWEST, "");
        SortedSet<String> slices = SliceMemory.unpack(OffsetFields.text(offset, SLICES, ""))
                .lines()
                .collect(Collectors.toCollection(TreeSet::new));
        return new TableOffset(
                OffsetFields.number(offset, REVISION, 0),
                Progress.valueOf(OffsetFields.text(offset, PROGRESS, Progress.ABANDONED.name())),
                OffsetFields.text(offset, EDITION, ""),
                slices,
                newest.isEmpty() ? null : YearMonth.parse(newest));
    }

    Map<String, ?> toMap() {
        return Map.of(
                REVISION,
                revision,
                PROGRESS,
                progress.name(),
                EDITION,
                edition,
                SLICES,
                SliceMemory.pack(String.join("\n", slices)),
                NEWEST,
                newest == null ? "" : newest.toString());
    }

    boolean isAt(Progress wanted, Edition other) {
        return progress == wanted && edition.equals(other.text());
    }
}
