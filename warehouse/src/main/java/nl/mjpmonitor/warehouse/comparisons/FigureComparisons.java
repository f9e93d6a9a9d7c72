package nl.mjpmonitor.warehouse.comparisons;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * All comparisons of one figure, and what must be asked for them. A page gathers the {@link #requests()} of all its figures, asks
 * them in one go, and hands all answers to each {@link #answer}.
 *
 * @param indicator the indicator
 * @param area the area
 * @param period the period whose figure is compared; the same kinds of comparison hold for a year, quarter or month, for a year to
 *     date (against last year's) and for a rolling year
 * @param baseYear the first year of the comparisons, 2019 in the programme
 * @param peildatum reference date
 */
public record FigureComparisons(Indicator indicator, AreaCode area, Period period, int baseYear, Instant peildatum) {

    /** The indicator of the number of inhabitants. */
    public static final IndicatorId INHABITANTS = new IndicatorId("inwoners");

    /** The year against which the programme sets its figures. */
    public static final int BASE_YEAR = 2019;

    /**
     * The comparisons.
     *
     * @param figure the figure itself
     * @param previous against the period before; of a year to date against that of last year
     * @param lastYear against the same period of last year
     * @param base against the same period of the base year
     * @param mean against the mean of the same period from the base year on
     * @param meanWithoutExceptional the same without the exceptional years
     * @param rate for each 10,000 inhabitants; empty where that is not meaningful
     */
    public record Answer(
            IndicatorPoint figure,
            ChangeComparison previous,
            ChangeComparison lastYear,
            ChangeComparison base,
            MeanComparison mean,
            MeanComparison meanWithoutExceptional,
            Optional<InhabitantRate> rate) {}

    /** What must be asked. */
    public List<SeriesRequest> requests() {
        Stream<SeriesRequest> own = periods().stream().map(one -> request(indicator.id(), one));
        return indicator.perInhabitants()
                ? Stream.concat(own, Stream.of(request(INHABITANTS, period))).toList()
                : own.toList();
    }

    /**
     * The comparisons out of answers, among which are those to the requests.
     *
     * @throws IllegalArgumentException when the answer to one of the requests is missing
     */
    public Answer answer(List<IndicatorSeries> answers) {
        PeriodComparator comparator = new PeriodComparator(indicator);
        IndicatorPoint figure = point(answers, indicator.id(), period);
        List<IndicatorPoint> earlier = earlierYears().stream()
                .map(one -> point(answers, indicator.id(), one))
                .toList();
        return new Answer(
                figure,
                comparator.change(point(answers, indicator.id(), period.previous()), figure),
                comparator.change(point(answers, indicator.id(), period.sameLastYear()), figure),
                comparator.change(point(answers, indicator.id(), inBaseYear()), figure),
                comparator.againstMean(earlier, figure, EarlierYears.ALL),
                comparator.againstMean(earlier, figure, EarlierYears.WITHOUT_EXCEPTIONAL),
                indicator.perInhabitants()
                        ? Optional.of(InhabitantRate.of(figure, point(answers, INHABITANTS, period)))
                        : Optional.empty());
    }

    private Set<Period> periods() {
        Set<Period> periods = new TreeSet<>(earlierYears());
        periods.addAll(List.of(period, period.previous(), period.sameLastYear(), inBaseYear()));
        return periods;
    }

    private Period inBaseYear() {
        return period.plusYears(baseYear - (long) period.lastMonth().getYear());
    }

    /** The same period in every year from the base year up to last year, as far as they do not overlap the period itself. */
    private List<Period> earlierYears() {
        int years = period.lastMonth().getYear() - baseYear;
        return IntStream.rangeClosed(1, Math.max(0, years))
                .mapToObj(back -> period.plusYears(-back))
                .filter(earlier -> !earlier.overlaps(period))
                .toList();
    }

    private SeriesRequest request(IndicatorId asked, Period one) {
        return new SeriesRequest(asked, area, one, one, peildatum);
    }

    private IndicatorPoint point(List<IndicatorSeries> answers, IndicatorId asked, Period one) {
        return answers.stream()
                .filter(series -> series.request().indicator().equals(asked)
                        && series.request().area().equals(area)
                        && series.request().peildatum().equals(peildatum))
                .flatMap(series -> series.points().stream())
                .filter(point -> point.period().equals(one))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing was asked about " + asked + " of " + one));
    }
}
