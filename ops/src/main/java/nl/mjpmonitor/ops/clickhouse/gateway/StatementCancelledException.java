package nl.mjpmonitor.ops.clickhouse.gateway;

import java.io.IOException;

/** What reading the request and writing the answer of a cancelled statement ends with. */
final class StatementCancelledException extends IOException {

    private static final long serialVersionUID = 1;

    StatementCancelledException() {
        super("the statement was cancelled");
    }
}
