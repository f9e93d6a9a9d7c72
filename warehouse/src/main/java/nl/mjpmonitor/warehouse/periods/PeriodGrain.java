package nl.mjpmonitor.warehouse.periods;

/** What kind of period it is, and with that how long. */
public enum PeriodGrain {
    YEAR(12),
    QUARTER(3),
    MONTH(1),
    /** January up to some month of the same year. */
    YEAR_TO_DATE(0),
    /** Twelve months that end in any month. */
    ROLLING_YEAR(12),
    /** Any whole months in a row. */
    SPAN(0);

    private final int months;

    PeriodGrain(int months) {
        this.months = months;
    }

    /** Whether all periods of this kind are equally long. */
    public boolean hasFixedLength() {
        return months > 0;
    }

    /** Whether such periods follow one another through the calendar without overlap: years, quarters and months. */
    public boolean isCalendar() {
        return switch (this) {
            case YEAR, QUARTER, MONTH -> true;
            case YEAR_TO_DATE, ROLLING_YEAR, SPAN -> false;
        };
    }

    /**
     * Number of months in one period of this kind; {@link Period#monthCount()} knows it of every period.
     *
     * @throws IllegalStateException when the length differs from period to period
     */
    public int months() {
        if (!hasFixedLength()) {
            throw new IllegalStateException("Not every " + this + " is equally long; ask the period");
        }
        return months;
    }
}
