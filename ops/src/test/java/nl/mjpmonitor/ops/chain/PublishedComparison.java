package nl.mjpmonitor.ops.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Counted;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Measured;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.NotApplicable;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Suppressed;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Unknown;
import nl.mjpmonitor.warehouse.indicators.PercentageChange;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.published.Asked;
import nl.mjpmonitor.warehouse.published.PublishedFigure;
import nl.mjpmonitor.warehouse.published.PublishedFigure.Months;
import nl.mjpmonitor.warehouse.published.PublishedFigure.Question;
import nl.mjpmonitor.warehouse.published.PublishedFigures;

/** Asks the warehouse for every published figure, all in one call, and holds the answers against what was printed. */
final class PublishedComparison {

    private final IndicatorQuery query;
    private final List<PublishedFigure> figures;

    PublishedComparison(IndicatorQuery query, PublishedFigures published) {
        this.query = query;
        this.figures = published.figures();
    }

    /** What became of every row, in the order of the rows. */
    List<Outcome> outcomes() {
        List<SeriesRequest> requests =
                figures.stream().flatMap(PublishedComparison::requests).toList();
        List<IndicatorValue> answers = query.series(requests).stream()
                .map(IndicatorSeries::points)
                .map(points -> points.getFirst().value())
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        int next = 0;
        for (PublishedFigure figure : figures) {
            int count = (int) requests(figure).count();
            outcomes.add(outcome(figure, answers.subList(next, next + count)));
            next += count;
        }
        return outcomes;
    }

    private static Stream<SeriesRequest> requests(PublishedFigure figure) {
        return figure.question().stream()
                .flatMap(question -> question.areas().stream()
                        .flatMap(area -> periods(
                                        question.asked(), figure.months().orElseThrow())
                                .map(period -> request(question, area, period))));
    }

    private static SeriesRequest request(Question question, AreaCode area, Period period) {
        return SeriesRequest.latest(question.indicator(), area, period, period);
    }

    private static Stream<Period> periods(Asked asked, Months months) {
        Period firstYear = Period.year(months.first().getYear());
        return switch (asked) {
            case YEAR, LEVEL -> Stream.of(firstYear);
            case CHANGE -> Stream.of(firstYear, Period.year(months.last().getYear()));
            case SPAN -> Stream.of(Period.span(months.first(), months.last()));
            case RATIO -> Stream.of(months.isYear() ? firstYear : Period.span(months.first(), months.last()));
        };
    }

    private static Outcome outcome(PublishedFigure figure, List<IndicatorValue> answers) {
        return figure.question()
                .map(question -> question.asked() == Asked.CHANGE
                        ? change(figure, answers.getFirst(), answers.getLast())
                        : values(figure, answers))
                .orElseGet(() -> new Outcome(figure, Optional.empty()));
    }

    private static Outcome change(PublishedFigure figure, IndicatorValue base, IndicatorValue value) {
        OptionalInt change = PercentageChange.between(base, value);
        boolean isEqual = change.isPresent()
                && BigDecimal.valueOf(change.getAsInt())
                                .compareTo(figure.amount().orElseThrow())
                        == 0;
        String found = change.isPresent() ? change.getAsInt() + "%" : "geen percentage";
        return new Outcome(figure, Optional.of(isEqual ? Outcome.EQUAL : Outcome.difference(found)));
    }

    private static Outcome values(PublishedFigure figure, List<IndicatorValue> answers) {
        boolean isEqual = answers.stream().allMatch(answer -> isPrinted(figure, answer));
        String found = answers.stream().map(PublishedComparison::word).collect(Collectors.joining(", "));
        return new Outcome(figure, Optional.of(isEqual ? Outcome.EQUAL : Outcome.difference(found)));
    }

    /** Whether the answer, rounded as the figure was printed, is the figure. */
    private static boolean isPrinted(PublishedFigure figure, IndicatorValue answer) {
        return figure.amount()
                .map(printed -> number(answer)
                        .filter(number -> number.setScale(Math.max(0, printed.scale()), RoundingMode.HALF_UP)
                                        .compareTo(printed)
                                == 0)
                        .isPresent())
                .orElse(answer instanceof Unknown);
    }

    private static Optional<BigDecimal> number(IndicatorValue value) {
        return switch (value) {
            case Counted counted -> Optional.of(BigDecimal.valueOf(counted.count()));
            case Measured measured -> Optional.of(measured.value());
            case Unknown _, Suppressed _, NotApplicable _ -> Optional.empty();
        };
    }

    private static String word(IndicatorValue value) {
        return switch (value) {
            case Counted counted -> String.valueOf(counted.count());
            case Measured measured -> measured.value().toPlainString();
            case Unknown _ -> PublishedFigure.UNKNOWN;
            case Suppressed _ -> "afgeschermd";
            case NotApplicable _ -> "niet van toepassing";
        };
    }

    /**
     * What became of a row.
     *
     * @param verdict equal or the difference; empty for a row that is no figure
     */
    record Outcome(PublishedFigure figure, Optional<String> verdict) {

        static final String EQUAL = "gelijk";

        static String difference(String found) {
            return "anders: " + found;
        }

        boolean isDifferent() {
            return verdict.filter(word -> !word.equals(EQUAL)).isPresent();
        }

        /** The row in the report. */
        @Override
        public String toString() {
            String outcome = verdict.orElseGet(() ->
                    "geen cijfer (" + figure.statement().orElseThrow().reason().label() + "): " + figure.explanation());
            String value = Stream.of(figure.qualifier(), figure.value())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
            return "%3d  %s, %s: %s | %s".formatted(figure.number(), figure.label(), figure.period(), value, outcome);
        }
    }
}
