package nl.mjpmonitor.dashboard.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.Population;
import nl.mjpmonitor.warehouse.comparisons.ChangeComparison;
import nl.mjpmonitor.warehouse.comparisons.FigureComparisons;
import nl.mjpmonitor.warehouse.comparisons.InhabitantRate;
import nl.mjpmonitor.warehouse.comparisons.PeriodComparator;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * The figures of one Maandbeeld.
 *
 * @param lines one an indicator, what deserves attention first
 * @param restatements what the sources state otherwise than when the last Maandbeeld was established, by indicator and month
 */
record ReviewFigures(List<ReviewLine> lines, List<Restatement> restatements) {

    ReviewFigures {
        lines = List.copyOf(lines);
        restatements = List.copyOf(restatements);
    }

    /**
     * Reads them out of the answers to {@link ReviewSubject#request}.
     *
     * @param indicators the indicators asked, in the order of the catalogue
     * @param signalled the indicators about which a signal is open
     */
    static ReviewFigures of(
            ReviewKey key,
            Collection<Indicator> indicators,
            List<IndicatorSeries> answers,
            Set<IndicatorId> signalled,
            Population population) {
        Map<IndicatorId, List<IndicatorSeries>> byIndicator = new HashMap<>();
        answers.forEach(series -> byIndicator
                .computeIfAbsent(series.request().indicator(), id -> new ArrayList<>())
                .add(series));
        List<IndicatorSeries> inhabitants = byIndicator.getOrDefault(FigureComparisons.INHABITANTS, List.of());
        List<ReviewLine> lines = new ArrayList<>();
        List<Restatement> restatements = new ArrayList<>();
        for (Indicator indicator : indicators) {
            List<IndicatorSeries> own = byIndicator.getOrDefault(indicator.id(), List.of());
            List<IndicatorSeries> all =
                    Stream.concat(own.stream(), inhabitants.stream()).toList();
            lines.add(line(key, indicator, all, own, signalled.contains(indicator.id()), population));
            restatements.addAll(restatements(indicator, own));
        }
        return new ReviewFigures(ReviewRanking.ranked(lines), restatements);
    }

    private static ReviewLine line(
            ReviewKey key,
            Indicator indicator,
            List<IndicatorSeries> all,
            List<IndicatorSeries> own,
            boolean hasSignal,
            Population population) {
        Map<Period, IndicatorPoint> now = points(own, SeriesRequest.LATEST);
        PeriodComparator comparator = new PeriodComparator(indicator);
        FigureComparisons comparisons = new FigureComparisons(
                indicator, key.area(), key.period(), FigureComparisons.BASE_YEAR, SeriesRequest.LATEST);
        ChangeComparison yearToDate = change(comparator, now, Period.yearToDate(key.month()));
        ChangeComparison rolling = change(comparator, now, Period.rollingYear(key.month()));
        return new ReviewLine(
                indicator,
                comparisons.answer(all),
                yearToDate,
                rolling,
                indicator.perInhabitants() ? rate(key, rolling.later(), population) : Optional.empty(),
                now.values().stream()
                        .filter(point -> point.period().grain() == key.period().grain())
                        .filter(point -> point.period()
                                .lastMonth()
                                .isAfter(key.month().minusMonths(ReviewSubject.COURSE_MONTHS)))
                        .toList(),
                hasSignal);
    }

    private static ChangeComparison change(
            PeriodComparator comparator, Map<Period, IndicatorPoint> points, Period period) {
        return comparator.change(required(points, period.sameLastYear()), required(points, period));
    }

    private static IndicatorPoint required(Map<Period, IndicatorPoint> points, Period period) {
        return Optional.ofNullable(points.get(period))
                .orElseThrow(() -> new IllegalArgumentException("Nothing was answered about " + period));
    }

    /** The twelve months by the inhabitants at their end, as far as they are known by then. */
    private static Optional<InhabitantRate> rate(ReviewKey key, IndicatorPoint rolling, Population population) {
        return population.atEndOf(key.area(), key.month()).map(people -> InhabitantRate.of(rolling, people));
    }

    private static Stream<Instant> earlierMoments(List<IndicatorSeries> own) {
        return own.stream()
                .map(series -> series.request().peildatum())
                .filter(moment -> !moment.equals(SeriesRequest.LATEST))
                .distinct();
    }

    private static List<Restatement> restatements(Indicator indicator, List<IndicatorSeries> own) {
        Map<Period, IndicatorPoint> now = points(own, SeriesRequest.LATEST);
        return earlierMoments(own)
                .flatMap(moment -> points(own, moment).values().stream())
                .flatMap(then -> Optional.ofNullable(now.get(then.period())).stream()
                        .filter(point -> differs(then.value(), point.value()))
                        .map(point -> new Restatement(indicator, then, point)))
                .toList();
    }

    /** Only what was known and is known can be restated. */
    private static boolean differs(IndicatorValue then, IndicatorValue now) {
        Optional<BigDecimal> before = number(then);
        Optional<BigDecimal> after = number(now);
        return before.isPresent() && after.isPresent() && before.get().compareTo(after.get()) != 0;
    }

    private static Optional<BigDecimal> number(IndicatorValue value) {
        return switch (value) {
            case IndicatorValue.Counted counted -> Optional.of(BigDecimal.valueOf(counted.count()));
            case IndicatorValue.Measured measured -> Optional.of(measured.value());
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ ->
                Optional.empty();
        };
    }

    private static Map<Period, IndicatorPoint> points(List<IndicatorSeries> own, Instant peildatum) {
        Map<Period, IndicatorPoint> points = new LinkedHashMap<>();
        own.stream()
                .filter(series -> series.request().peildatum().equals(peildatum))
                .flatMap(series -> series.points().stream())
                .forEach(point -> points.put(point.period(), point));
        return points;
    }

    Optional<ReviewLine> line(IndicatorId indicator) {
        return lines.stream()
                .filter(line -> line.indicator().id().equals(indicator))
                .findFirst();
    }

    List<ReviewLine> called() {
        return lines.stream().filter(line -> line.attention().isCalled()).toList();
    }

    List<ReviewLine> unknown() {
        return lines.stream()
                .filter(line -> line.figure().value() instanceof IndicatorValue.Unknown)
                .toList();
    }

    long provisionalCount() {
        return lines.stream()
                .filter(line -> isProvisional(line.figure().value()))
                .count();
    }

    private static boolean isProvisional(IndicatorValue value) {
        return switch (value) {
            case IndicatorValue.Counted counted -> counted.status() == ValueStatus.VOORLOPIG;
            case IndicatorValue.Measured measured -> measured.status() == ValueStatus.VOORLOPIG;
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ -> false;
        };
    }
}
