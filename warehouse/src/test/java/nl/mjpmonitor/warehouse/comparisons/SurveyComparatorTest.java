package nl.mjpmonitor.warehouse.comparisons;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Margin;
import nl.mjpmonitor.warehouse.indicators.PointMarks;
import nl.mjpmonitor.warehouse.indicators.Provenance;
import nl.mjpmonitor.warehouse.indicators.Unit;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.statistics.Verdict;
import org.junit.jupiter.api.Test;

class SurveyComparatorTest {

    private final SurveyComparator comparator =
            new SurveyComparator(Entries.indicator(Unit.PROCENT, YearMonth.of(2012, 1)));

    @Test
    void aResultIsSetAgainstTheSurveyBeforeItAndNotTheYear() {
        List<SurveyComparator.Result> results = comparator.results(
                List.of(point(2021, 30, 28, 32), unknown(2022), point(2023, 19, 18, 20), unknown(2024)));

        assertThat(results).hasSize(2);
        assertThat(results.get(0).judgement()).isEmpty();
        assertThat(results.get(1).earlier().map(IndicatorPoint::period)).contains(Period.year(2021));
        assertThat(verdict(results.get(1))).isEqualTo(Verdict.UNUSUALLY_LOW);
    }

    @Test
    void withoutAMarginNothingIsJudged() {
        List<SurveyComparator.Result> results =
                comparator.results(List.of(bare(2019, "7.1"), point(2021, 7.3, 7.2, 7.4)));

        assertThat(verdict(results.get(1))).isEqualTo(Verdict.TOO_FEW_DATA);
    }

    @Test
    void aMarginThatLeavesOutItsEstimateIsNoMargin() {
        List<SurveyComparator.Result> results =
                comparator.results(List.of(point(2021, 30, 31, 32), point(2023, 19, 18, 20)));

        assertThat(verdict(results.get(1))).isEqualTo(Verdict.TOO_FEW_DATA);
    }

    @Test
    void aBreakIsNeverBridged() {
        SurveyComparator broken =
                new SurveyComparator(Entries.indicator(Unit.PROCENT, YearMonth.of(2012, 1), YearMonth.of(2022, 1)));

        List<SurveyComparator.Result> results =
                broken.results(List.of(point(2021, 30, 28, 32), point(2023, 19, 18, 20)));

        assertThat(verdict(results.get(1))).isEqualTo(Verdict.NOT_COMPARABLE);
    }

    private static Verdict verdict(SurveyComparator.Result result) {
        return result.judgement().orElseThrow().verdict();
    }

    private static IndicatorPoint unknown(int year) {
        return IndicatorPoint.of(Period.year(year), new IndicatorValue.Unknown());
    }

    private static IndicatorPoint bare(int year, String value) {
        return IndicatorPoint.of(
                Period.year(year), new IndicatorValue.Measured(new BigDecimal(value), ValueStatus.DEFINITIEF));
    }

    private static IndicatorPoint point(int year, double value, double lower, double upper) {
        return new IndicatorPoint(
                Period.year(year),
                new IndicatorValue.Measured(BigDecimal.valueOf(value), ValueStatus.DEFINITIEF),
                new PointMarks(
                        false,
                        Provenance.UNMARKED,
                        Optional.of(new Margin(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper)))));
    }
}
