package nl.mjpmonitor.ops.clickhouse.sql;

/**
 * Where an INSERT turns into data.
 *
 * @param format name of the format the data is in; {@code Values} for the VALUES keyword
 * @param statementEnd offset after the part that is SQL: before the FORMAT clause or the VALUES keyword
 * @param start offset of the first byte of data
 */
public record InsertData(String format, int statementEnd, int start) {

    /** Whether the data is SQL text, which may call functions, rather than plain data. */
    public boolean isSqlText() {
        return format.equalsIgnoreCase("Values");
    }
}
