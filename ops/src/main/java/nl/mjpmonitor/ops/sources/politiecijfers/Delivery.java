package nl.mjpmonitor.ops.sources.politiecijfers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.ops.sources.generation.Provenance;
import nl.mjpmonitor.ops.sources.politiecijfers.CrimeRow.ClassShare;

/**
 * One delivery by the police.
 *
 * @param reference its reference at the police
 * @param from first month it covers
 * @param to last month it covers
 * @param policeClasses the police classes it covers in those months; it says nothing about others
 * @param provenance what about its registrations follows from a published figure
 */
record Delivery(String reference, YearMonth from, YearMonth to, List<String> policeClasses, Provenance provenance) {
    private static final ZoneId POLICE_TIME = ZoneId.of("Europe/Amsterdam");
    private static final int DAY_OF_DELIVERY = 15;
    private static final LocalTime TIME_OF_DELIVERY = LocalTime.of(9, 30);
    private static final String REFERENCE = "DEMO-BVH-MAASTRICHT-";

    Delivery {
        policeClasses = List.copyOf(policeClasses);
    }

    /** The deliveries of the demo: one for 2019-2022, then one a month; all of the classes of the published tables. */
    static List<Delivery> plan() {
        List<String> classes = CrimeRow.load().stream()
                .flatMap(row -> row.classShares().stream())
                .map(ClassShare::code)
                .sorted()
                .toList();
        List<Delivery> deliveries = new ArrayList<>();
        deliveries.add(published("2019-2022", YearMonth.of(2019, 1), YearMonth.of(2022, 12), classes));
        for (int month = 1; month <= 12; month++) {
            YearMonth period = YearMonth.of(2023, month);
            deliveries.add(published(period.toString(), period, period, classes));
        }
        return List.copyOf(deliveries);
    }

    private static Delivery published(String period, YearMonth from, YearMonth to, List<String> classes) {
        return new Delivery(REFERENCE + period, from, to, classes, Provenance.PUBLISHED_YEAR);
    }

    /** The police deliver on the 15th of the month that follows, or on Monday when that is in a weekend. */
    ZonedDateTime deliveredAt() {
        LocalDate day = to.plusMonths(1).atDay(DAY_OF_DELIVERY);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day.atTime(TIME_OF_DELIVERY).atZone(POLICE_TIME);
    }

    boolean covers(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }
}
