package nl.mjpmonitor.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarehouseConnectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:clickhouse://127.0.0.1:1",
                "jdbc:clickhouse://127.0.0.1:1/default?compress=0",
                "jdbc:ch:http://127.0.0.1:1",
                "http://127.0.0.1:1",
                "http://127.0.0.1:1/"
            })
    void opensEveryFormOfUrlWithoutContactingTheEngine(String url) {
        try (WarehouseConnection connection = WarehouseConnection.open(url, "default", "")) {
            assertThat(connection.isReachable()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1:8123", "jdbc:postgresql://127.0.0.1:5432/x", "ftp://127.0.0.1"})
    void refusesAnotherUrlAndSaysWhatItMustLookLike(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WarehouseConnection.open(url, "default", ""))
                .withMessageContaining("jdbc:clickhouse://127.0.0.1:8123");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cannot parse 'geheim (NAAM)'. (CANNOT_PARSE_TEXT) (version 26.7.2.1 (official build)) | 6 CANNOT_PARSE_TEXT",
                "Cannot parse 'geheim (NAAM)' | 6"
            })
    void tellsTheErrorOfARefusalButNothingOfItsMessage(String message, String error) throws IOException {
        HttpServer engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext("/", exchange -> {
            byte[] body = ("Code: 6. DB::Exception: " + message).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("X-ClickHouse-Exception-Code", "6");
            exchange.sendResponseHeaders(500, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        engine.start();
        String url = "http://127.0.0.1:" + engine.getAddress().getPort();
        try (WarehouseConnection connection = WarehouseConnection.open(url, "default", "")) {
            assertThatThrownBy(() -> connection.execute("Statement", "SELECT 1", Map.of()))
                    .isInstanceOf(WarehouseException.class)
                    .hasMessage("Statement was refused by ClickHouse with error " + error)
                    .hasNoCause();
        } finally {
            engine.stop(0);
        }
    }
}
