package nl.mjpmonitor.warehouse.hotspots;

/**
 * When the stream makes a location a potential hotspot, and when no longer.
 *
 * @param leastReports reports in the window that it takes at least
 * @param leastDays different days that those reports are of at least
 * @param windowDays length of the window in days
 * @param closeAfterDays days after which one that cooled, and stayed so, closes
 */
public record HotspotRule(int leastReports, int leastDays, int windowDays, int closeAfterDays) {}
