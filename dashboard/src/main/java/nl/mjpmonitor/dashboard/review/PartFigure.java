package nl.mjpmonitor.dashboard.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.comparisons.ChangeComparison;
import nl.mjpmonitor.warehouse.comparisons.PeriodComparator;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.statistics.Verdict;

/**
 * A topic in one part of the area.
 *
 * @param part the part
 * @param change the month against the same month of last year
 */
record PartFigure(Indicator indicator, Area part, ChangeComparison change) {

    boolean isUnusual() {
        Verdict verdict = change.judgement().verdict();
        return verdict == Verdict.UNUSUALLY_HIGH || verdict == Verdict.UNUSUALLY_LOW;
    }

    /** Out of the answers to {@link ReviewSubject#partsRequest}: by topic and then by part, what was not asked left out. */
    static List<PartFigure> of(ReviewKey key, List<Indicator> topics, List<Area> parts, List<IndicatorSeries> answers) {
        return topics.stream()
                .flatMap(topic -> parts.stream().flatMap(part -> figure(key, topic, part, answers)))
                .toList();
    }

    private static Stream<PartFigure> figure(ReviewKey key, Indicator topic, Area part, List<IndicatorSeries> answers) {
        Optional<IndicatorPoint> before =
                point(answers, topic, part.code(), key.period().sameLastYear());
        return point(answers, topic, part.code(), key.period()).stream()
                .flatMap(now -> before.stream()
                        .map(then -> new PartFigure(topic, part, new PeriodComparator(topic).change(then, now))));
    }

    private static Optional<IndicatorPoint> point(
            List<IndicatorSeries> answers, Indicator topic, AreaCode part, Period period) {
        return answers.stream()
                .filter(series -> series.request().indicator().equals(topic.id())
                        && series.request().area().equals(part))
                .flatMap(series -> series.points().stream())
                .filter(point -> point.period().equals(period))
                .findFirst();
    }
}
