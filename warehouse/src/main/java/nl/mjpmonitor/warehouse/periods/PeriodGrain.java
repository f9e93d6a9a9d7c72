package nl.mjpmonitor.warehouse.periods;

/** Length of a period. */
public enum PeriodGrain {
    YEAR(12),
    QUARTER(3),
    MONTH(1);

    private final int months;

    PeriodGrain(int months) {
        this.months = months;
    }

    /** Number of months in one period of this length. */
    public int months() {
        return months;
    }
}
