package nl.mjpmonitor.dashboard.sending;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import nl.mjpmonitor.warehouse.calendar.SafetyCalendar;

/**
 * Working days: neither Saturday or Sunday nor a Dutch public holiday. Good Friday and 5 May count as holidays every year: a report that
 * comes a day later does no harm. Outside the years of the calendar only weekends count.
 */
final class WorkingDays {

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final SafetyCalendar calendar;

    WorkingDays(SafetyCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * A working day of a month.
     *
     * @param number counted from 1, at most {@link Mailing#LAST_DAY}
     */
    LocalDate nth(YearMonth month, int number) {
        LocalDate day = month.atDay(1);
        int passed = 0;
        while (true) {
            if (isWorkingDay(day)) {
                passed++;
            }
            if (passed == number) {
                return day;
            }
            day = day.plusDays(1);
        }
    }

    /** The first such moment, 8 o'clock in the morning in Dutch time, that does not lie before this one. */
    Instant firstFrom(Instant moment, int number) {
        YearMonth month = YearMonth.from(moment.atZone(DUTCH_TIME));
        Instant due = morning(nth(month, number));
        return due.isBefore(moment) ? morning(nth(month.plusMonths(1), number)) : due;
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(DUTCH_TIME).toInstant();
    }

    private boolean isWorkingDay(LocalDate day) {
        boolean isHoliday = calendar.day(day)
                .filter(known -> !known.publicHoliday().isEmpty())
                .isPresent();
        return !isHoliday && day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
