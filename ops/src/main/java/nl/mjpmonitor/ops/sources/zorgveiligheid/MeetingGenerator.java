package nl.mjpmonitor.ops.sources.zorgveiligheid;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.zorgveiligheid.Count.Precision;
import nl.mjpmonitor.ops.sources.zorgveiligheid.Counts.MeetingCount;

/** Makes the meetings. Those of which a frequency was published keep it to the week or the quarter. */
final class MeetingGenerator {
    private static final YearMonth START = Registers.YEAR_2023.from();
    private static final int MONTHS_A_QUARTER = 3;
    private static final double INTERFAITH_A_MONTH = 0.35;

    private final List<MeetingCount> meetings = new ArrayList<>();

    private MeetingGenerator() {}

    static List<MeetingCount> generate(long seed, LocalDate lastDay) {
        YearMonth end = DemoClock.lastWholeMonth(lastDay);
        MeetingGenerator generator = new MeetingGenerator();
        for (YearMonth month = START; !month.isAfter(end); month = month.plusMonths(1)) {
            generator.month(seed, month);
        }
        return generator.meetings;
    }

    private void month(long seed, YearMonth month) {
        add(
                "gia_triage",
                "gia_triage",
                month,
                weekdays(month, DayOfWeek.TUESDAY) + weekdays(month, DayOfWeek.THURSDAY));
        add("gia_consultation", "gia_consultation", month, weekdays(month, DayOfWeek.WEDNESDAY));
        add("learning_network", "learning_network", month, isMonthOfTheQuarter(seed, month) ? 1 : 0);
        if (!month.isBefore(Registers.FIRST_DEMONSTRATION)) {
            add(
                    "interfaith",
                    "interfaith_meeting",
                    month,
                    Chance.of(seed, "interfaith", month).poisson(INTERFAITH_A_MONTH));
        }
    }

    private void add(String kind, String register, YearMonth month, int held) {
        if (held > 0) {
            meetings.add(new MeetingCount(kind, Count.own(register, month, held, Precision.EXACT)));
        }
    }

    private static boolean isMonthOfTheQuarter(long seed, YearMonth month) {
        int quarter = (month.getMonthValue() - 1) / MONTHS_A_QUARTER;
        int chosen =
                Chance.of(seed, "learning network", month.getYear(), quarter).between(1, MONTHS_A_QUARTER);
        return month.getMonthValue() == quarter * MONTHS_A_QUARTER + chosen;
    }

    private static int weekdays(YearMonth month, DayOfWeek weekday) {
        return (int) month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(day -> day.getDayOfWeek() == weekday)
                .count();
    }
}
