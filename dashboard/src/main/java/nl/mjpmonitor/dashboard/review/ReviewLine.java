package nl.mjpmonitor.dashboard.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.comparisons.ChangeComparison;
import nl.mjpmonitor.warehouse.comparisons.FigureComparisons;
import nl.mjpmonitor.warehouse.comparisons.InhabitantRate;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.statistics.Judgement;
import nl.mjpmonitor.warehouse.statistics.Verdict;

/**
 * Everything the Maandbeeld says about one indicator.
 *
 * @param indicator the indicator
 * @param month the month, with its comparisons
 * @param yearToDate the year so far against the same months of last year
 * @param rolling the twelve months that end with the month against the twelve before
 * @param rate those twelve months for each 10,000 inhabitants; empty where that is not meaningful
 * @param course the last {@value ReviewSubject#COURSE_MONTHS} months, oldest first
 * @param hasSignal whether a signal about it is open
 */
record ReviewLine(
        Indicator indicator,
        FigureComparisons.Answer month,
        ChangeComparison yearToDate,
        ChangeComparison rolling,
        Optional<InhabitantRate> rate,
        List<IndicatorPoint> course,
        boolean hasSignal) {

    ReviewLine {
        course = List.copyOf(course);
    }

    IndicatorPoint figure() {
        return month.figure();
    }

    boolean isKnown() {
        return switch (figure().value()) {
            case IndicatorValue.Counted _, IndicatorValue.Measured _ -> true;
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ -> false;
        };
    }

    /** Whether the month is unusual: by the same month of earlier years, or by last year's alone when there are too few. */
    Judgement judgement() {
        Judgement season = month.meanWithoutExceptional().judgement();
        return season.verdict() == Verdict.TOO_FEW_DATA ? month.lastYear().judgement() : season;
    }

    boolean isTargetMissed() {
        return MissedTarget.isMissed(indicator.target(), yearToDate);
    }

    Attention attention() {
        if (hasSignal) {
            return Attention.SIGNAL;
        }
        if (!isKnown()) {
            return Attention.NO_FIGURE;
        }
        if (isUnusual(judgement().verdict())) {
            return Attention.UNUSUAL;
        }
        return isTargetMissed() ? Attention.TARGET_MISSED : Attention.USUAL;
    }

    /**
     * How far the month lies from what it is compared with: |2(√now - √expected)|, by which counts of any size can be set beside
     * each other (Freeman and Tukey, 1950). 0 when either is not known.
     */
    double deviation() {
        Optional<BigDecimal> expected = month.meanWithoutExceptional().mean() instanceof Outcome.Amount(BigDecimal mean)
                ? Optional.of(mean)
                : number(month.lastYear().base());
        return number(figure())
                .flatMap(now -> expected.map(usual -> Math.abs(2 * (root(now) - root(usual)))))
                .orElse(0.0);
    }

    private static double root(BigDecimal value) {
        return Math.sqrt(value.max(BigDecimal.ZERO).doubleValue());
    }

    private static Optional<BigDecimal> number(IndicatorPoint point) {
        return switch (point.value()) {
            case IndicatorValue.Counted counted -> Optional.of(BigDecimal.valueOf(counted.count()));
            case IndicatorValue.Measured measured -> Optional.of(measured.value());
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ ->
                Optional.empty();
        };
    }

    private static boolean isUnusual(Verdict verdict) {
        return switch (verdict) {
            case UNUSUALLY_HIGH, UNUSUALLY_LOW, LONG_HIGHER, LONG_LOWER, RISING, FALLING -> true;
            case WITHIN_CHANCE, TOO_FEW_DATA, INCOMPLETE, UNKNOWN, WITHHELD, NOT_COMPARABLE -> false;
        };
    }
}
