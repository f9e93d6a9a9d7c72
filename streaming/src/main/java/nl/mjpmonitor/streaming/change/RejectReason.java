package nl.mjpmonitor.streaming.change;

/**
 * Why an event was rejected. When an event breaks several rules the first reason in this order is the one given; the detail
 * names all.
 */
public enum RejectReason {
    /** The value is larger than the job accepts; its record in the rejected topic comes without the value. */
    OVERSIZED("oversized"),
    /** The value or the key is not one JSON object. */
    BROKEN_JSON("broken-json"),
    /** JSON, but not a change event as Debezium writes it. */
    BROKEN_ENVELOPE("broken-envelope"),
    /** No contract names the topic, or the event says it is from another table than its topic. */
    UNKNOWN_TABLE("unknown-table"),
    /** The table was emptied at once, which names no keys: the table needs a new snapshot. */
    TRUNCATE("truncate"),
    /** An operation that is none of create, update, delete, read and truncate. */
    UNKNOWN_OPERATION("unknown-operation"),
    /** The epoch header or the log sequence number is missing or no number. */
    MISSING_VERSION("missing-version"),
    /** The key is missing, lacks a column of the primary key, or is not that of the row. */
    MISSING_KEY("missing-key"),
    /** A column of the contract is not in the row: dropped or renamed at the source. */
    MISSING_COLUMN("missing-column"),
    /** A column has another type than the contract says. */
    WRONG_TYPE("wrong-type"),
    /** A text does not have the form the contract says. */
    WRONG_FORMAT("wrong-format"),
    /** A number or a month lies outside the bounds, such as a negative count. */
    OUT_OF_RANGE("out-of-range"),
    /** A police class that is not in the code list. */
    UNKNOWN_POLICE_CLASS("unknown-police-class"),
    /** An area that is not in the code list. */
    UNKNOWN_AREA("unknown-area"),
    /** Another code that is not in its list. */
    UNKNOWN_CODE("unknown-code"),
    /** Another rule of the contract is broken. */
    CONTRACT_VIOLATION("contract-violation"),
    /** The month had not begun when the warehouse took the event in. */
    MONTH_IN_FUTURE("month-in-future"),
    /** The connector refused a row or a file of its source; the detail is its reason. */
    REFUSED_AT_SOURCE("refused-at-source"),
    /**
     * The source left unchanged values out, and the previous row is not known or a change in between was rejected, so that
     * they cannot be restored.
     */
    UNCHANGED_VALUE_UNKNOWN("unchanged-value-unknown"),
    /** The table waits, because a column is gone or has another type. The event is replayed when the table is resumed. */
    TABLE_PAUSED("table-paused"),
    /** A fault of this job: the event is one that nobody foresaw. The log says more. */
    INTERNAL_ERROR("internal-error");

    private final String code;

    RejectReason(String code) {
        this.code = code;
    }

    /** Code in topics, tables and metrics. */
    public String code() {
        return code;
    }
}
