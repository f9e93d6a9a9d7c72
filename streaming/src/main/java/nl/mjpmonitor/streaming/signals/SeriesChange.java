package nl.mjpmonitor.streaming.signals;

import java.time.Instant;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.thresholds.Timeline;

/**
 * What changes in what is known of one series: an indicator in an area. Months are numbered 12 &times; year + month - 1.
 *
 * @param indicator the indicator
 * @param areaCode the area
 * @param kind what changes
 * @param month of a count its month; of a cover the first month
 * @param lastMonth of a cover the last month
 * @param count of a count what is added to it
 * @param unknown of a count what is added to the number of rows whose count is unknown
 * @param isSnapshot whether a snapshot read it, so that nothing happened when it became known
 * @param source of a cover the row that states it
 * @param registers of a cover what it covers of what the series needs, with commas between them
 * @param knownAtMillis moment the warehouse took it in, epoch milliseconds
 */
public record SeriesChange(
        String indicator,
        String areaCode,
        Kind kind,
        int month,
        int lastMonth,
        long count,
        long unknown,
        boolean isSnapshot,
        String source,
        String registers,
        long knownAtMillis) {

    /** What changes. */
    public enum Kind {
        /** A month counts more or less. */
        COUNT,
        /** Months are covered by a delivery or a register. */
        COVER,
        /** What covered them does so no more. */
        NO_COVER
    }

    static SeriesChange count(
            String indicator,
            String areaCode,
            int month,
            long count,
            long unknown,
            boolean isSnapshot,
            long knownAtMillis) {
        return new SeriesChange(
                indicator, areaCode, Kind.COUNT, month, month, count, unknown, isSnapshot, "", "", knownAtMillis);
    }

    /** Two counts of the same month together. */
    SeriesChange plus(SeriesChange other) {
        return count(
                indicator,
                areaCode,
                month,
                count + other.count,
                unknown + other.unknown,
                isSnapshot,
                Math.max(knownAtMillis, other.knownAtMillis));
    }

    /** The moment at which what became known at another has settled, both in epoch milliseconds. */
    static long settledAt(long knownAtMillis, Timeline<SignalSettings> settings) {
        long settle = settings.at(Instant.ofEpochMilli(knownAtMillis)).settle().toMillis();
        return (Math.floorDiv(knownAtMillis, settle) + 1) * settle;
    }

    /** The series in one string, to partition by. */
    public String seriesKey() {
        return indicator + ' ' + areaCode;
    }
}
