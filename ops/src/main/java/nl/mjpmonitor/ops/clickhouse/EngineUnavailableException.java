package nl.mjpmonitor.ops.clickhouse;

/** ClickHouse cannot be had on this machine as configured; the message is one sentence that says what to change. */
public final class EngineUnavailableException extends Exception {

    private static final long serialVersionUID = 1;

    public EngineUnavailableException(String message) {
        super(message);
    }

    public EngineUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
