package nl.mjpmonitor.dashboard.review;

/** How much an indicator asks for attention this month, most first. */
enum Attention {
    /** A signal is open. */
    SIGNAL,
    /** Chance does not explain the figure. */
    UNUSUAL,
    /** It goes the other way than the programme aims at, or beyond its norm. */
    TARGET_MISSED,
    /** There is a figure, with nothing to remark. */
    USUAL,
    /** There is no figure to judge. */
    NO_FIGURE;

    boolean isCalled() {
        return compareTo(USUAL) < 0;
    }
}
