package nl.mjpmonitor.warehouse.rows;

/**
 * The life of one potential hotspot as known from a moment on, for {@code mart.hotspot_life}.
 *
 * @param hotspotId follows from the location
 * @param location pseudonym of the location
 * @param areaCode buurt of the location
 * @param knownAtMillis moment from which the warehouse knew this life, epoch milliseconds
 * @param changeCount number of changes of reports known up to {@code knownAtMillis}: of two rows for the same hotspot and moment the
 *     one with the higher number counts
 * @param transitions what happened and, as long as no report comes in, will happen: a JSON array, oldest first, each entry an array
 *     of day, kind, reports in the window, days with a report in the window, and category
 * @param windowDays length of the window that was looked at, in days
 * @param leastReports reports in the window that a potential hotspot has at least
 * @param leastDays different days that those reports are of at least
 */
public record HotspotLifeRow(
        String hotspotId,
        String location,
        String areaCode,
        long knownAtMillis,
        long changeCount,
        String transitions,
        int windowDays,
        int leastReports,
        int leastDays)
        implements WarehouseRow {

    @Override
    public WarehouseTable table() {
        return WarehouseTable.HOTSPOT_LIFE;
    }
}
