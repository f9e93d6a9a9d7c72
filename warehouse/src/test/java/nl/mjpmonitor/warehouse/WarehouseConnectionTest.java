package nl.mjpmonitor.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
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
}
