package nl.mjpmonitor.ops.clickhouse.gateway;

/** The engine did not answer a question of the gateway itself. */
final class EngineSilentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EngineSilentException(Throwable cause) {
        super(cause);
    }
}
