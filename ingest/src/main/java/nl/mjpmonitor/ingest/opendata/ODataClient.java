package nl.mjpmonitor.ingest.opendata;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a service, one request at a time and not faster than is polite, and never waits for it: an answer arrives in a future
 * that does not fail. Retrying is up to the caller.
 */
final class ODataClient {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final String AGENT = "mjp-monitor open data connector";

    private final HttpClient http;
    private final Duration timeout;
    private final Duration interval;
    private final Clock clock;
    private final Map<String, Instant> nextRequestAt = new HashMap<>();

    /**
     * A client.
     *
     * @param timeout longest time from a request to the last byte of its answer
     * @param interval shortest time between two requests to the same server
     */
    ODataClient(Duration timeout, Duration interval, Clock clock) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(timeout)
                .build();
        this.timeout = timeout;
        this.interval = interval;
        this.clock = clock;
    }

    /** When the server of an address may be asked again. */
    Instant mayAskAt(URI address) {
        return nextRequestAt.getOrDefault(address.getAuthority(), Instant.MIN);
    }

    /** Asks for an address. The future completes normally, whatever happens. */
    CompletableFuture<ODataAnswer> get(URI address) {
        nextRequestAt.put(address.getAuthority(), clock.instant().plus(interval));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .header("User-Agent", AGENT)
                .build();
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        // a request's own timeout ends with the headers of the answer, this one with its last byte
        return exchange.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, failure) -> {
                    if (response != null) {
                        return read(address, response);
                    }
                    exchange.cancel(true);
                    return new ODataAnswer.Failed(describe(address, failure));
                });
    }

    private ODataAnswer read(URI address, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 200) {
            return new ODataAnswer.Body(response.body());
        }
        String what = address.getPath() + " answered " + status;
        if (status == TOO_MANY_REQUESTS || status == 503) {
            return new ODataAnswer.Busy(status, retryAfter(response.headers()));
        }
        if (status >= 500 || status == REQUEST_TIMEOUT) {
            return new ODataAnswer.Failed(what);
        }
        return new ODataAnswer.Refused(what);
    }

    /** RFC 9110, 10.2.3: a number of seconds, or a moment. */
    private Optional<Duration> retryAfter(HttpHeaders headers) {
        Optional<String> value = headers.firstValue("Retry-After").map(String::strip);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value.get())));
        } catch (NumberFormatException noSeconds) {
            try {
                Instant moment = ZonedDateTime.parse(value.get(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                return Optional.of(Duration.between(clock.instant(), moment));
            } catch (DateTimeException noMoment) {
                return Optional.empty();
            }
        }
    }

    private String describe(URI address, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof TimeoutException) {
            return address.getPath() + " gave no answer within " + timeout.toSeconds() + " s";
        }
        String message = cause == null ? null : cause.getMessage();
        String kind = cause == null ? "failure" : cause.getClass().getSimpleName();
        return address.getPath() + " could not be read: " + (message == null ? kind : message);
    }
}
