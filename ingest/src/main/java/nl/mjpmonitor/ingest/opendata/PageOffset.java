package nl.mjpmonitor.ingest.opendata;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of one slice is, and what was published of it: the source offset of the slice.
 *
 * @param revision the reading this belongs to
 * @param isComplete whether the slice was read to its end
 * @param next address of the next page, null at the beginning and at the end
 * @param received rows received so far
 * @param announced rows the server said there are, or {@link #UNANNOUNCED}
 * @param rejected rows that could not be used so far
 * @param cellCount cells published
 * @param memory the {@link SliceMemory}, encoded
 */
record PageOffset(
        long revision,
        boolean isComplete,
        @Nullable String next,
        long received,
        long announced,
        long rejected,
        long cellCount,
        String memory) {
    static final long UNANNOUNCED = -1;

    /** Of a slice that was never read. */
    static final PageOffset NOTHING = new PageOffset(0, true, null, 0, UNANNOUNCED, 0, 0, "");

    private static final String REVISION = "revision";
    private static final String COMPLETE = "complete";
    private static final String NEXT = "next";
    private static final String RECEIVED = "received";
    private static final String ANNOUNCED = "announced";
    private static final String REJECTED = "rejected";
    private static final String CELLS = "cells";
    private static final String MEMORY = "memory";

    static PageOffset complete(long revision, SliceMemory memory) {
        return new PageOffset(revision, true, null, 0, UNANNOUNCED, 0, memory.size(), memory.encode());
    }

    static PageOffset of(@Nullable Map<String, ?> offset) {
        if (offset == null) {
            return NOTHING;
        }
        return new PageOffset(
                OffsetFields.number(offset, REVISION, 0),
                Boolean.TRUE.equals(offset.get(COMPLETE)),
                OffsetFields.text(offset, NEXT),
                OffsetFields.number(offset, RECEIVED, 0),
                OffsetFields.number(offset, ANNOUNCED, UNANNOUNCED),
                OffsetFields.number(offset, REJECTED, 0),
                OffsetFields.number(offset, CELLS, 0),
                OffsetFields.text(offset, MEMORY, ""));
    }

    Map<String, ?> toMap() {
        Map<String, Object> offset = new HashMap<>(Map.of(
                REVISION, revision,
                COMPLETE, isComplete,
                RECEIVED, received,
                ANNOUNCED, announced,
                REJECTED, rejected,
                CELLS, cellCount,
                MEMORY, memory));
        if (next != null) {
            offset.put(NEXT, next);
        }
        return Map.copyOf(offset);
    }
}
