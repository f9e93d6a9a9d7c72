package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a chart cries wolf about a new month when nothing has changed, from events once in five years to many a month. */
class FalseAlarmTest {

    private static final int MONTHS = 48;
    private static final int ROUNDS = 2_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.2, 0.6, 1.1, 2, 5, 20, 300})
    void isRareOnCharts(double mean) {
        var samples = new Samples(20160101);
        var beyond = 0;
        var judged = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var observations = new ArrayList<Observation>();
            samples.poisson(mean, MONTHS).forEach(count -> observations.add(Observation.counted(count)));
            observations.set(MONTHS - 1, observations.get(MONTHS - 1).testedOnly());
            var chart = ControlChart.of(observations);
            if (chart.points().get(MONTHS - 1).outside().isPresent()) {
                beyond++;
            }
            if (Judgement.ofChart(chart, MONTHS - 1, Cadence.MONTH).verdict() != Verdict.WITHIN_CHANCE) {
                judged++;
            }
        }

        assertThat(beyond / (double) ROUNDS).isLessThan(0.01 + threeStandardErrors(0.01));
        assertThat(judged / (double) ROUNDS).isLessThan(0.025 + threeStandardErrors(0.025));
    }

    private static double threeStandardErrors(double probability) {
        return 3 * Math.sqrt(probability * (1 - probability) / ROUNDS);
    }
}
