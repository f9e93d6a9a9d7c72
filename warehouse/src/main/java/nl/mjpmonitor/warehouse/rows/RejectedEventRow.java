package nl.mjpmonitor.warehouse.rows;

/**
 * An event that the stream refused, for {@code control.rejected_event}. It is written with state {@code new}; writing it
 * again after someone replayed or dismissed it leaves that state as it is.
 *
 * @param topic Kafka topic of the refused event
 * @param partition Kafka partition of the refused event
 * @param offset Kafka offset of the refused event
 * @param reason short machine-readable reason, such as {@code month-in-future}
 * @param detail sentence that says what is wrong
 * @param sourceSystem system the event came from; empty when it cannot be told
 * @param sourceTable table the event came from; empty when it cannot be told
 * @param key the event's key as text; empty when it had none
 * @param payload the event's value as text; empty when it had none
 * @param knownAtMillis moment the warehouse took the event in, epoch milliseconds
 */
public record RejectedEventRow(
        String topic,
        int partition,
        long offset,
        String reason,
        String detail,
        String sourceSystem,
        String sourceTable,
        String key,
        String payload,
        long knownAtMillis)
        implements WarehouseRow {

    @Override
    public WarehouseTable table() {
        return WarehouseTable.REJECTED_EVENT;
    }
}
