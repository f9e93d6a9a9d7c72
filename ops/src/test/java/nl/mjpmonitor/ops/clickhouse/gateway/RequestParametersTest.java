package nl.mjpmonitor.ops.clickhouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestParametersTest {

    @Test
    void tellsSettingsFromItsOwnParameters() {
        RequestParameters parameters = parameters(Map.of(
                "query", "SELECT 1", "param_x", "1", "max_threads", "2", "compress", "1", "log_comment", "mine"));
        assertThat(parameters.settings()).containsExactly(Map.entry("max_threads", "2"));
        assertThat(parameters.statementParameters()).containsExactly(Map.entry("x", "1"));
        assertThat(parameters.isSet("compress")).isTrue();
        assertThat(parameters.isSet("decompress")).isFalse();
    }

    @Test
    void zeroAndFalseAreNotSet() {
        RequestParameters parameters = parameters(Map.of("compress", "0", "decompress", "false", "stacktrace", ""));
        assertThat(parameters.isSet("compress")).isFalse();
        assertThat(parameters.isSet("decompress")).isFalse();
        assertThat(parameters.isSet("stacktrace")).isFalse();
    }

    @Test
    void theAddressWinsOverTheForm() {
        RequestParameters parameters = parameters(Map.of("query", "SELECT 1"));
        parameters.addFromForm(Map.of("query", "SELECT 2", "param_y", "3"));
        assertThat(parameters.value("query")).hasValue("SELECT 1");
        assertThat(parameters.statementParameters()).containsExactly(Map.entry("y", "3"));
    }

    @Test
    void sessionsHaveATimeoutWithinBounds() throws ClickHouseError {
        assertThat(SessionRequest.of(parameters(Map.of()))).isEmpty();
        assertThat(SessionRequest.of(parameters(Map.of("session_id", "s")))
                        .orElseThrow()
                        .timeout())
                .isEqualTo(Duration.ofSeconds(60));
        for (String wrong : List.of("0", "-1", "3601", "x")) {
            assertThatThrownBy(() -> SessionRequest.of(parameters(Map.of("session_id", "s", "session_timeout", wrong))))
                    .isInstanceOf(ClickHouseError.class)
                    .hasMessageContaining("INVALID_SESSION_TIMEOUT");
        }
    }

    @Test
    void choosesTheBestCodingThatIsAccepted() {
        assertThat(ContentCoding.accepted(Optional.empty())).isEmpty();
        assertThat(ContentCoding.accepted(Optional.of("gzip, deflate"))).hasValue(ContentCoding.GZIP);
        assertThat(ContentCoding.accepted(Optional.of("gzip;q=0.5, zstd"))).hasValue(ContentCoding.ZSTD);
        assertThat(ContentCoding.accepted(Optional.of("lz4;q=0, br"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyCodingCanBeUndone(ContentCoding coding) throws Exception {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream output = coding.encode(encoded)) {
            output.write("text".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream decoded = ContentCoding.decode(
                Optional.of(coding.headerValue()), new ByteArrayInputStream(encoded.toByteArray()))) {
            assertThat(decoded.readAllBytes()).asString().isEqualTo("text".repeat(1000));
        }
    }

    @Test
    void anUnknownCodingIsRefused() {
        assertThatThrownBy(() -> ContentCoding.decode(Optional.of("br"), InputStream.nullInputStream()))
                .isInstanceOfSatisfying(
                        ClickHouseError.class,
                        error -> assertThat(error.status()).isEqualTo(501));
    }

    private static RequestParameters parameters(Map<String, String> values) {
        return new RequestParameters(values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
    }
}
