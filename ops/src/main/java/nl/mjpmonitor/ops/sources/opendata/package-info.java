/** Open data as somebody would drop them in the folder of the open data connector. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.ops.sources.opendata;
