package nl.mjpmonitor.ops.clickhouse.sql;

/** What a statement does, as far as the gateway must know to route it. */
public enum StatementKind {
    /** Nothing but white space and comments. */
    EMPTY,
    /** A SELECT in any of its forms; its result may be streamed. */
    SELECT,
    /** Reads without being a SELECT: SHOW, DESCRIBE, EXISTS, EXPLAIN, CHECK. */
    INSPECT,
    INSERT,
    KILL_QUERY,
    /** Changes the session only: SET, USE. */
    SESSION,
    /** Everything else: definitions, mutations, SYSTEM. */
    CHANGE;

    /** Whether a request that may only read, such as a GET, may run it. */
    public boolean isReadOnly() {
        return this == SELECT || this == INSPECT || this == SESSION;
    }
}
