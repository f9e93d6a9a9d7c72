package nl.mjpmonitor.ops.sources.generation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Until when the demo data go, and when a row was last written. */
public final class DemoClock {
    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");
    private static final int END_OF_WORKING_DAY = 17;

    private DemoClock() {}

    /** The clock in Maastricht. */
    public static Clock system() {
        return Clock.system(DUTCH_TIME);
    }

    /** The last day with data: the last of the month, or yesterday when that day has yet to come. */
    public static LocalDate lastDay(YearMonth through, Clock clock) {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        LocalDate end = through.atEndOfMonth();
        return end.isBefore(yesterday) ? end : yesterday;
    }

    /** The last month that had passed at the end of a day: what is counted a month is known after it. */
    public static YearMonth lastWholeMonth(LocalDate lastDay) {
        return YearMonth.from(lastDay.plusDays(1)).minusMonths(1);
    }

    /** The end of the working day on which the last of these things happened; a thing without a day has not happened. */
    public static OffsetDateTime lastWritten(LocalDate day, @Nullable LocalDate... later) {
        LocalDate last = day;
        for (LocalDate other : later) {
            if (other != null && other.isAfter(last)) {
                last = other;
            }
        }
        return last.atTime(END_OF_WORKING_DAY, 0).atZone(DUTCH_TIME).toOffsetDateTime();
    }
}
