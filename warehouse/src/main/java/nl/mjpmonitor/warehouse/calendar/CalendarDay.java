package nl.mjpmonitor.warehouse.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * One day.
 *
 * @param date the day
 * @param publicHoliday Dutch name of the public holiday; empty on other days
 * @param hotTimes the hot times it lies in, in the order of {@link HotTimeKind}
 */
public record CalendarDay(LocalDate date, String publicHoliday, List<HotTime> hotTimes) {

    public CalendarDay {
        hotTimes = List.copyOf(hotTimes);
    }

    public DayOfWeek weekday() {
        return date.getDayOfWeek();
    }

    public boolean isWeekend() {
        return weekday() == DayOfWeek.SATURDAY || weekday() == DayOfWeek.SUNDAY;
    }

    /** Whether it lies in October to March. */
    public boolean isDarkMonth() {
        return date.getMonthValue() >= 10 || date.getMonthValue() <= 3;
    }
}
