package nl.mjpmonitor.warehouse.statistics;

/**
 * One period of a series, in the order of time.
 *
 * @param reading what is known of it
 * @param use whether it sets limits
 * @param startsPhase whether the series is broken just before it (another definition, another way of registering), so that new limits
 *     start here
 */
public record Observation(Reading reading, BaselineUse use, boolean startsPhase) {

    /** A count in one unit of exposure. */
    public static Observation counted(long count) {
        return of(ExposedCount.of(count));
    }

    /** A measured value. */
    public static Observation measured(double value) {
        return of(new Measurement(value));
    }

    /** A period without a known figure. */
    public static Observation missing() {
        return of(new Missing());
    }

    /** A reading that sets limits. */
    public static Observation of(Reading reading) {
        return new Observation(reading, BaselineUse.BASELINE, false);
    }

    /** The same reading, tested against limits that others set. */
    public Observation testedOnly() {
        return new Observation(reading, BaselineUse.TESTED, startsPhase);
    }

    /** The same reading, shown only. */
    public Observation leftOut() {
        return new Observation(reading, BaselineUse.LEFT_OUT, startsPhase);
    }

    /** The same reading, the first after a break in the series. */
    public Observation afterBreak() {
        return new Observation(reading, use, true);
    }

    boolean isKnown() {
        return !(reading instanceof Missing);
    }

    boolean setsLimits() {
        return use == BaselineUse.BASELINE && isKnown();
    }

    boolean isTested() {
        return use != BaselineUse.LEFT_OUT && isKnown();
    }
}
