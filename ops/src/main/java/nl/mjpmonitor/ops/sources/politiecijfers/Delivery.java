package nl.mjpmonitor.ops.sources.politiecijfers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * One delivery by the police.
 *
 * @param reference its reference at the police
 * @param from first month it covers
 * @param to last month it covers
 */
record Delivery(String reference, YearMonth from, YearMonth to) {
    private static final ZoneId POLICE_TIME = ZoneId.of("Europe/Amsterdam");
    private static final int DAY_OF_DELIVERY = 15;
    private static final LocalTime TIME_OF_DELIVERY = LocalTime.of(9, 30);
    private static final String REFERENCE = "DEMO-BVH-MAASTRICHT-";

    /** The deliveries of the demo: one for 2019-2022, then one a month. */
    static List<Delivery> plan() {
        List<Delivery> deliveries = new ArrayList<>();
        deliveries.add(new Delivery(REFERENCE + "2019-2022", YearMonth.of(2019, 1), YearMonth.of(2022, 12)));
        for (int month = 1; month <= 12; month++) {
            YearMonth period = YearMonth.of(2023, month);
            deliveries.add(new Delivery(REFERENCE + period, period, period));
        }
        return List.copyOf(deliveries);
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
