package nl.mjpmonitor.warehouse.comparisons;

import java.math.BigDecimal;

/** What a comparison came to: a number, or why there is none. */
public sealed interface Outcome {

    /**
     * A change with a percentage that says something.
     *
     * @param difference later less earlier, in the unit of the indicator
     * @param percent change in whole percents as the published tables print it
     */
    record Change(BigDecimal difference, int percent) implements Outcome {}

    /**
     * A change of which only the difference may be said.
     *
     * @param difference later less earlier, in the unit of the indicator; of percentages in percentage points
     * @param why why there is no percentage
     */
    record DifferenceOnly(BigDecimal difference, NoPercentage why) implements Outcome {}

    /**
     * A ratio, rate or mean.
     *
     * @param value in the unit that the comparison names
     */
    record Amount(BigDecimal value) implements Outcome {}

    /** There is no number. */
    record None(Reason reason) implements Outcome {}

    /** Why a change has no percentage. */
    enum NoPercentage {
        BASE_ZERO,
        /** Below 10 a percentage says more about chance than about change. */
        BASE_SMALL,
        /** Percentages and marks differ in points. */
        IN_POINTS
    }
}
