package nl.mjpmonitor.warehouse.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrateCommandTest {

    @Test
    void endsWith2WhenCalledWrongly() {
        assertThat(MigrateCommand.run(List.of(), Map.of())).isEqualTo(2);
        assertThat(MigrateCommand.run(List.of("--url", "localhost"), Map.of())).isEqualTo(2);
    }

    @Test
    void endsWith1WhenTheEngineIsNotThere() {
        assertThat(MigrateCommand.run(List.of("--url", "jdbc:clickhouse://127.0.0.1:1"), Map.of()))
                .isEqualTo(1);
    }
}
