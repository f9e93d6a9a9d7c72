package nl.mjpmonitor.ops.clickhouse.sql;

/**
 * Why a statement is not handed to the engine.
 *
 * @param code ClickHouse error code
 * @param name ClickHouse name of that code
 * @param reason one sentence
 */
public record Refusal(int code, String name, String reason) {

    static Refusal syntax(String reason) {
        return new Refusal(62, "SYNTAX_ERROR", "Syntax error: " + reason);
    }

    static Refusal denied(String reason) {
        return new Refusal(497, "ACCESS_DENIED", reason);
    }

    static Refusal unsupported(String reason) {
        return new Refusal(48, "NOT_IMPLEMENTED", reason);
    }
}
