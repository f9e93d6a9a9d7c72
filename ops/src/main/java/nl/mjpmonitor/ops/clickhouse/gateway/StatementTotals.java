package nl.mjpmonitor.ops.clickhouse.gateway;

import nl.mjpmonitor.ops.clickhouse.chdb.ChdbResult;

/** What a statement read, wrote and returned so far. */
record StatementTotals(
        long readRows, long readBytes, long writtenRows, long writtenBytes, long resultRows, long resultBytes) {

    static final StatementTotals NONE = new StatementTotals(0, 0, 0, 0, 0, 0);

    /** The totals after one more result of the same statement: reading is counted by the engine, results are added up here. */
    StatementTotals and(ChdbResult result) {
        return new StatementTotals(
                Math.max(readRows, result.readRows()),
                Math.max(readBytes, result.readBytes()),
                writtenRows + result.writtenRows(),
                writtenBytes + result.writtenBytes(),
                resultRows + result.rows(),
                resultBytes + result.length());
    }

    /** The value of the header X-ClickHouse-Summary. */
    String summary(long elapsedNanos) {
        return "{\"read_rows\":\"" + readRows + "\",\"read_bytes\":\"" + readBytes + "\",\"written_rows\":\""
                + writtenRows + "\",\"written_bytes\":\"" + writtenBytes + "\",\"total_rows_to_read\":\"" + readRows
                + "\",\"result_rows\":\"" + Math.max(writtenRows, resultRows) + "\",\"result_bytes\":\"" + resultBytes
                + "\",\"elapsed_ns\":\"" + elapsedNanos + "\"}";
    }
}
