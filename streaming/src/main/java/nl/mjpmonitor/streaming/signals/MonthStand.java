package nl.mjpmonitor.streaming.signals;

/**
 * What a series counts in a month.
 *
 * @param count sum of the known counts
 * @param unknown number of rows whose count is unknown
 */
public record MonthStand(long count, long unknown) {

    static final MonthStand NOTHING = new MonthStand(0, 0);

    MonthStand plus(SeriesChange change) {
        return new MonthStand(count + change.count(), unknown + change.unknown());
    }
}
