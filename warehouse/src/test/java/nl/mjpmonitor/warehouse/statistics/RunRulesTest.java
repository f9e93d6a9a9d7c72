package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunRulesTest {

    /** One sigma is 1, so a value is its own distance from the centre line. */
    private static final Limits ONE_SIGMA_IS_ONE = new Limits(-3, 0, 3);

    // the vectors of the R package NHSRplotthedots: flags by point, -1 for low or falling

    @Test
    void firesOnTheSeventhPointOnOneSide() {
        assertThat(fired(RunRule.SHIFT, 1, 1, 1, 1, 1, 1, 1, 1, -1)).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 0);
        assertThat(fired(RunRule.SHIFT, -1, -1, -1, -1, -1, -1, -1)).containsExactly(0, 0, 0, 0, 0, 0, -1);
        assertThat(fired(RunRule.SHIFT, 1, 1, 1, 1, 1, 1, -1)).containsOnly(0);
    }

    @Test
    void coversAllSevenPointsOfTheRun() {
        assertThat(covered(RunRule.SHIFT, 1, 1, 1, 1, 1, 1, 1, 0)).containsExactly(1, 1, 1, 1, 1, 1, 1, 0);
    }

    @Test
    void firesOnTheSeventhPointInARowUpOrDown() {
        assertThat(fired(RunRule.TREND, 1, 2, 3, 4, 5, 6, 7)).containsExactly(0, 0, 0, 0, 0, 0, 1);
        assertThat(fired(RunRule.TREND, 1, 2, 3, 3, 4, 5, 6)).containsOnly(0);
        assertThat(fired(RunRule.TREND, 7, 6, 5, 4, 3, 2, 1)).containsExactly(0, 0, 0, 0, 0, 0, -1);
        assertThat(fired(RunRule.TREND, 2, 1, 2, 3, 4, 5, 6, 7, 3)).containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 0);
    }

    @Test
    void coversWindowsOfThreeWithTwoNearALimit() {
        assertThat(covered(RunRule.TWO_OF_THREE, 2.5, 1, 2.5)).containsExactly(1, 1, 1);
        assertThat(covered(RunRule.TWO_OF_THREE, 1, 1, 2.5, 1, 2.5, 1, 1)).containsExactly(0, 0, 1, 1, 1, 0, 0);
        assertThat(covered(RunRule.TWO_OF_THREE, 1, 1, 2.5, 2.5, 1, 1, 1)).containsExactly(0, 1, 1, 1, 1, 0, 0);
    }

    @Test
    void asksForOneSideAmongThree() {
        assertThat(covered(RunRule.TWO_OF_THREE, 2.5, -1, 2.5)).containsOnly(0);
        assertThat(covered(RunRule.TWO_OF_THREE, 2.5, 1, -2.5)).containsOnly(0);
    }

    @Test
    void findsCommonCauseInSymmetricData() {
        var values = DoubleStream.concat(
                        IntStream.range(0, 14).mapToDouble(index -> index % 2 == 0 ? 1 : -1),
                        DoubleStream.of(5.5, -5.5))
                .mapToObj(Observation::measured)
                .toList();

        assertThat(RunRules.NHS.findings(ControlChart.of(ChartKind.XMR, values)))
                .noneMatch(finding -> finding.covers(14) || finding.covers(15));
    }

    @Test
    void firesOnEachPointBeyondALimit() {
        assertThat(fired(RunRule.BEYOND_LIMIT, 3, 3.01, -3, -3.01)).containsExactly(0, 1, 0, -1);
    }

    @Test
    void followsWesternElectric() {
        assertThat(findings(RunRules.WESTERN_ELECTRIC, 1, 1, 1, 1, 1, 1, 1)).isEmpty();
        assertThat(findings(RunRules.WESTERN_ELECTRIC, 1, 1, 1, 1, 1, 1, 1, 1))
                .containsExactly(new RunFinding(RunRule.SHIFT, Direction.HIGHER, 0, 7));
        assertThat(findings(RunRules.WESTERN_ELECTRIC, -1.5, -1.5, 2, -1.5, -1.5))
                .containsExactly(new RunFinding(RunRule.FOUR_OF_FIVE, Direction.LOWER, 0, 4));
        assertThat(findings(RunRules.WESTERN_ELECTRIC, -2.5, 0.5, -2.5))
                .containsExactly(new RunFinding(RunRule.TWO_OF_THREE, Direction.LOWER, 0, 2));
        assertThat(findings(RunRules.WESTERN_ELECTRIC, 0, 4))
                .containsExactly(new RunFinding(RunRule.BEYOND_LIMIT, Direction.HIGHER, 1, 1));
    }

    @Test
    void endsRunsAtGapsLeftOutPeriodsBreaksAndTheCentreLine() {
        for (var interruption : List.of(
                Observation.missing(),
                Observation.measured(1).leftOut(),
                Observation.measured(1).afterBreak(),
                Observation.measured(0))) {
            var observations = new ArrayList<>(Collections.nCopies(7, Observation.measured(1)));
            observations.set(3, interruption);

            assertThat(RunRules.NHS.findings(ControlChart.withLimits(ONE_SIGMA_IS_ONE, observations)))
                    .as("%s", interruption)
                    .isEmpty();
        }
    }

    @Test
    void mirrorsWithTheSeries() {
        var samples = new Samples(20250101);
        for (var round = 0; round < 200; round++) {
            var values = IntStream.range(0, 40)
                    .mapToDouble(index -> samples.between(-3.5, 3.5))
                    .toArray();
            var mirrored = DoubleStream.of(values).map(value -> -value).toArray();

            assertThat(findings(RunRules.NHS, mirrored)).isEqualTo(mirror(findings(RunRules.NHS, values)));
            assertThat(findings(RunRules.WESTERN_ELECTRIC, mirrored))
                    .isEqualTo(mirror(findings(RunRules.WESTERN_ELECTRIC, values)));
        }
    }

    @Test
    void takesNoNewsForNoNewsWhereEventsAreRare() {
        // eight events in 24 months, then seven months without any: chance leaves one in ten such stretches empty
        var observations = new ArrayList<Observation>();
        for (var month = 0; month < 24; month++) {
            observations.add(Observation.counted(month % 3 == 0 ? 1 : 0));
        }
        observations.addAll(Collections.nCopies(7, Observation.counted(0)));
        var chart = ControlChart.of(observations);

        assertThat(chart.kind()).isEqualTo(ChartKind.C);
        assertThat(RunRules.NHS.findings(chart)).isEmpty();
    }

    @Test
    void confirmsAShiftOfCounts() {
        var observations = new ArrayList<Observation>();
        new Samples(20250102).poisson(20, 36).forEach(count -> observations.add(Observation.counted(count)));
        observations.addAll(Collections.nCopies(7, Observation.counted(14).testedOnly()));
        var chart = ControlChart.of(observations);

        assertThat(chart.kind()).isEqualTo(ChartKind.C);
        assertThat(RunRules.NHS.findingsAt(chart, 42))
                .containsExactly(new RunFinding(RunRule.SHIFT, Direction.LOWER, 36, 42));
    }

    private static List<RunFinding> mirror(List<RunFinding> findings) {
        return findings.stream()
                .map(finding -> new RunFinding(
                        finding.rule(),
                        finding.direction() == Direction.HIGHER ? Direction.LOWER : Direction.HIGHER,
                        finding.first(),
                        finding.last()))
                .toList();
    }

    private static List<RunFinding> findings(RunRules rules, double... values) {
        var observations =
                DoubleStream.of(values).mapToObj(Observation::measured).toList();
        return rules.findings(ControlChart.withLimits(ONE_SIGMA_IS_ONE, observations));
    }

    private static int[] fired(RunRule rule, double... values) {
        var flags = new int[values.length];
        findings(RunRules.NHS, values).stream()
                .filter(finding -> finding.rule() == rule)
                .forEach(finding -> flags[finding.last()] = finding.direction().sign());
        return flags;
    }

    private static int[] covered(RunRule rule, double... values) {
        var flags = new int[values.length];
        findings(RunRules.NHS, values).stream()
                .filter(finding -> finding.rule() == rule)
                .forEach(finding -> IntStream.rangeClosed(finding.first(), finding.last())
                        .forEach(index -> flags[index] = finding.direction().sign()));
        return flags;
    }
}
