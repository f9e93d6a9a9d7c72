/** Figures to take along: what a page or an answer shows, as a file in a form of choice. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.exports;
