/** Debezium as this project runs it. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.ingest.capture;
