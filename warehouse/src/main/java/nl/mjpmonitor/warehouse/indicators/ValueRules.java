package nl.mjpmonitor.warehouse.indicators;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * Decides what may be said about a period.
 *
 * <p>In this order: not applicable outside the definition; unknown unless every month was delivered and every
 * contribution has a count; suppressed when small; else counted. Zero therefore always is a delivered zero.
 */
final class ValueRules {

    private final Indicator indicator;
    private final AreaKind areaKind;
    private final YearMonth firstProvisionalMonth;

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
    }

    boolean applicable(Period period) {
        return indicator.areas().contains(areaKind)
                && indicator.grains().contains(period.grain())
                && !period.firstMonth().isBefore(indicator.definedFrom());
    }

    IndicatorValue value(Period period, PeriodObservation observation) {
        if (!applicable(period)) {
            return new IndicatorValue.NotApplicable();
        }
        if (observation.coveredMonths() < period.monthCount() || observation.unknownCount() > 0) {
            return new IndicatorValue.Unknown();
        }
        if (observation.count() > 0
                && indicator.disclosure().protects(areaKind, period.grain())
                && observation.count() < indicator.disclosure().below()) {
            return new IndicatorValue.Suppressed();
        }
        return new IndicatorValue.Counted(observation.count(), status(period));
    }

    /** The newest months before the reference date are provisional, and with them every period that holds one. */
    private ValueStatus status(Period period) {
        return period.lastMonth().isBefore(firstProvisionalMonth) ? ValueStatus.DEFINITIEF : ValueStatus.VOORLOPIG;
    }
}
