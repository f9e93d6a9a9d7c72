/**
 * The Maandbeeld: what the driehoek goes through in an hour, as an agenda; presented, printed, and established as a snapshot that
 * stays as it was.
 *
 * @see <a href="../../../../../../../../docs/decisions/0022-the-maandbeeld-is-frozen-as-text.md">decision 0022</a>
 */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.review;
