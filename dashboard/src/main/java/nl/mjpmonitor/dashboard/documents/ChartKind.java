package nl.mjpmonitor.dashboard.documents;

/** How a chart is drawn. */
public enum ChartKind {
    /** Upright bars, one group a label. */
    BARS,
    /** Lines over the labels; a missing value is a gap. */
    LINES,
    /** Horizontal bars on one scale, of a whole and its parts. One line only. */
    FUNNEL
}
