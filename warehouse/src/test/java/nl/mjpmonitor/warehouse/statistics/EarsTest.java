package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarsTest {

    /**
     * Weekly cases of Salmonella Newport in Germany (data set salmNewport of the R package surveillance), from the week of 4 October
     * 2010; index 13 is the first week of 2011.
     */
    private static final List<Long> SALMONELLA =
            List.of(0L, 4L, 3L, 3L, 5L, 3L, 1L, 1L, 1L, 3L, 3L, 1L, 2L, 1L, 0L, 3L, 3L, 3L, 1L, 0L, 0L, 0L, 1L, 3L, 0L);

    @ParameterizedTest
    @CsvSource({"13, 1, 3.278854", "14, 0, 3.278854", "15, 3, 3.436517", "16, 3, 3.855617"})
    void reproducesThePublishedBoundsOfC1(int index, long count, double upperBound) {
        var signal = Ears.c1().withFalseAlarms(0.05).at(SALMONELLA, index);

        assertThat(signal.count()).isEqualTo(count);
        assertThat(signal.upperBound().orElseThrow()).isCloseTo(upperBound, within(5e-7));
        assertThat(signal.isWarning()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "13, 4.915356, -0.944911, 0",
        "15, 3.278854, 1.351691, 0.351691",
        "16, 3.278854, 1.351691, 0.703381",
        "17, 3.436517, 1.259882, 0.963263",
        "18, 3.855617, -0.705476, 0.611572",
        "24, 3.915356, -0.944911, 0.039402"
    })
    void looksTwoWeeksFurtherBackInC2AndAddsThreeWeeksInC3(int index, double bound, double c2, double c3) {
        var second = Ears.c2().withFalseAlarms(0.05).at(SALMONELLA, index);
        var third = Ears.c3().at(SALMONELLA, index);

        assertThat(second.upperBound().orElseThrow()).isCloseTo(bound, within(1e-6));
        assertThat(second.statistic()).isCloseTo(c2, within(1e-6));
        assertThat(third.statistic()).isCloseTo(c3, within(1e-6));
        assertThat(third.upperBound()).isEmpty();
    }

    @Test
    void warnsOfASuddenRise() {
        var counts = List.of(10L, 12L, 9L, 11L, 10L, 8L, 12L, 11L, 9L, 10L, 11L, 30L);

        assertThat(Ears.c1().at(counts, 11).isWarning()).isTrue();
        assertThat(Ears.c2().at(counts, 11).isWarning()).isTrue();
        assertThat(Ears.c3().at(counts, 11).isWarning()).isTrue();
        assertThat(Ears.c1().at(counts, 10).isWarning()).isFalse();
    }

    @Test
    void seesASlowStartThatLiftsTheBaselineOfC1() {
        var counts = List.of(10L, 12L, 9L, 11L, 10L, 8L, 12L, 16L, 16L, 17L);

        assertThat(Ears.c1().at(counts, 9).isWarning()).isFalse();
        assertThat(Ears.c2().at(counts, 9).isWarning()).isTrue();
    }

    @Test
    void doesNotWarnOfOneAfterNothing() {
        var counts = List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 2L);

        assertThat(Ears.c1().at(counts, 7).isWarning()).isFalse();
        assertThat(new Ears(Ears.Method.C1, 7, 0.001, 0).at(counts, 7).isWarning())
                .isTrue();
    }

    @Test
    void warnsExactlyAboveTheBound() {
        var samples = new Samples(20110101);
        for (var ears : List.of(Ears.c1().withFalseAlarms(0.05), Ears.c2().withFalseAlarms(0.05))) {
            assertThat(ears.over(samples.poisson(5, 400)))
                    .allMatch(signal -> signal.isWarning()
                            == signal.count() > signal.upperBound().orElseThrow());
        }
    }

    @Test
    void judgesAllPeriodsWithEnoughBeforeThem() {
        assertThat(Ears.c1().over(SALMONELLA).map(EarsSignal::index))
                .startsWith(7)
                .hasSize(18);
        assertThat(Ears.c2().over(SALMONELLA).map(EarsSignal::index)).startsWith(9);
        assertThat(Ears.c3().over(SALMONELLA).map(EarsSignal::index)).startsWith(11);
        assertThat(Ears.c3().over(List.of(1L, 2L))).isEmpty();
    }

    @Test
    void refusesWhatItCannotJudge() {
        var ears = Ears.c3();
        assertThatThrownBy(() -> ears.at(SALMONELLA, 10)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ears.at(SALMONELLA, 25)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Ears(Ears.Method.C1, 2, 0.05, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ears(Ears.Method.C1, 7, 0.05, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ears.withFalseAlarms(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
