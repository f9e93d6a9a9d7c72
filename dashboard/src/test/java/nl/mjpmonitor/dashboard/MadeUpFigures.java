package nl.mjpmonitor.dashboard;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;

/** Made-up counts of every indicator up to a month, always the same, so that no page stays without figures. */
public final class MadeUpFigures {

    private static final YearMonth FIRST = YearMonth.of(PublishedFigures.FIRST_YEAR, 1);
    private static final YearMonth AFTER_PUBLISHED = YearMonth.of(2024, 1);
    private static final List<String> PLACES = List.of("BU09350000", "BU09350006", "BU09350503", PublishedFigures.REST);
    private static final int PROVISIONAL_MONTHS = 2;
    private static final int SEED = 2023;
    private static final int MOST = 9;

    private MadeUpFigures() {}

    /** Leaves {@link PublishedFigures} as they are, and goes on after them. */
    public static void fill(InMemoryWarehouse warehouse, IndicatorCatalogue catalogue, YearMonth last) {
        Random random = new Random(SEED);
        warehouse.cover(FIRST, last);
        for (Indicator indicator : catalogue.indicators()) {
            String id = indicator.id().value();
            YearMonth from = PublishedFigures.COUNTS.containsKey(id) ? AFTER_PUBLISHED : FIRST;
            for (YearMonth month = from; !month.isAfter(last); month = month.plusMonths(1)) {
                for (String place : PLACES) {
                    warehouse.add(id, place, month, random.nextInt(MOST));
                }
            }
            warehouse.heardFrom(indicator.source(), Instant.now());
        }
        for (int before = 0; before < PROVISIONAL_MONTHS; before++) {
            warehouse.markProvisional(last.minusMonths(before));
        }
    }
}
