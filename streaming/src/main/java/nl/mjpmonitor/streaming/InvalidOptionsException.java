package nl.mjpmonitor.streaming;

import java.util.List;

/** The job was started with options it cannot use. The message says, one line each, which and what to change. */
final class InvalidOptionsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidOptionsException(List<String> problems) {
        super("The job cannot start with these options:\n  " + String.join("\n  ", problems) + '\n'
                + WarehouseJobOptions.USAGE);
    }
}
