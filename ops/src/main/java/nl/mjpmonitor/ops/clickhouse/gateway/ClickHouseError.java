package nl.mjpmonitor.ops.clickhouse.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbException;
import nl.mjpmonitor.ops.clickhouse.sql.Refusal;

/** An error in ClickHouse's terms: a code, and a text of the form {@code Code: 60. DB::Exception: … (UNKNOWN_TABLE)}. */
final class ClickHouseError extends Exception {

    private static final long serialVersionUID = 1;
    private static final int UNKNOWN_EXCEPTION = 1002;
    private static final Pattern CODE = Pattern.compile("^Code: (\\d+)\\.");

    private final int code;

    private ClickHouseError(int code, String text) {
        super(text);
        this.code = code;
    }

    static ClickHouseError of(int code, String name, String reason) {
        return new ClickHouseError(code, "Code: " + code + ". DB::Exception: " + reason + ". (" + name + ")");
    }

    static ClickHouseError of(Refusal refusal) {
        return of(refusal.code(), refusal.name(), refusal.reason());
    }

    static ClickHouseError of(ChdbException reported) {
        String text = String.valueOf(reported.getMessage());
        Matcher matcher = CODE.matcher(text);
        return matcher.find()
                ? new ClickHouseError(Integer.parseInt(matcher.group(1)), text)
                : of(UNKNOWN_EXCEPTION, "UNKNOWN_EXCEPTION", text);
    }

    static ClickHouseError unexpected(Throwable cause) {
        ClickHouseError error = of(UNKNOWN_EXCEPTION, "UNKNOWN_EXCEPTION", "The gateway failed: " + cause);
        error.initCause(cause);
        return error;
    }

    static ClickHouseError badRequest(String reason) {
        return of(36, "BAD_ARGUMENTS", reason);
    }

    static ClickHouseError cancelled() {
        return of(394, "QUERY_WAS_CANCELLED", "Query was cancelled");
    }

    int code() {
        return code;
    }

    boolean isCancellation() {
        return code == 394;
    }

    /** The text as it is sent: on one line end, with the version it comes from. */
    String text(String version) {
        return getMessage() + " (version " + version + " (embedded))\n";
    }

    /** The HTTP status a ClickHouse server answers with. */
    int status() {
        return switch (code) {
            // malformed input
            case 6, 26, 27, 36, 38, 41, 42, 43, 53, 62, 69, 70, 72, 117, 130, 131, 353, 386, 456, 457 -> 400;
            case 194 -> 401;
            case 192, 193, 497, 516 -> 403;
            case 16, 46, 47, 50, 56, 60, 63, 73, 78, 81, 115, 336, 372 -> 404;
            case 159 -> 408;
            case 48 -> 501;
            case 202, 439 -> 503;
            default -> 500;
        };
    }
}
