package nl.mjpmonitor.ops.clickhouse.gateway;

import java.time.Duration;
import java.util.Optional;

/**
 * The session a request wants.
 *
 * @param id chosen by the client
 * @param timeout how long it is kept without requests
 * @param mustExist whether it is an error when it does not exist
 * @param closeAfterwards whether this is its last request
 */
record SessionRequest(String id, Duration timeout, boolean mustExist, boolean closeAfterwards) {

    private static final int DEFAULT_SECONDS = 60;
    private static final int MAXIMUM_SECONDS = 3600;

    static Optional<SessionRequest> of(RequestParameters parameters) throws ClickHouseError {
        Optional<String> id = parameters.value("session_id");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SessionRequest(
                id.get(), timeout(parameters), parameters.isSet("session_check"), parameters.isSet("close_session")));
    }

    private static Duration timeout(RequestParameters parameters) throws ClickHouseError {
        String given = parameters.value("session_timeout").orElse(Integer.toString(DEFAULT_SECONDS));
        try {
            int seconds = Integer.parseInt(given);
            if (seconds > 0 && seconds <= MAXIMUM_SECONDS) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException notNumber) {
            throw ClickHouseError.of(374, "INVALID_SESSION_TIMEOUT", "Invalid session timeout: '" + given + "'");
        }
        throw ClickHouseError.of(
                374,
                "INVALID_SESSION_TIMEOUT",
                "Session timeout '" + given + "' is not within 1 and " + MAXIMUM_SECONDS + " seconds");
    }
}
