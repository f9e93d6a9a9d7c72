package nl.mjpmonitor.ingest.opendata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/**
 * The offsets of one table and its slices, as this task last handed them to Connect or, before that, as Connect stored them.
 *
 * <p>Connect commits offsets some time after the task hands them over, so the task must go by its own. When a transaction is
 * aborted the task is started anew, with what was stored.
 */
final class SliceLedger {
    private static final String TABLE = "table";
    private static final String SLICE = "slice";

    private final String table;
    private final OffsetStorageReader storage;
    private final int largestOffset;
    private final Map<String, Map<String, ?>> slices = new HashMap<>();
    private @Nullable TableOffset offset;

    SliceLedger(String table, OffsetStorageReader storage, int largestOffset) {
        this.table = table;
        this.storage = storage;
        this.largestOffset = largestOffset;
    }

    Map<String, String> partition() {
        return Map.of(TABLE, table);
    }

    private Map<String, String> partition(String slice) {
        return Map.of(TABLE, table, SLICE, slice);
    }

    TableOffset table() {
        TableOffset known = offset;
        if (known == null) {
            known = TableOffset.of(storage.offset(partition()));
            offset = known;
        }
        return known;
    }

    Map<String, ?> put(TableOffset handedOver) {
        offset = handedOver;
        return handedOver.toMap();
    }

    /** Asks Connect for the slices that are not known yet, in one go. */
    void fetch(Collection<String> wanted) {
        List<Map<String, String>> unknown = wanted.stream()
                .filter(slice -> !slices.containsKey(slice))
                .map(this::partition)
                .toList();
        if (!unknown.isEmpty()) {
            Map<Map<String, String>, Map<String, Object>> stored = storage.offsets(unknown);
            for (Map<String, String> partition : unknown) {
                Map<String, Object> found = stored.get(partition);
                slices.put(
                        String.valueOf(partition.get(SLICE)),
                        found == null ? PageOffset.NOTHING.toMap() : Map.copyOf(found));
            }
        }
    }

    PageOffset slice(String slice) {
        fetch(List.of(slice));
        return PageOffset.of(slices.get(slice));
    }

    /**
     * Gives records of a slice their offset. Only the last one says that what it belongs to was read; the others point to where the
     * reading can go on from before it, so that whoever loses sight of some reads it again.
     *
     * @param drafts at least one
     * @throws OversizedSliceException when Kafka would not take the offset
     */
    List<SourceRecord> place(String slice, List<OpenDataRecords.Draft> drafts, PageOffset after) {
        fetch(List.of(slice));
        Map<String, ?> before = slices.getOrDefault(slice, PageOffset.NOTHING.toMap());
        Map<String, ?> reached = put(slice, after);
        List<SourceRecord> placed = new ArrayList<>(drafts.size());
        for (int index = 0; index < drafts.size(); index++) {
            boolean isLast = index == drafts.size() - 1;
            placed.add(drafts.get(index).at(partition(slice), isLast ? reached : before));
        }
        return placed;
    }

    private Map<String, ?> put(String slice, PageOffset handedOver) {
        if (handedOver.memory().length() > largestOffset) {
            throw new OversizedSliceException("slice '" + slice + "' has " + handedOver.cellCount()
                    + " cells, more than one offset can remember ("
                    + handedOver.memory().length()
                    + " of at most " + largestOffset
                    + " characters): slice the table by a further dimension, or choose fewer areas");
        }
        Map<String, ?> map = handedOver.toMap();
        slices.put(slice, map);
        return map;
    }

    /** A slice with more cells than its offset can hold. */
    static final class OversizedSliceException extends RuntimeException {
        OversizedSliceException(String message) {
            super(message);
        }
    }
}
