package nl.mjpmonitor.streaming;

import java.nio.charset.StandardCharsets;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.RejectReason;
import nl.mjpmonitor.streaming.change.RejectedEvent;
import nl.mjpmonitor.streaming.row.RowChange;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.RejectedEventRow;
import org.jspecify.annotations.Nullable;

/** How what the stream knows is written in the warehouse. */
final class WarehouseRows {

    private static final int LONGEST_OVERSIZED_PAYLOAD = 4_096;

    private WarehouseRows() {}

    /** The row of a delete is the last known one; of a key that was never known there is only the key. */
    static ChangeEventRow changeEvent(RowChange change) {
        boolean deleted = change.currentRow() == null;
        return new ChangeEventRow(
                change.system(),
                change.table(),
                change.key(),
                change.version().epoch(),
                change.version().lsn(),
                change.version().order(),
                change.operation().code(),
                deleted,
                firstKnown(change.currentRow(), change.previousRow(), change.key()),
                change.sourceAt().toEpochMilli(),
                change.knownAt().toEpochMilli(),
                change.topic(),
                change.partition(),
                change.offset());
    }

    static RejectedEventRow rejectedEvent(RejectedEvent event) {
        ConsumedRecord record = event.record();
        return new RejectedEventRow(
                record.topic(),
                record.partition(),
                record.offset(),
                event.violation().reason().code(),
                event.violation().detail(),
                event.system(),
                event.table(),
                text(record.key()),
                payload(event),
                record.knownAt().toEpochMilli());
    }

    private static String payload(RejectedEvent event) {
        String payload = text(event.record().value());
        boolean cut =
                event.violation().reason() == RejectReason.OVERSIZED && payload.length() > LONGEST_OVERSIZED_PAYLOAD;
        return cut ? payload.substring(0, LONGEST_OVERSIZED_PAYLOAD) : payload;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String firstKnown(@Nullable String current, @Nullable String previous, String key) {
        if (current != null) {
            return current;
        }
        return previous != null ? previous : key;
    }
}
