/** Everything about one figure: its series, comparisons, revisions, what happened, what it means and where it comes from. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.indicator;
