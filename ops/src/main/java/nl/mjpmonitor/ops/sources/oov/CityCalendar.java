package nl.mjpmonitor.ops.sources.oov;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.sources.oov.PublicOrder.CalendarPeriod;

/** The yearly events of the city: carnival and King's Day as the calendar has them, the others on the days on which they usually fall. */
final class CityCalendar {
    static final String CARNIVAL = "carnival";
    static final String RIEU = "rieu";
    static final String ELEVENTH_OF_ELEVENTH = "eleventh_of_eleventh";

    private static final int CONCERT_WEEKENDS = 3;
    private static final int CONCERTS_A_WEEKEND = 4;

    private CityCalendar() {}

    /** The events of a year, by their first days. */
    static List<CalendarPeriod> of(int year) {
        LocalDate carnival = easter(year).minusWeeks(7);
        LocalDate concerts = firstConcert(year);
        LocalDate preuvenemint =
                LocalDate.of(year, Month.AUGUST, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        return List.of(
                period("new_year", "Jaarwisseling", LocalDate.of(year, Month.JANUARY, 1), 1),
                period(CARNIVAL, "Carnaval", carnival, 3),
                period("kings_day", "Koningsdag", kingsDay(year), 1),
                period(RIEU, "Concerten Rieu", concerts, 7 * (CONCERT_WEEKENDS - 1) + CONCERTS_A_WEEKEND),
                period("inkom", "Inkom", preuvenemint.minusDays(13), 4),
                period("preuvenemint", "Preuvenemint", preuvenemint.minusDays(3), 4),
                period(ELEVENTH_OF_ELEVENTH, "Elfde van de elfde", LocalDate.of(year, Month.NOVEMBER, 11), 1),
                period("winter_market", "Magisch Maastricht", LocalDate.of(year, Month.DECEMBER, 1), 31));
    }

    /** The days of the large events for which the city always has a crisis team, in order. */
    static List<LocalDate> crisisTeamDays(String code, int year) {
        return switch (code) {
            case CARNIVAL -> {
                LocalDate sunday = easter(year).minusWeeks(7);
                yield List.of(sunday, sunday.plusDays(1), sunday.plusDays(2));
            }
            case RIEU -> concerts(year);
            case ELEVENTH_OF_ELEVENTH -> List.of(LocalDate.of(year, Month.NOVEMBER, 11));
            default -> throw new IllegalArgumentException("no crisis team is set up for " + code);
        };
    }

    private static List<LocalDate> concerts(int year) {
        LocalDate first = firstConcert(year);
        List<LocalDate> days = new ArrayList<>();
        for (int week = 0; week < CONCERT_WEEKENDS; week++) {
            for (int day = 0; day < CONCERTS_A_WEEKEND; day++) {
                days.add(first.plusDays(7L * week + day));
            }
        }
        return days;
    }

    /** The 27th of April, or the day before when that is a Sunday. */
    private static LocalDate kingsDay(int year) {
        LocalDate birthday = LocalDate.of(year, Month.APRIL, 27);
        return birthday.getDayOfWeek() == DayOfWeek.SUNDAY ? birthday.minusDays(1) : birthday;
    }

    private static LocalDate firstConcert(int year) {
        return LocalDate.of(year, Month.JULY, 2).with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
    }

    private static CalendarPeriod period(String code, String name, LocalDate first, int days) {
        return new CalendarPeriod(code, name, first, first.plusDays(days - 1L));
    }

    /** The events of some years. */
    static Stream<CalendarPeriod> between(int firstYear, int lastYear) {
        return IntStream.rangeClosed(firstYear, lastYear).boxed().flatMap(year -> of(year).stream());
    }

    /** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Jones and Butcher). */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int leftOfCentury = year % 100;
        int correction = (century + 8) / 25;
        int epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (leftOfCentury / 4) - epact - leftOfCentury % 4) % 7;
        int shift = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * shift + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
