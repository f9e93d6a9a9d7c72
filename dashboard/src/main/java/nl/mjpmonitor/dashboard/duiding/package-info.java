/**
 * Duiding: what a figure means according to somebody, in a few sentences, tied to an indicator, a period and an area.
 *
 * @see <a href="../../../../../../../../docs/decisions/0017-the-dashboards-own-store.md">decision 0017</a>
 */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.duiding;
