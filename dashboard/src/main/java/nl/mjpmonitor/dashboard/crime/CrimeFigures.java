package nl.mjpmonitor.dashboard.crime;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * The figures of one area.
 *
 * @param byYear points by year of each indicator
 * @param byMonth points by month of each indicator
 * @param trends points by year of each indicator, up to the last that is known
 */
record CrimeFigures(
        Map<IndicatorId, List<IndicatorPoint>> byYear,
        Map<IndicatorId, List<IndicatorPoint>> byMonth,
        Map<IndicatorId, List<IndicatorPoint>> trends) {

    static CrimeFigures of(List<IndicatorSeries> series) {
        return new CrimeFigures(
                points(series, Period.year(CrimeSubject.FIRST_YEAR), Period.year(CrimeSubject.LAST_YEAR)),
                points(series, Period.month(CrimeSubject.FIRST_YEAR, 1), Period.month(CrimeSubject.LAST_YEAR, 12)),
                trends(series));
    }

    /**
     * The years of each indicator as far as anything asks them. The years of the tables are always among them; of later ones those
     * at the end of which nothing is known are left off.
     */
    private static Map<IndicatorId, List<IndicatorPoint>> trends(List<IndicatorSeries> series) {
        Map<IndicatorId, List<IndicatorPoint>> trends = new LinkedHashMap<>();
        series.stream()
                .filter(one -> one.request().from().equals(Period.year(CrimeSubject.FIRST_YEAR)))
                .sorted(Comparator.comparing(one -> one.request().to()))
                .forEach(one -> trends.put(one.request().indicator(), known(one.points())));
        return trends;
    }

    private static List<IndicatorPoint> known(List<IndicatorPoint> points) {
        int end = points.size();
        while (end > 0
                && points.get(end - 1).period().year() > CrimeSubject.LAST_YEAR
                && FigureWords.number(points.get(end - 1).value()).isEmpty()) {
            end--;
        }
        return points.subList(0, end);
    }

    /** Of the answers those to the questions of the tables; the panels of the theme ask other periods. */
    private static Map<IndicatorId, List<IndicatorPoint>> points(
            List<IndicatorSeries> series, Period first, Period last) {
        Map<IndicatorId, List<IndicatorPoint>> points = new LinkedHashMap<>();
        series.stream()
                .filter(one ->
                        one.request().from().equals(first) && one.request().to().equals(last))
                .forEach(one -> points.put(one.request().indicator(), one.points()));
        return points;
    }

    List<IndicatorPoint> years(IndicatorId indicator) {
        return byYear.getOrDefault(indicator, List.of());
    }

    /** From the first year of the tables to the last that is known. */
    List<IndicatorPoint> trend(IndicatorId indicator) {
        return trends.getOrDefault(indicator, List.of());
    }

    List<IndicatorPoint> months(IndicatorId indicator) {
        return byMonth.getOrDefault(indicator, List.of());
    }

    /** Whether not a single figure is known. */
    boolean isEmpty() {
        return byYear.values().stream().noneMatch(CrimeFigures::hasCounted)
                && byMonth.values().stream().noneMatch(CrimeFigures::hasCounted);
    }

    static boolean hasCounted(List<IndicatorPoint> points) {
        return points.stream().anyMatch(point -> point.value() instanceof IndicatorValue.Counted);
    }
}
