package nl.mjpmonitor.ops.clickhouse.gateway;

/**
 * A line of the query log.
 *
 * @param finished_at moment the answer was complete, ISO-8601 in UTC
 * @param query_id of the client, or the one it was given
 * @param kind of statement
 * @param query its text, cut off when long; data of inserts is not part of it
 * @param duration_ms from its arrival to the end of its answer
 * @param read_rows rows read from tables
 * @param written_rows rows written, those of materialized views included
 * @param result_bytes size of the result before compression
 * @param state {@code finished}, {@code failed} or {@code cancelled}
 * @param exception_code ClickHouse error code, 0 when it went well
 * @param exception text of the error, empty when it went well
 */
record QueryLogEntry(
        String finished_at,
        String query_id,
        String user,
        String session_id,
        String kind,
        String query,
        long duration_ms,
        long read_rows,
        long written_rows,
        long result_bytes,
        String state,
        int exception_code,
        String exception) {}
