package nl.mjpmonitor.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void aQuantileIsTheSmallestTimeThatTheShareDoesNotExceed() {
        Times hundred =
                Times.of(IntStream.rangeClosed(1, 100).mapToObj(i -> 101.0 - i).toList());
        assertThat(hundred.quantile(0.5)).isEqualTo(50);
        assertThat(hundred.quantile(0.95)).isEqualTo(95);
        assertThat(hundred.quantile(1)).isEqualTo(100);
        assertThat(hundred.cells()).isEqualTo("100 | 50 ms | 95 ms | 100 ms");
    }

    @Test
    void aFewTimesHaveQuantilesToo() {
        assertThat(Times.of(List.of(7.0)).quantile(0.95)).isEqualTo(7);
        assertThat(Times.of(List.of(7.0, 9.0)).quantile(0.5)).isEqualTo(7);
        assertThat(Times.of(List.of()).quantile(0.5)).isNaN();
    }
}
