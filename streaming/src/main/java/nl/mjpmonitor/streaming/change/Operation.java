package nl.mjpmonitor.streaming.change;

import java.util.Optional;

/** What happened to a row. */
public enum Operation {
    CREATE("c"),
    UPDATE("u"),
    DELETE("d"),
    /** The row was read by a snapshot. */
    READ("r"),
    /**
     * The change was rejected; only its place among the changes of its key is known. It changes nothing, but what it would
     * have set can no longer be told from an earlier row.
     */
    REJECTED("");

    private final String code;

    Operation(String code) {
        this.code = code;
    }

    /** Debezium's code; empty for {@link #REJECTED}. */
    public String code() {
        return code;
    }

    static Optional<Operation> ofCode(String code) {
        for (Operation operation : values()) {
            if (operation != REJECTED && operation.code.equals(code)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }
}
