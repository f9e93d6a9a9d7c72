package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeadTimesTest {

    @Test
    void interpolateBetweenTheNearest() {
        LeadTimes times = new LeadTimes(List.of(10, 3, 4, 1));

        assertThat(times.median()).hasValue(3.5);
        assertThat(times.ninetyPercent().orElseThrow()).isCloseTo(8.2, within(1e-9));
        assertThat(new LeadTimes(List.of(7)).ninetyPercent()).hasValue(7);
    }

    @Test
    void haveNoQuantileWithoutAny() {
        assertThat(new LeadTimes(List.of()).median()).isEmpty();
        assertThat(new LeadTimes(List.of()).ninetyPercent()).isEmpty();
    }
}
