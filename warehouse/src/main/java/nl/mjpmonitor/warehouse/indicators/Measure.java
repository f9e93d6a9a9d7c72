package nl.mjpmonitor.warehouse.indicators;

import java.util.Optional;

/** What an indicator counts, and how. */
public sealed interface Measure {

    /** Rows, or the amounts of rows, added up. */
    record Count(FactReference rows) implements Measure {}

    /** The different values of an identity. Of a longer period it is not the sum of its months. */
    record Distinct(FactReference rows, String identity) implements Measure {}

    /** A quantile of a lead time over the rows for which it is complete, in days. */
    record Duration(FactReference rows, String leadTime, Quantile quantile) implements Measure {}

    /** A stand, not a flow: the newest row whose date lies in the period. Never added up over months. */
    record Level(FactReference rows) implements Measure {}

    /**
     * One indicator divided by another.
     *
     * @param of what is divided
     * @param to what it is divided by; where that is 0 the ratio is unknown
     * @param times 1, 100 or 10,000
     */
    record Ratio(IndicatorId of, IndicatorId to, int times) implements Measure {}

    /** Which part of the lead times is not longer than the value. */
    enum Quantile {
        MEDIAN(0.5),
        NINETY_PERCENT(0.9);

        private final double share;

        Quantile(double share) {
            this.share = share;
        }

        /** Share of the rows, between 0 and 1. */
        public double share() {
            return share;
        }

        static Quantile of(double share) {
            return share == MEDIAN.share ? MEDIAN : NINETY_PERCENT;
        }
    }

    /** The rows it counts; empty for a ratio. */
    default Optional<FactReference> source() {
        if (this instanceof Count count) {
            return Optional.of(count.rows());
        } else if (this instanceof Distinct distinct) {
            return Optional.of(distinct.rows());
        } else if (this instanceof Duration duration) {
            return Optional.of(duration.rows());
        } else if (this instanceof Level level) {
            return Optional.of(level.rows());
        }
        return Optional.empty();
    }

    /** Whether the value of a period is the sum of the values of its months. */
    default boolean isAdditive() {
        return this instanceof Count;
    }
}
