package nl.mjpmonitor.warehouse.indicators;

/** What an indicator says about one area and period. Unknown is never zero. */
public sealed interface IndicatorValue {

    /** Counted; zero only when the source has delivered the whole period and nothing was registered. */
    record Counted(long count, ValueStatus status) implements IndicatorValue {}

    /** The source has not delivered the whole period, or leaves part of it open. */
    record Unknown() implements IndicatorValue {}

    /** Counted, but withheld because the number is so small that it could point at persons. */
    record Suppressed() implements IndicatorValue {}

    /** The indicator is not defined for this area, length of period or time. */
    record NotApplicable() implements IndicatorValue {}
}
