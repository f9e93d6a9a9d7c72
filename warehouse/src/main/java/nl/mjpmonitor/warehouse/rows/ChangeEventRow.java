package nl.mjpmonitor.warehouse.rows;

/**
 * One change of one source row, for {@code raw.change_event}.
 *
 * <p>The version orders the changes of one key: {@code epoch << 96 | lsn << 32 | order}, stored as UInt128. Epoch and
 * order are unsigned 32-bit numbers, the log sequence number an unsigned 64-bit one.
 *
 * @param sourceSystem system the change came from, such as {@code politiecijfers}
 * @param sourceTable table in that system, without schema
 * @param key primary key as JSON
 * @param epoch raised at failover, restore or re-snapshot of the source
 * @param lsn log sequence number of the change
 * @param order place within the transaction; 0 for a row read by a snapshot
 * @param op c, u, d or r, as Debezium names it
 * @param deleted whether the row is gone from the source
 * @param row the pseudonymous row as JSON; for a delete the last known row, so that its columns can still be read
 * @param sourceAtMillis moment of the change by the source's clock, epoch milliseconds
 * @param knownAtMillis moment the warehouse took the change in, epoch milliseconds
 * @param topic Kafka topic of the event
 * @param partition Kafka partition of the event
 * @param offset Kafka offset of the event
 */
public record ChangeEventRow(
        String sourceSystem,
        String sourceTable,
        String key,
        long epoch,
        long lsn,
        long order,
        String op,
        boolean deleted,
        String row,
        long sourceAtMillis,
        long knownAtMillis,
        String topic,
        int partition,
        long offset)
        implements WarehouseRow {

    private static final long UNSIGNED_INT_MAX = 0xFFFF_FFFFL;

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when epoch or order does not fit 32 unsigned bits
     */
    public ChangeEventRow {
        requireUnsignedInt(epoch, "epoch");
        requireUnsignedInt(order, "order");
    }

    @Override
    public WarehouseTable table() {
        return WarehouseTable.CHANGE_EVENT;
    }

    private static void requireUnsignedInt(long value, String name) {
        if (value < 0 || value > UNSIGNED_INT_MAX) {
            throw new IllegalArgumentException(name + " does not fit 32 unsigned bits");
        }
    }
}
