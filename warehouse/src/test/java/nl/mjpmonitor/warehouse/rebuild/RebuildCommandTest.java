package nl.mjpmonitor.warehouse.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebuildCommandTest {

    @Test
    void endsWith2WhenCalledWrongly() {
        assertThat(RebuildCommand.run(List.of(), Map.of())).isEqualTo(2);
        assertThat(RebuildCommand.run(List.of("--url", "localhost"), Map.of())).isEqualTo(2);
    }

    @Test
    void endsWith1WhenTheEngineIsNotThere() {
        assertThat(RebuildCommand.run(List.of("--url", "jdbc:clickhouse://127.0.0.1:1"), Map.of()))
                .isEqualTo(1);
    }

    @Test
    void saysWhatWasWrong() {
        assertThat(new RebuiltTable("core.police_delivery", 12, 0, 0).sentence())
                .isEqualTo("core.police_delivery: 12 rows");
        assertThat(new RebuiltTable("mart.monthly_count", 12, 3, 1).sentence())
                .isEqualTo("mart.monthly_count: 12 rows; 3 were missing or wrong, 1 had no ground in the change log");
    }
}
