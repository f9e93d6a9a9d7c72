package nl.mjpmonitor.warehouse.rows;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarehouseWriterTest {

    private static final FreshnessRow FRESHNESS = new FreshnessRow("geheim", 1, 2);

    private final WarehouseConnection connection =
            WarehouseConnection.open("jdbc:clickhouse://127.0.0.1:1", "default", "wachtwoord");
    private final WarehouseWriter writer = new WarehouseWriter(connection);

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void refusesARowOfAnotherTable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.write(WarehouseTable.MONTHLY_COUNT, List.of(FRESHNESS)))
                .withMessage("A row of FRESHNESS was offered to MONTHLY_COUNT");
    }

    @Test
    void namesTheTableWhenTheEngineIsNotThere() {
        assertThatThrownBy(() -> writer.write(WarehouseTable.FRESHNESS, List.of(FRESHNESS)))
                .isInstanceOf(WarehouseException.class)
                .hasMessage("Insert into control.freshness did not reach ClickHouse")
                .hasStackTraceContaining("ConnectException")
                .satisfies(failure -> assertThatThrownBy(() -> {
                            throw failure;
                        })
                        .extracting(Throwable::toString)
                        .asString()
                        .doesNotContain("geheim", "wachtwoord"));
    }
}
