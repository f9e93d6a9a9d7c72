/** Screening of nuisance reports: where nuisance by persons or drugs repeats itself, and how that opens, grows, cools and closes. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.streaming.hotspots;
