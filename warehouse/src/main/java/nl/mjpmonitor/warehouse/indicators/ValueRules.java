package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Counted;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Measured;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.NotApplicable;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Suppressed;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Unknown;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * Decides what is said about a period.
 *
 * <p>In this order: not applicable outside the definition; unknown unless every month was kept and every contribution has
 * an amount; suppressed when it may not be told; else the value. Zero therefore always is a delivered zero.
 */
final class ValueRules {

    private final Indicator indicator;
    private final AreaKind areaKind;
    private final YearMonth firstProvisionalMonth;
    private final boolean needsMonths;

    /**
     * Rules for one request.
     *
     * @param asOf reference date, or now when everything is asked
     */
    ValueRules(Indicator indicator, AreaKind areaKind, Instant asOf) {
        this.indicator = indicator;
        this.areaKind = areaKind;
        this.firstProvisionalMonth =
                YearMonth.from(asOf.atZone(ZoneOffset.UTC)).minusMonths(indicator.provisionalMonths());
        this.needsMonths = !(indicator.measure() instanceof Measure.Level)
                && indicator.measure().source().map(FactReference::needsMonths).orElse(false);
    }

    /** A period that lies on a break belongs to no definition. */
    boolean applicable(Period period) {
        return indicator.areas().contains(areaKind)
                && indicator.isDefinedFor(period)
                && indicator.versionOf(period).isPresent();
    }

    /** Whether the warehouse knows the figure. */
    boolean known(Period period, PeriodObservation observation) {
        boolean isKept = !needsMonths || observation.keptMonths() == period.monthCount();
        return isKept && observation.unknownCount() == 0 && observation.amount().isPresent();
    }

    IndicatorPoint point(Period period, PeriodObservation observation, boolean isGiven) {
        if (!known(period, observation)) {
            return IndicatorPoint.of(period, new Unknown());
        }
        if (!isGiven) {
            return IndicatorPoint.of(period, new Suppressed());
        }
        return new IndicatorPoint(
                period,
                value(observation.amount().orElseThrow(), status(period, observation)),
                PointMarks.of(observation.isApproximate(), observation.provenance(), observation.margin()));
    }

    /** The point, or that the indicator does not have it. */
    IndicatorPoint within(IndicatorPoint point) {
        return applicable(point.period()) ? point : IndicatorPoint.of(point.period(), new NotApplicable());
    }

    private IndicatorValue value(BigDecimal amount, ValueStatus status) {
        return indicator.unit().isWhole() && Decimals.isWhole(amount)
                ? new Counted(amount.longValueExact(), status)
                : new Measured(Decimals.plain(amount), status);
    }

    /** The newest months before the reference date are provisional, and with them every period that holds one. */
    private ValueStatus status(Period period, PeriodObservation observation) {
        return observation.isProvisional() || !period.lastMonth().isBefore(firstProvisionalMonth)
                ? ValueStatus.VOORLOPIG
                : ValueStatus.DEFINITIEF;
    }
}
