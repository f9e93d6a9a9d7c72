package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsAnalysisTest {

    /** Montgomery, example 7.3 and its 20 further samples. */
    private static final long[] CIRCUIT_BOARDS = {
        21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15, //
        16, 18, 12, 15, 24, 21, 28, 20, 25, 19, 18, 21, 16, 22, 19, 12, 14, 9, 16, 21
    };

    @Test
    void reproducesThePublishedRunChart() {
        var observations = new ArrayList<Observation>();
        for (var index = 0; index < CIRCUIT_BOARDS.length; index++) {
            var observation = Observation.counted(CIRCUIT_BOARDS[index]);
            observations.add(
                    index == 5 || index == 19
                            ? observation.leftOut()
                            : index < 26 ? observation : observation.testedOnly());
        }

        var analysis = RunsAnalysis.of(ControlChart.of(ChartKind.C, observations), 0);

        assertThat(analysis).isEqualTo(new RunsAnalysis(44, 8, 8, 14, 16));
        assertThat(analysis.isUnusual()).isTrue();
    }

    @Test
    void findsNothingUnusualInChance() {
        var rounds = 2_000;
        var samples = new Samples(20260101);
        var unusual = 0;
        for (var round = 0; round < rounds; round++) {
            var observations = new ArrayList<Observation>();
            for (var period = 0; period < 36; period++) {
                observations.add(Observation.measured(samples.between(-1, 1)));
            }
            if (RunsAnalysis.of(ControlChart.of(observations), 0).isUnusual()) {
                unusual++;
            }
        }

        // the source gives false alarms in about 1 of 15 charts of this length
        assertThat(unusual / (double) rounds).isBetween(0.02, 0.1);
    }

    @Test
    void saysNothingWithoutPointsOffTheLine() {
        var chart = ControlChart.of(List.of(Observation.counted(3), Observation.counted(3)));

        assertThat(RunsAnalysis.of(chart, 0).isUnusual()).isFalse();
    }
}
