/**
 * The dashboard's own PostgreSQL: what people write here, and the trail of what they did. Figures never pass through it.
 *
 * @see <a href="../../../../../../../../docs/decisions/0017-the-dashboards-own-store.md">decision 0017</a>
 */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.store;
