/** The rows the stream writes, and the one way to write them. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.rows;
