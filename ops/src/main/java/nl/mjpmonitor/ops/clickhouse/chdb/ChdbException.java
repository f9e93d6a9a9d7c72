package nl.mjpmonitor.ops.clickhouse.chdb;

/** An error the engine reported, in its own words: {@code Code: 60. DB::Exception: … (UNKNOWN_TABLE)}. */
public final class ChdbException extends Exception {

    private static final long serialVersionUID = 1;

    public ChdbException(String message) {
        super(message);
    }
}
