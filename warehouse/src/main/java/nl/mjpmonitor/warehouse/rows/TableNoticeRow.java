package nl.mjpmonitor.warehouse.rows;

/**
 * A way in which a captured table departed from its contract, for {@code control.table_notice}.
 *
 * @param sourceSystem the system
 * @param sourceTable the table, without schema
 * @param notice {@link #COLUMN_ADDED} or {@link #PAUSED}
 * @param columnName the added column; empty of a pause
 * @param detail what is wrong; empty of an added column and of the end of a pause
 * @param isOpen whether it is so from this event on
 * @param topic Kafka topic of the table
 * @param offset Kafka offset of the event that showed it
 * @param knownAtMillis moment the warehouse took that event in, epoch milliseconds
 */
public record TableNoticeRow(
        String sourceSystem,
        String sourceTable,
        String notice,
        String columnName,
        String detail,
        boolean isOpen,
        String topic,
        long offset,
        long knownAtMillis)
        implements WarehouseRow {

    /** A column that the contract does not name; it is left out. */
    public static final String COLUMN_ADDED = "column-added";

    /** The table waits. */
    public static final String PAUSED = "paused";

    @Override
    public WarehouseTable table() {
        return WarehouseTable.TABLE_NOTICE;
    }
}
