package nl.mjpmonitor.warehouse.targets;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.Target;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * How it stands with the target of one indicator in one area, and what must be asked to know. A page gathers the {@link #requests()}
 * of all its figures, asks them in one go, and hands all answers to each {@link #answer}.
 *
 * @param indicator the indicator
 * @param area the area
 * @param baseYear the year before the programme: what a way to go starts from
 * @param lastMonth last month that has passed
 */
public record TargetQuestion(Indicator indicator, AreaCode area, int baseYear, YearMonth lastMonth) {

    /** The year before the MJP 2023-2026 began. */
    public static final int BEFORE_PROGRAMME = 2022;

    private static final int DECEMBER = 12;

    /** What must be asked; nothing when the target stands in words only. */
    public List<SeriesRequest> requests() {
        return Stream.of(years(), norm(), milestone()).flatMap(Optional::stream).toList();
    }

    /**
     * The judgement out of answers, among which are those to the requests; empty when no target was published.
     *
     * @throws IllegalArgumentException when the answer to one of the requests is missing
     */
    public Optional<TargetJudgement> answer(List<IndicatorSeries> answers) {
        Target target = indicator.target();
        TargetRule rule = new TargetRule(indicator, lastMonth);
        if (target instanceof Target.Heading heading) {
            return Optional.of(years().map(request -> points(answers, request))
                    .map(points -> rule.heading(heading.way(), points.get(0), points.subList(1, points.size())))
                    .orElseGet(rule::noWholeYear));
        }
        if (target instanceof Target.Norm wanted) {
            return Optional.of(norm().map(request ->
                            rule.norm(wanted, points(answers, request).get(0)))
                    .orElseGet(rule::onlyInWords));
        }
        if (target instanceof Target.Milestone wanted) {
            return Optional.of(milestone()
                    .map(request ->
                            rule.milestone(wanted, points(answers, request).get(0)))
                    .orElseGet(rule::onlyInWords));
        }
        return target instanceof Target.Criterion ? Optional.of(rule.onlyInWords()) : Optional.empty();
    }

    /** The year before the programme and the whole years since; empty as long as there are none. */
    private Optional<SeriesRequest> years() {
        int lastYear = lastMonth.getMonthValue() == DECEMBER ? lastMonth.getYear() : lastMonth.getYear() - 1;
        boolean isAsked = indicator.target() instanceof Target.Heading && lastYear > baseYear;
        return isAsked ? Optional.of(request(Period.year(baseYear), Period.year(lastYear))) : Optional.empty();
    }

    private Optional<SeriesRequest> norm() {
        return indicator.target() instanceof Target.Norm norm
                ? Period.parse(norm.period()).map(period -> request(period, period))
                : Optional.empty();
    }

    /** The year of the milestone, up to its month where the indicator is kept by month. */
    private Optional<SeriesRequest> milestone() {
        if (indicator.target() instanceof Target.Milestone milestone) {
            Period toDate = Period.yearToDate(milestone.by());
            Period asked = milestone.by().getMonthValue() == DECEMBER
                    ? new Period(PeriodGrain.YEAR, toDate.firstMonth())
                    : toDate;
            return indicator.isDefinedFor(asked) ? Optional.of(request(asked, asked)) : Optional.empty();
        }
        return Optional.empty();
    }

    private SeriesRequest request(Period from, Period to) {
        return SeriesRequest.latest(indicator.id(), area, from, to);
    }

    private static List<IndicatorPoint> points(List<IndicatorSeries> answers, SeriesRequest request) {
        return answers.stream()
                .filter(series -> series.request().equals(request))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing was asked about " + request))
                .points();
    }
}
