package nl.mjpmonitor.warehouse.statistics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/** The same time of year in earlier years (Noufaily and others, Statistics in Medicine 32, 2013). */
public final class ReferencePeriods {

    private ReferencePeriods() {}

    /** The month itself and the same month of so many earlier years, newest first. */
    public static List<YearMonth> sameMonth(YearMonth month, int years) {
        return IntStream.rangeClosed(0, years).mapToObj(month::minusYears).toList();
    }

    /** The day itself and, so many years back, the same day of the week nearest to the same date, newest first. */
    public static List<LocalDate> sameWeek(LocalDate day, int years) {
        return IntStream.rangeClosed(0, years)
                .mapToObj(day::minusYears)
                .map(date -> nearest(date, day.getDayOfWeek()))
                .toList();
    }

    private static LocalDate nearest(LocalDate date, DayOfWeek dayOfWeek) {
        return date.minusDays(3).with(TemporalAdjusters.nextOrSame(dayOfWeek));
    }
}
