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
import nl.mjpmonitor.ops.sources.politiecijfers.Delivery.Status;

/**
 * When the police of the demo deliver what.
 *
 * <ul>
 *   <li>The classes of the published tables: one delivery for 2019-2022, then one a month to December 2023.
 *   <li>The classes of which no totals were published: one delivery a year, 2018-2023.
 *   <li>From 2024 on all classes: one a month, which restates the three months before.
 * </ul>
 */
final class DeliveryPlan {
    /** The first month without published totals. */
    static final YearMonth FIRST_INVENTED_MONTH = YearMonth.of(2024, 1);

    /** How many earlier months a monthly delivery states again. */
    static final int RESTATED_MONTHS = 3;

    private static final ZoneId POLICE_TIME = ZoneId.of("Europe/Amsterdam");
    private static final int DAY_OF_DELIVERY = 15;
    private static final LocalTime TIME_OF_DELIVERY = LocalTime.of(9, 30);
    private static final String REFERENCE = "DEMO-BVH-MAASTRICHT-";

    /** The month whose delivery was wrong: the police withdrew it and delivered again a week later. */
    private static final YearMonth DELIVERED_TWICE = YearMonth.of(2025, 3);

    private static final int DAYS_TO_SECOND_DELIVERY = 7;

    private DeliveryPlan() {}

    /** The deliveries that have come at the end of a day, in the order of what they cover. */
    static List<Delivery> until(LocalDate day) {
        List<Delivery> deliveries = new ArrayList<>();
        deliveries.addAll(ofPublishedTables());
        deliveries.addAll(ofSupplement());
        for (YearMonth month = FIRST_INVENTED_MONTH; month.isBefore(YearMonth.from(day)); month = month.plusMonths(1)) {
            deliveries.addAll(monthly(month, day));
        }
        return deliveries.stream()
                .filter(delivery -> !delivery.deliveredAt().toLocalDate().isAfter(day))
                .toList();
    }

    private static List<Delivery> ofPublishedTables() {
        List<String> classes = ClassGroup.classes(YearlyTotals.published().groupsIn(ClassGroup.load()));
        List<Delivery> deliveries = new ArrayList<>();
        deliveries.add(accepted(
                "2019-2022", YearMonth.of(2019, 1), YearMonth.of(2022, 12), classes, Provenance.PUBLISHED_YEAR));
        for (int month = 1; month <= 12; month++) {
            YearMonth period = YearMonth.of(2023, month);
            deliveries.add(accepted(period.toString(), period, period, classes, Provenance.PUBLISHED_YEAR));
        }
        return deliveries;
    }

    private static List<Delivery> ofSupplement() {
        YearlyTotals totals = YearlyTotals.supplement();
        List<String> classes = ClassGroup.classes(totals.groupsIn(ClassGroup.load()));
        return totals.years().stream()
                .map(year -> accepted(
                        "AANVULLING-" + year,
                        YearMonth.of(year, 1),
                        YearMonth.of(year, 12),
                        classes,
                        Provenance.DEMONSTRATION))
                .toList();
    }

    private static List<Delivery> monthly(YearMonth month, LocalDate day) {
        YearMonth restated = month.minusMonths(RESTATED_MONTHS);
        Delivery delivery = accepted(
                month.toString(),
                restated.isBefore(FIRST_INVENTED_MONTH) ? FIRST_INVENTED_MONTH : restated,
                month,
                ClassGroup.classes(ClassGroup.load()),
                Provenance.DEMONSTRATION);
        ZonedDateTime again = delivery.deliveredAt().plusDays(DAYS_TO_SECOND_DELIVERY);
        if (!month.equals(DELIVERED_TWICE) || again.toLocalDate().isAfter(day)) {
            return List.of(delivery);
        }
        return List.of(
                with(delivery, delivery.reference(), delivery.deliveredAt(), Status.WITHDRAWN),
                with(delivery, delivery.reference() + "-HERZIEN", again, Status.ACCEPTED));
    }

    private static Delivery accepted(
            String period, YearMonth from, YearMonth to, List<String> classes, Provenance provenance) {
        return new Delivery(REFERENCE + period, from, to, deliveredAt(to), Status.ACCEPTED, classes, provenance);
    }

    private static Delivery with(Delivery delivery, String reference, ZonedDateTime deliveredAt, Status status) {
        return new Delivery(
                reference,
                delivery.from(),
                delivery.to(),
                deliveredAt,
                status,
                delivery.policeClasses(),
                delivery.provenance());
    }

    /** The police deliver on the 15th of the month that follows, or on Monday when that is in a weekend. */
    private static ZonedDateTime deliveredAt(YearMonth last) {
        LocalDate day = last.plusMonths(1).atDay(DAY_OF_DELIVERY);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day.atTime(TIME_OF_DELIVERY).atZone(POLICE_TIME);
    }
}
