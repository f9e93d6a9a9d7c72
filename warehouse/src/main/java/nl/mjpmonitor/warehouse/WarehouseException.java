package nl.mjpmonitor.warehouse;

import org.jspecify.annotations.Nullable;

/**
 * A statement or a write that ClickHouse did not accept, or that could not be delivered to it.
 *
 * <p>The message names the operation, the object and the cause; it never holds a value out of a row.
 */
public final class WarehouseException extends RuntimeException {

    public WarehouseException(String message) {
        super(message);
    }

    public WarehouseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
