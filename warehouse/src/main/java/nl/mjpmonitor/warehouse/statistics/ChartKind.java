package nl.mjpmonitor.warehouse.statistics;

/** Where the limits of a control chart come from. */
public enum ChartKind {
    /** Counts in equal exposures: centre ± 3√centre (Shewhart; Montgomery, Introduction to Statistical Quality Control, 7.3). */
    C,
    /** Counts in unequal exposures, plotted as rates: centre ± 3√(centre / exposure) (Montgomery 7.3). */
    U,
    /**
     * Single values that vary in their own way: centre ± 3 × mean moving range / 1.128, known as 2.66 × mean moving range. Moving ranges
     * beyond 3.267 times their mean are left out once, so that one outlier does not hide itself (NHS Making Data Count).
     */
    XMR,
    /**
     * Times between rare events: an {@link #XMR} chart of x^(1/3.6), transformed back (Nelson, Journal of Quality Technology 26, 1994;
     * Montgomery 7.3.5).
     */
    T,
    /** Limits that were agreed, not computed. */
    AGREED
}
