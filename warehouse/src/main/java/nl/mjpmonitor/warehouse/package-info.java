/** Everything ClickHouse knows, and the one way to ask it. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse;
