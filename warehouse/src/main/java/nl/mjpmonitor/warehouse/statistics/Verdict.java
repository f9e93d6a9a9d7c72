package nl.mjpmonitor.warehouse.statistics;

/** The kinds of judgement. High and low say nothing about good and bad. */
public enum Verdict {
    /** Differs no more than chance explains. */
    WITHIN_CHANCE,
    /** Higher than chance explains. */
    UNUSUALLY_HIGH,
    /** Lower than chance explains. */
    UNUSUALLY_LOW,
    /** Above the mean for so long that chance does not explain it. */
    LONG_HIGHER,
    /** Below the mean for so long that chance does not explain it. */
    LONG_LOWER,
    /** Each figure higher than the one before, for so long that chance does not explain it. */
    RISING,
    /** Each figure lower than the one before, for so long that chance does not explain it. */
    FALLING,
    /** Too little to compare with. */
    TOO_FEW_DATA,
    /** The period is not complete yet, so it is not judged. */
    INCOMPLETE,
    /** The figure is not known. */
    UNKNOWN,
    /** The figure is too small to give. */
    WITHHELD,
    /** The figures cannot be compared. */
    NOT_COMPARABLE
}
