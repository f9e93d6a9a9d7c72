package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlChartTest {

    /** Montgomery, example 7.3: nonconformities in 26 samples of 100 printed circuit boards. */
    private static final long[] CIRCUIT_BOARDS = {
        21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15
    };

    /** Montgomery, example 7.6: hours between failures of a valve. */
    private static final double[] HOURS_BETWEEN_FAILURES = {
        286, 948, 536, 124, 816, 729, 4, 143, 431, 8, 2837, 596, 81, 227, 603, 492, 1199, 1214, 2831, 96
    };

    @Test
    void setsTheLimitsOfCountsFromTheBaselineOnly() {
        var observations = new ArrayList<>(counted(CIRCUIT_BOARDS));
        observations.set(5, observations.get(5).leftOut());
        observations.set(19, observations.get(19).testedOnly());

        var chart = ControlChart.of(ChartKind.C, observations);

        assertThat(chart.points()).hasSize(26).allSatisfy(point -> {
            var limits = point.limits().orElseThrow();
            assertThat(limits.centre()).isCloseTo(19.666667, within(5e-7));
            assertThat(limits.lower()).isCloseTo(6.362532, within(5e-7));
            assertThat(limits.upper()).isCloseTo(32.970801, within(5e-7));
        });
        assertThat(chart.points().get(5).outside()).contains(Direction.LOWER);
        assertThat(chart.points().get(19).outside()).contains(Direction.HIGHER);
        assertThat(chart.baselineSize(0)).isEqualTo(24);
    }

    @Test
    void setsTheCentreLineOfCountsFromAllWithoutExclusions() {
        var chart = ControlChart.of(ChartKind.C, counted(CIRCUIT_BOARDS));

        assertThat(limits(chart, 0).centre()).isCloseTo(19.846154, within(5e-7));
    }

    @Test
    void plotsRatesInTheirOwnLimits() {
        // Montgomery, table 7.4: 74 defects in 20 samples of 50; spread evenly here, the limits depend on the sum only
        var observations = IntStream.range(0, 20)
                .mapToObj(sample -> Observation.of(ExposedCount.of(sample < 14 ? 4 : 3, 50)))
                .toList();

        var limits = limits(ControlChart.of(ChartKind.U, observations), 0);

        assertThat(limits.centre()).isCloseTo(0.074, within(1e-12));
        assertThat(limits.upper()).isCloseTo(0.189412, within(5e-7));
        assertThat(limits.lower()).isZero();
    }

    @Test
    void narrowsTheLimitsOfRatesWithTheExposure() {
        var chart = ControlChart.of(List.of(
                Observation.of(ExposedCount.of(20, 100)),
                Observation.of(ExposedCount.of(80, 400)),
                Observation.of(ExposedCount.of(19, 100)),
                Observation.of(ExposedCount.of(81, 400))));

        assertThat(chart.kind()).isEqualTo(ChartKind.U);
        assertThat(chart.plotsRates()).isTrue();
        assertThat(limits(chart, 0).centre())
                .isEqualTo(limits(chart, 1).centre())
                .isEqualTo(0.2);
        assertThat(limits(chart, 0).upper()).isCloseTo(0.2 + 3 * Math.sqrt(0.2 / 100), within(1e-12));
        assertThat(limits(chart, 1).upper()).isCloseTo(0.2 + 3 * Math.sqrt(0.2 / 400), within(1e-12));
    }

    @Test
    void transformsTimesBetweenEvents() {
        var chart = ControlChart.of(ChartKind.T, measured(HOURS_BETWEEN_FAILURES));

        assertThat(limits(chart, 0).centre()).isCloseTo(430.04, within(0.005));
        assertThat(limits(chart, 0).upper()).isCloseTo(6937.93, within(0.005));
        assertThat(limits(chart, 0).lower()).isZero();
    }

    @Test
    void takesTwoAndTwoThirdsMovingRanges() {
        // moving ranges 2, 1, 3: mean 2
        var limits = limits(ControlChart.of(ChartKind.XMR, measured(10, 12, 11, 14)), 0);

        assertThat(limits.centre()).isEqualTo(11.75);
        assertThat(limits.upper()).isCloseTo(11.75 + 2.66 * 2, within(0.001));
        assertThat(limits.lower()).isCloseTo(11.75 - 2.66 * 2, within(0.001));
    }

    @Test
    void leavesOutlyingMovingRangesOutOnce() {
        var observations = measured(1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 5.5, -5.5);

        var limits = limits(ControlChart.of(ChartKind.XMR, observations), 0);

        // the last of 13 × 2, 6.5 and 11 exceeds 3.267 times their mean of 2.9
        assertThat(limits.centre()).isZero();
        assertThat(limits.upper()).isCloseTo(2.66 * 32.5 / 14, within(0.001));
    }

    @Test
    void bridgesNoGapInMovingRanges() {
        var observations = List.of(
                Observation.measured(10),
                Observation.measured(12),
                Observation.missing(),
                Observation.measured(50),
                Observation.measured(52));

        var limits = limits(ControlChart.of(observations), 0);

        assertThat(limits.upper() - limits.centre()).isCloseTo(2.66 * 2, within(0.001));
    }

    @Test
    void choosesByDispersion() {
        var samples = new Samples(20240101);

        assertThat(ControlChart.of(counted(CIRCUIT_BOARDS)).kind())
                .as("variance / mean is 2.3 with the two outliers")
                .isEqualTo(ChartKind.XMR);
        assertThat(ControlChart.of(counted(samples.poisson(12, 48))).kind()).isEqualTo(ChartKind.C);
        assertThat(ControlChart.of(counted(20, 60, 25, 70, 22, 64)).kind()).isEqualTo(ChartKind.XMR);
        assertThat(ControlChart.of(measured(20, 60)).kind()).isEqualTo(ChartKind.XMR);
    }

    @Test
    void doesNotMistakeABreakForDispersion() {
        var samples = new Samples(20240102);
        var observations = new ArrayList<>(counted(samples.poisson(10, 36)));
        observations.addAll(counted(samples.poisson(40, 36)));
        assertThat(ControlChart.of(observations).kind()).isEqualTo(ChartKind.XMR);

        observations.set(36, observations.get(36).afterBreak());

        var chart = ControlChart.of(observations);
        assertThat(chart.kind()).isEqualTo(ChartKind.C);
        assertThat(limits(chart, 35).centre()).isCloseTo(10, within(2.0));
        assertThat(limits(chart, 36).centre()).isCloseTo(40, within(4.0));
        assertThat(chart.points().get(35).phase()).isZero();
        assertThat(chart.points().get(36).phase()).isEqualTo(1);
    }

    @Test
    void plotsOverdispersedCountsInUnequalExposuresAsRates() {
        var chart = ControlChart.of(List.of(
                Observation.of(ExposedCount.of(100, 10)),
                Observation.of(ExposedCount.of(400, 20)),
                Observation.of(ExposedCount.of(50, 10)),
                Observation.of(ExposedCount.of(300, 10))));

        assertThat(chart.kind()).isEqualTo(ChartKind.XMR);
        assertThat(chart.plotsRates()).isTrue();
        assertThat(chart.points().get(1).value()).hasValue(20);
        assertThat(limits(chart, 0).lower()).isZero();
    }

    @Test
    void setsNoLimitsOnLessThanTwoPeriods() {
        var chart = ControlChart.of(List.of(
                Observation.counted(3),
                Observation.missing(),
                Observation.counted(4).leftOut()));

        assertThat(chart.points()).allMatch(point -> point.limits().isEmpty());
        assertThat(chart.points().get(0).value()).hasValue(3);
        assertThat(chart.points().get(1).value()).isEmpty();
        assertThat(chart.points().get(0).outside()).isEmpty();
    }

    @Test
    void plotsASeriesOfWhichNothingIsKnown() {
        var chart = ControlChart.of(List.of(Observation.missing(), Observation.missing()));

        assertThat(chart.points())
                .hasSize(2)
                .allMatch(point -> point.value().isEmpty() && point.limits().isEmpty());
        assertThat(ControlChart.of(List.of()).points()).isEmpty();
    }

    @Test
    void keepsTheLimitsOfANewMonthFromTheYearsBefore() {
        var observations = new ArrayList<>(counted(new Samples(20240103).poisson(6, 24)));
        var without = ControlChart.of(observations);
        observations.add(Observation.counted(60).testedOnly());

        var chart = ControlChart.of(observations);

        assertThat(limits(chart, 0)).isEqualTo(limits(without, 0));
        assertThat(chart.points().get(24).outside()).contains(Direction.HIGHER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7})
    void raisesFewFalseAlarmsOnRareEvents(int events) {
        // three sigma would call every single event after 24 months with one event an outlier
        var observations = new ArrayList<>(Collections.nCopies(24 - events, Observation.counted(0)));
        observations.addAll(Collections.nCopies(events, Observation.counted(1)));
        observations.add(Observation.counted(1).testedOnly());

        var chart = ControlChart.of(ChartKind.C, observations);

        assertThat(chart.points().get(24).outside()).isEmpty();
        assertThat(limits(chart, 24).upper()).isEqualTo((double)
                Prediction.range(events, 24, 1, SigmaLevel.bothTails(3)).upper());
    }

    @Test
    void keepsRareCountsThatClusterOnACountChart() {
        var observations = counted(0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0);

        var chart = ControlChart.of(observations);

        assertThat(chart.kind()).isEqualTo(ChartKind.C);
        assertThat(limits(chart, 0).upper()).isGreaterThan((double)
                Prediction.range(9, 24, 1, SigmaLevel.bothTails(3)).upper());
    }

    @Test
    void callsNothingUnusualInASeriesThatNeverChanges() {
        var chart = ControlChart.of(ChartKind.XMR, measured(0.3, 0.3, 0.3, 0.3));
        var times = ControlChart.of(ChartKind.T, measured(5, 5, 5, 5));

        assertThat(Stream.of(chart, times).flatMap(kind -> kind.points().stream()))
                .allMatch(point -> point.outside().isEmpty() && point.side().isEmpty());
    }

    @Test
    void holdsAgreedLimits() {
        var chart = ControlChart.withLimits(new Limits(0, 10, 20), counted(4, 25));

        assertThat(chart.kind()).isEqualTo(ChartKind.AGREED);
        assertThat(chart.points().get(1).outside()).contains(Direction.HIGHER);
        assertThat(chart.points().get(0).deviation().orElseThrow()).isCloseTo(-1.8, within(1e-12));
    }

    @Test
    void shiftsWithTheSeriesAndScalesWithIt() {
        var samples = new Samples(20240104);
        var values =
                samples.poisson(20, 30).stream().mapToDouble(Long::doubleValue).toArray();
        var moved = IntStream.range(0, 30)
                .mapToDouble(index -> 5 + 2 * values[index])
                .toArray();

        var limits = limits(ControlChart.of(measured(values)), 0);
        var movedLimits = limits(ControlChart.of(measured(moved)), 0);

        assertThat(movedLimits.centre()).isCloseTo(5 + 2 * limits.centre(), within(1e-9));
        assertThat(movedLimits.upper()).isCloseTo(5 + 2 * limits.upper(), within(1e-9));
        assertThat(movedLimits.lower()).isCloseTo(5 + 2 * limits.lower(), within(1e-9));
    }

    @Test
    void refusesReadingsThatDoNotFit() {
        var unequal = List.of(Observation.of(ExposedCount.of(1, 1)), Observation.of(ExposedCount.of(1, 2)));
        var mixed = List.of(Observation.counted(1), Observation.measured(1));

        assertThatThrownBy(() -> ControlChart.of(ChartKind.C, unequal)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ControlChart.of(mixed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ControlChart.of(ChartKind.U, measured(1, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ControlChart.of(ChartKind.T, measured(1, -2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ControlChart.of(ChartKind.AGREED, measured(1, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Observation.measured(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Limits limits(ControlChart chart, int index) {
        return chart.points().get(index).limits().orElseThrow();
    }

    private static List<Observation> counted(long... counts) {
        return LongStream.of(counts).mapToObj(Observation::counted).toList();
    }

    private static List<Observation> counted(List<Long> counts) {
        return counts.stream().map(Observation::counted).toList();
    }

    private static List<Observation> measured(double... values) {
        return DoubleStream.of(values).mapToObj(Observation::measured).toList();
    }
}
