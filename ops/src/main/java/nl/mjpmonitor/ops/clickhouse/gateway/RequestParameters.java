package nl.mjpmonitor.ops.clickhouse.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a request, from its address and from the parts of a multipart form. The first value of a name counts. */
final class RequestParameters {

    private static final String STATEMENT_PREFIX = "param_";

    /** What the HTTP interface itself understands; every other name is a setting. */
    private static final Set<String> RESERVED = Set.of(
            "buffer_size",
            "client_protocol_version",
            "close_session",
            "compress",
            "database",
            "decompress",
            "default_format",
            "enable_http_compression",
            "http_response_buffer_size",
            "http_wait_end_of_query",
            "http_write_exception_in_output_format",
            "http_zlib_compression_level",
            "log_comment",
            "password",
            "query",
            "query_id",
            "quota_key",
            "role",
            "session_check",
            "session_id",
            "session_timeout",
            "stacktrace",
            "user",
            "wait_end_of_query");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> roles = new ArrayList<>();

    RequestParameters(Map<String, List<String>> address) {
        address.forEach((name, given) -> {
            if (name.equals("role")) {
                roles.addAll(given);
            }
            values.putIfAbsent(name, given.getFirst());
        });
    }

    /** Adds what a form brought; the address of the request takes precedence. */
    void addFromForm(Map<String, String> form) {
        form.forEach(values::putIfAbsent);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    boolean isSet(String name) {
        return value(name)
                .filter(value -> !value.equals("0") && !value.equalsIgnoreCase("false"))
                .isPresent();
    }

    boolean asksForRole() {
        return !roles.isEmpty();
    }

    /** Values for {@code {name:Type}} in the statement. */
    Map<String, String> statementParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(STATEMENT_PREFIX)) {
                parameters.put(name.substring(STATEMENT_PREFIX.length()), value);
            }
        });
        return parameters;
    }

    /** Settings for this one statement. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (!name.startsWith(STATEMENT_PREFIX) && !RESERVED.contains(name)) {
                settings.put(name, value);
            }
        });
        return settings;
    }
}
