package nl.mjpmonitor.dashboard.sending;

import java.time.Instant;
import java.util.Optional;
import nl.mjpmonitor.dashboard.reports.ReportId;

/**
 * When editions of a kind of report are sent.
 *
 * @param report the kind
 * @param isActive whether they are sent at all
 * @param workingDay on this working day of the month; at publication when empty
 * @param changedAt since when this holds; what was due before is not sent
 */
public record Mailing(ReportId report, boolean isActive, Optional<Integer> workingDay, Instant changedAt) {

    /** The latest working day that every month has. */
    static final int LAST_DAY = 15;
}
