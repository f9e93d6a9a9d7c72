package nl.mjpmonitor.streaming.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.mjpmonitor.warehouse.signals.SignalSettings;

/** A rule that looks at one series. What it finds depends on its arguments alone. */
interface SeriesRule {

    /** The calendar in which months and days begin. */
    ZoneId CALENDAR = ZoneId.of("Europe/Amsterdam");

    /** All rules, with these settings. */
    static List<SeriesRule> all(SignalSettings settings) {
        return List.of(
                new MonthLimitsRule(settings),
                new RunningMonthRule(settings),
                new BurglarySeriesRule(settings),
                new TargetRule(settings));
    }

    /** What holds at a moment; what is not found holds no more. */
    List<Finding> findings(WatchedSeries series, SeriesStand stand, Instant moment);

    static LocalDate today(Instant moment) {
        return LocalDate.ofInstant(moment, CALENDAR);
    }
}
