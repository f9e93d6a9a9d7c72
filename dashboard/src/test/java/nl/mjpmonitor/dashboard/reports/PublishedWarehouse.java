package nl.mjpmonitor.dashboard.reports;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.warehouse.published.Asked;
import nl.mjpmonitor.warehouse.published.PublishedFigure;
import nl.mjpmonitor.warehouse.published.PublishedFigures;

/** Fills a warehouse in memory with what the municipality published, out of the reference file of the catalogue. */
public final class PublishedWarehouse {

    static final String MUNICIPALITY = "GM0935";
    static final String ANY_AREA = "BU09350006";

    private PublishedWarehouse() {}

    /** The figures of the reference file that are about the whole municipality and are whole numbers, or unknown. */
    static List<PublishedFigure> figures() {
        return PublishedFigures.load().figures().stream()
                .filter(figure ->
                        figure.question().isPresent() && figure.months().isPresent())
                .filter(figure -> figure.question()
                        .orElseThrow()
                        .areas()
                        .getFirst()
                        .value()
                        .equals(MUNICIPALITY))
                .filter(figure -> figure.amount()
                        .map(amount -> amount.stripTrailingZeros().scale() <= 0)
                        .orElse(figure.value().equals(PublishedFigure.UNKNOWN)))
                .toList();
    }

    /** Years stand in their first month; what a span has beyond its years in its last. */
    public static void fill(InMemoryWarehouse warehouse) {
        warehouse.cover(YearMonth.of(2017, 1), YearMonth.of(2026, 12));
        figures().stream()
                .filter(figure -> figure.question().orElseThrow().asked() != Asked.CHANGE)
                .sorted(Comparator.comparing(
                        figure -> !figure.months().orElseThrow().isYear()))
                .forEach(figure -> fill(warehouse, figure));
    }

    private static void fill(InMemoryWarehouse warehouse, PublishedFigure figure) {
        PublishedFigure.Months months = figure.months().orElseThrow();
        String indicator = figure.question().orElseThrow().indicator().value();
        if (figure.value().equals(PublishedFigure.UNKNOWN)) {
            warehouse.leaveUnknown(indicator, ANY_AREA, months.first());
        } else if (months.isYear()) {
            warehouse.add(indicator, ANY_AREA, months.first(), amount(figure));
        } else {
            long inYears = figures().stream()
                    .filter(other ->
                            other.question().orElseThrow().indicator().value().equals(indicator))
                    .filter(other -> other.question().orElseThrow().asked() != Asked.CHANGE)
                    .filter(other -> other.months().orElseThrow().isYear())
                    .filter(other -> !other.months().orElseThrow().first().isBefore(months.first())
                            && !other.months().orElseThrow().last().isAfter(months.last()))
                    .mapToLong(PublishedWarehouse::amount)
                    .sum();
            warehouse.add(indicator, ANY_AREA, months.last(), amount(figure) - inYears);
        }
    }

    private static long amount(PublishedFigure figure) {
        return figure.amount().orElseThrow().longValueExact();
    }
}
