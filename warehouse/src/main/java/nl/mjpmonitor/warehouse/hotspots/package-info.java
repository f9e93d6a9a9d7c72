/** Potential hotspots: locations where nuisance repeats itself, found in the reports of the Melddesk. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.hotspots;
