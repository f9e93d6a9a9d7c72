package nl.mjpmonitor.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.comparisons.PeriodComparator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Target;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class MissedTargetTest {

    private static final LocalizedText TEXT = new LocalizedText("doel", "target");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    private final PeriodComparator comparator =
            new PeriodComparator(IndicatorCatalogue.load().require(new IndicatorId("woninginbraak")));

    @Test
    void aWayIsMissedWhenTheYearGoesElsewhereByMoreThanChance() {
        assertThat(isMissed(heading(Target.Way.DOWN), OCTOBER, 100, 160)).isTrue();
        assertThat(isMissed(heading(Target.Way.DOWN), OCTOBER, 100, 110)).isFalse();
        assertThat(isMissed(heading(Target.Way.DOWN), OCTOBER, 160, 100)).isFalse();
        assertThat(isMissed(heading(Target.Way.UP), OCTOBER, 160, 100)).isTrue();
        assertThat(isMissed(heading(Target.Way.UP), OCTOBER, 100, 160)).isFalse();
        assertThat(isMissed(heading(Target.Way.HOLD), OCTOBER, 100, 160)).isTrue();
        assertThat(isMissed(heading(Target.Way.HOLD), OCTOBER, 160, 100)).isTrue();
        assertThat(isMissed(heading(Target.Way.HOLD), OCTOBER, 100, 101)).isFalse();
    }

    @Test
    void anUpperBoundIsMissedAsSoonAsItIsPassed() {
        assertThat(isMissed(norm(Target.Comparison.AT_MOST, "2026"), OCTOBER, 100, 121))
                .isTrue();
        assertThat(isMissed(norm(Target.Comparison.AT_MOST, "2026"), OCTOBER, 100, 120))
                .isFalse();
        assertThat(isMissed(norm(Target.Comparison.AT_MOST, "2025"), OCTOBER, 100, 121))
                .isFalse();
    }

    @Test
    void aLowerBoundIsMissedOnlyWhenTheYearIsOver() {
        assertThat(isMissed(norm(Target.Comparison.AT_LEAST, "2026"), OCTOBER, 100, 119))
                .isFalse();
        assertThat(isMissed(norm(Target.Comparison.AT_LEAST, "2026"), DECEMBER, 100, 119))
                .isTrue();
        assertThat(isMissed(norm(Target.Comparison.AT_LEAST, "2026"), DECEMBER, 100, 120))
                .isFalse();
    }

    @Test
    void withoutAFigureNothingIsMissed() {
        Period period = Period.yearToDate(OCTOBER);
        IndicatorPoint unknown = IndicatorPoint.of(period, new IndicatorValue.Unknown());
        assertThat(MissedTarget.isMissed(
                        norm(Target.Comparison.AT_MOST, "2026"),
                        comparator.change(point(period.sameLastYear(), 500), unknown)))
                .isFalse();
        assertThat(MissedTarget.isMissed(
                        heading(Target.Way.DOWN), comparator.change(point(period.sameLastYear(), 0), unknown)))
                .isFalse();
    }

    @Test
    void aTargetInWordsIsNotJudged() {
        assertThat(isMissed(new Target.None(TEXT), OCTOBER, 100, 900)).isFalse();
        assertThat(isMissed(new Target.Criterion(TEXT), OCTOBER, 100, 900)).isFalse();
        assertThat(isMissed(new Target.Milestone(OCTOBER, TEXT), OCTOBER, 100, 900))
                .isFalse();
    }

    private boolean isMissed(Target target, YearMonth month, long before, long now) {
        Period period = Period.yearToDate(month);
        return MissedTarget.isMissed(
                target, comparator.change(point(period.sameLastYear(), before), point(period, now)));
    }

    private static IndicatorPoint point(Period period, long count) {
        return IndicatorPoint.of(period, new IndicatorValue.Counted(count, ValueStatus.DEFINITIEF));
    }

    private static Target heading(Target.Way way) {
        return new Target.Heading(way, TEXT);
    }

    private static Target norm(Target.Comparison comparison, String period) {
        return new Target.Norm(comparison, BigDecimal.valueOf(120), period, TEXT);
    }
}
