package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;

/** What an indicator says about one area and period. Unknown is never zero. */
public sealed interface IndicatorValue {

    /** Counted; zero only when the source has delivered the whole period and nothing was registered. */
    record Counted(long count, ValueStatus status) implements IndicatorValue {}

    /**
     * Measured: a ratio, a lead time, a mark, an amount of money.
     *
     * @param value in the unit of the indicator, in plain notation
     */
    record Measured(BigDecimal value, ValueStatus status) implements IndicatorValue {}

    /** The source has not delivered the whole period, or leaves part of it open. */
    record Unknown() implements IndicatorValue {}

    /** Known, but withheld because the number is so small that it could point at persons, or because others could be derived from it. */
    record Suppressed() implements IndicatorValue {}

    /** The indicator is not defined for this area, length of period or time. */
    record NotApplicable() implements IndicatorValue {}
}
