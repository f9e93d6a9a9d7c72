package nl.mjpmonitor.dashboard.review;

import java.math.BigDecimal;
import java.time.Month;
import java.util.Optional;
import nl.mjpmonitor.warehouse.comparisons.ChangeComparison;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Target;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.statistics.Verdict;

/**
 * Whether an indicator certainly goes against what the programme aims at this year. In doubt it does not. It brings a figure to the
 * attention of a meeting, and is no judgement on the target: that is {@link nl.mjpmonitor.warehouse.targets.TargetQuestion}'s, over
 * all whole years since the programme began.
 */
final class MissedTarget {

    private MissedTarget() {}

    /**
     * Judges by the year so far. A way to go is missed when the year so far differs from the same months of last year in another
     * way, by more than chance. A norm for the year is missed when its upper bound is passed, or when the whole year stayed below its
     * lower bound.
     */
    static boolean isMissed(Target target, ChangeComparison yearToDate) {
        return switch (target) {
            case Target.Heading heading ->
                goesElsewhere(heading.way(), yearToDate.judgement().verdict());
            case Target.Norm norm -> isBeyond(norm, yearToDate.later());
            case Target.Milestone _, Target.Criterion _, Target.None _ -> false;
        };
    }

    private static boolean goesElsewhere(Target.Way way, Verdict verdict) {
        return switch (way) {
            case DOWN -> verdict == Verdict.UNUSUALLY_HIGH;
            case UP -> verdict == Verdict.UNUSUALLY_LOW;
            case HOLD -> verdict == Verdict.UNUSUALLY_HIGH || verdict == Verdict.UNUSUALLY_LOW;
        };
    }

    private static boolean isBeyond(Target.Norm norm, IndicatorPoint yearToDate) {
        Period period = yearToDate.period();
        Optional<BigDecimal> value = amount(yearToDate.value());
        boolean isOfThisYear = Period.year(period.year()).label().equals(norm.period());
        return isOfThisYear
                && value.filter(known -> switch (norm.comparison()) {
                            case AT_MOST -> known.compareTo(norm.value()) > 0;
                            case AT_LEAST ->
                                period.lastMonth().getMonth() == Month.DECEMBER && known.compareTo(norm.value()) < 0;
                        })
                        .isPresent();
    }

    private static Optional<BigDecimal> amount(IndicatorValue value) {
        // only what is counted adds up over a year; a part of a year of anything else does not foretell the year
        return value instanceof IndicatorValue.Counted counted
                ? Optional.of(BigDecimal.valueOf(counted.count()))
                : Optional.empty();
    }
}
