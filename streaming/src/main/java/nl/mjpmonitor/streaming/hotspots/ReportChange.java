package nl.mjpmonitor.streaming.hotspots;

import java.time.Instant;
import java.time.LocalDate;
import nl.mjpmonitor.streaming.detection.HeldChanges;

/**
 * A live report of nuisance that came to a location, or is gone from it. A report that is withdrawn, merged, moved to another location
 * or put into another category is gone; what it became, comes.
 *
 * @param location pseudonym of the location
 * @param report key of the report
 * @param happenedEpochDay day on which it happened, in days since 1970-01-01
 * @param category {@code persons} or {@code drugs}
 * @param areaCode buurt
 * @param change 1 when it came, -1 when it is gone
 * @param knownAt moment the warehouse took that in
 */
public record ReportChange(
        String location,
        String report,
        long happenedEpochDay,
        String category,
        String areaCode,
        int change,
        Instant knownAt)
        implements HeldChanges.Change {

    LocalDate happenedOn() {
        return LocalDate.ofEpochDay(happenedEpochDay);
    }
}
