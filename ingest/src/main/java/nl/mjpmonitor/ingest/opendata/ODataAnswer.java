package nl.mjpmonitor.ingest.opendata;

import java.time.Duration;
import java.util.Optional;

/** What came of one request to a service. */
sealed interface ODataAnswer {

    /** The service answered. Whether the answer makes sense is not known yet. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Body(byte[] bytes) implements ODataAnswer {}

    /** The service asks for patience. */
    record Busy(int status, Optional<Duration> retryAfter) implements ODataAnswer {}

    /** It did not come to an answer; it may the next time. */
    record Failed(String reason) implements ODataAnswer {}

    /** The service will not answer this request, however often it is asked. */
    record Refused(String reason) implements ODataAnswer {}
}
