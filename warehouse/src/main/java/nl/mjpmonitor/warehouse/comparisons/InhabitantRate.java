package nl.mjpmonitor.warehouse.comparisons;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.Inhabitants;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.statistics.RateInterval;

/**
 * A count for each 10,000 inhabitants.
 *
 * @param outcome the rate with one decimal, or why there is none
 * @param interval the rate with its 95 % interval; empty when there is no rate
 */
public record InhabitantRate(Outcome outcome, Optional<RateInterval> interval) {

    /**
     * The rate of a count, by the inhabitants of the same area and period. Below {@value RateInterval#LOWEST_POPULATION}
     * inhabitants there is none.
     */
    public static InhabitantRate of(IndicatorPoint count, IndicatorPoint inhabitants) {
        Optional<Reason> obstacle = Sides.obstacle(count, inhabitants);
        if (obstacle.isPresent()) {
            return none(obstacle.get());
        }
        if (!count.period().equals(inhabitants.period()) || !Sides.areCounts(count)) {
            return none(Reason.NOT_COMPARABLE);
        }
        long people = Sides.figure(inhabitants).longValue();
        if (people < RateInterval.LOWEST_POPULATION) {
            return none(Reason.FEW_INHABITANTS);
        }
        RateInterval rate = RateInterval.perTenThousand(Sides.count(count), people);
        return new InhabitantRate(
                new Outcome.Amount(BigDecimal.valueOf(rate.rate()).setScale(1, RoundingMode.HALF_UP)),
                Optional.of(rate));
    }

    /**
     * The rate of a count, by inhabitants of the reference data, whatever their day. It is as good as that number is near to the
     * period, so its day and source must stand beside it.
     */
    public static InhabitantRate of(IndicatorPoint count, Inhabitants inhabitants) {
        return of(
                count,
                IndicatorPoint.of(
                        count.period(), new IndicatorValue.Counted(inhabitants.count(), ValueStatus.DEFINITIEF)));
    }

    private static InhabitantRate none(Reason reason) {
        return new InhabitantRate(new Outcome.None(reason), Optional.empty());
    }
}
