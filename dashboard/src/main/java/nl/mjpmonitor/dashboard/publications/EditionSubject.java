package nl.mjpmonitor.dashboard.publications;

import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * What an edition is about.
 *
 * @param report kind of report
 * @param area the area
 * @param period the period
 */
public record EditionSubject(ReportId report, AreaCode area, Period period) {

    @Override
    public String toString() {
        return report + " " + area + " " + period;
    }
}
