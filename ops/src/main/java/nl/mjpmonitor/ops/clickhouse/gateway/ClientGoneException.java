package nl.mjpmonitor.ops.clickhouse.gateway;

import java.io.IOException;

/** The client closed its connection before the exchange had ended. */
final class ClientGoneException extends IOException {

    private static final long serialVersionUID = 1;

    ClientGoneException() {
        super("the client closed the connection");
    }
}
