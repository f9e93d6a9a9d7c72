package nl.mjpmonitor.dashboard.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.duiding.Duiding;
import nl.mjpmonitor.dashboard.duiding.DuidingVersion;
import nl.mjpmonitor.dashboard.figures.Change;
import nl.mjpmonitor.dashboard.figures.FigureText;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.warehouse.calendar.HotTime;
import nl.mjpmonitor.warehouse.comparisons.ChangeComparison;
import nl.mjpmonitor.warehouse.comparisons.InhabitantRate;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.periods.Period;

/** What the Maandbeeld says, in one language: the same on the page, on the screens, on paper and in what is established. */
final class ReviewWords {

    /** The most signals that are gone through one by one. */
    static final int MOST_SIGNALS = 7;

    private static final int NAMES = 5;

    private final FigureWords words;

    ReviewWords(FigureWords words) {
        this.words = words;
    }

    /**
     * Something that asks for attention.
     *
     * @param indicator the indicator it is about, if any
     */
    record Called(Optional<Indicator> indicator, String sentence) {}

    FigureWords words() {
        return words;
    }

    String text(String key, Object... parameters) {
        return words.text(key, parameters);
    }

    /** oktober 2026 */
    String month(YearMonth month) {
        return words.format().month(month.getMonthValue()) + " " + month.getYear();
    }

    /** 15 nov. 2026 */
    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", words.locale()).format(day);
    }

    String period(Period period) {
        return period.label(words.locale());
    }

    String name(Indicator indicator) {
        return indicator.name().in(words.locale());
    }

    String value(IndicatorPoint point) {
        return words.value(point.value()).text();
    }

    /** Fietsdiefstal: 41 in oktober 2026, ongewoon hoog */
    String finding(ReviewLine line) {
        String key = line.isKnown() ? "review.finding" : "review.finding.none";
        return text(
                key,
                name(line.indicator()),
                value(line.figure()),
                period(line.figure().period()),
                line.judgement().word(words.locale()));
    }

    String sentence(ReviewLine line) {
        return line.judgement().sentence(words.locale());
    }

    /** +26 (16%), van 1 naar 4 (+3), or why there is no difference. */
    FigureText change(ChangeComparison change) {
        Optional<Change> counts =
                Change.between(change.base().value(), change.later().value());
        return switch (change.outcome()) {
            case Outcome.Change(BigDecimal difference, int percent) ->
                counts.filter(Change::isSmall).isPresent()
                        ? words.difference(counts)
                        : new FigureText(
                                        text(
                                                "review.change",
                                                signed(difference),
                                                words.format().percentage(percent)),
                                        FigureText.Tone.NUMBER)
                                .writing(difference);
            case Outcome.DifferenceOnly(BigDecimal difference, var _) ->
                counts.isPresent()
                        ? words.difference(counts)
                        : new FigureText(signed(difference), FigureText.Tone.NUMBER).writing(difference);
            case Outcome.Amount(BigDecimal amount) ->
                new FigureText(words.format().inColumn(amount), FigureText.Tone.NUMBER).writing(amount);
            case Outcome.None(var reason) ->
                new FigureText(text("review.no-change." + reason), FigureText.Tone.NOT_APPLICABLE);
        };
    }

    private String signed(BigDecimal difference) {
        String digits = words.format().decimal(difference);
        return difference.signum() > 0 ? "+" + digits : digits;
    }

    FigureText rate(Optional<InhabitantRate> rate) {
        return rate.map(known -> switch (known.outcome()) {
                    case Outcome.Amount(BigDecimal amount) ->
                        new FigureText(words.format().inColumn(amount), FigureText.Tone.NUMBER).writing(amount);
                    case Outcome.None(var reason) ->
                        new FigureText(text("review.no-change." + reason), FigureText.Tone.NOT_APPLICABLE);
                    case Outcome.Change _, Outcome.DifferenceOnly _ ->
                        throw new IllegalStateException("A rate is no change");
                })
                .orElseGet(() -> new FigureText(text("figure.not-applicable"), FigureText.Tone.NOT_APPLICABLE));
    }

    /** Why it stands where it stands; empty when there is nothing to remark. */
    String attention(ReviewLine line) {
        List<String> reasons = new ArrayList<>();
        if (line.hasSignal()) {
            reasons.add(text("review.attention.SIGNAL"));
        }
        if (line.isKnown() && line.isTargetMissed()) {
            reasons.add(text("review.attention.TARGET_MISSED"));
        }
        return String.join(", ", reasons);
    }

    /** What must be known about the figures before they are spoken about. */
    List<String> data(Review review) {
        ReviewFigures figures = review.figures();
        List<String> sentences = new ArrayList<>();
        List<ReviewLine> unknown = figures.unknown();
        sentences.add(text(
                unknown.isEmpty() ? "review.data.complete" : "review.data.known",
                count(figures.lines().size() - unknown.size()),
                count(figures.lines().size()),
                month(review.key().month())));
        bySource(unknown)
                .forEach((source, names) ->
                        sentences.add(text("review.data.unknown", text("source." + source), names(names))));
        if (figures.provisionalCount() > 0) {
            sentences.add(text("review.data.provisional", count(figures.provisionalCount())));
        }
        sentences.addAll(restated(review));
        return sentences;
    }

    private static Map<String, List<ReviewLine>> bySource(List<ReviewLine> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.indicator().source(), LinkedHashMap::new, Collectors.toList()));
    }

    private String names(List<ReviewLine> lines) {
        String first =
                lines.stream().limit(NAMES).map(line -> name(line.indicator())).collect(Collectors.joining(", "));
        return lines.size() > NAMES ? text("review.and-more", first, count(lines.size() - NAMES)) : first;
    }

    private List<String> restated(Review review) {
        List<Restatement> restatements = review.figures().restatements();
        if (review.papers().lastTime().isEmpty()) {
            return List.of(text("review.data.no-last-time"));
        }
        if (restatements.isEmpty()) {
            return List.of(text("review.data.not-restated"));
        }
        List<String> sentences = new ArrayList<>();
        restatements.stream()
                .limit(MOST_SIGNALS)
                .map(restatement -> text(
                        "review.data.restated",
                        name(restatement.indicator()),
                        period(restatement.now().period()),
                        value(restatement.then()),
                        value(restatement.now())))
                .forEach(sentences::add);
        if (restatements.size() > MOST_SIGNALS) {
            sentences.add(text("review.data.restated.more", count(restatements.size() - MOST_SIGNALS)));
        }
        return sentences;
    }

    /** What asks for attention, most first: open signals, then figures that are unusual or miss their target. */
    List<Called> called(Review review) {
        List<Called> all = new ArrayList<>();
        ReviewFigures figures = review.figures();
        review.signals()
                .forEach(signal -> all.add(new Called(
                        signal.indicator().flatMap(figures::line).map(ReviewLine::indicator), signal.sentence())));
        figures.called().stream()
                .filter(line -> line.attention() != Attention.SIGNAL)
                .forEach(line -> all.add(new Called(Optional.of(line.indicator()), calledSentence(line))));
        return all;
    }

    private String calledSentence(ReviewLine line) {
        return line.attention() == Attention.TARGET_MISSED
                ? text(
                        "review.called.target",
                        name(line.indicator()),
                        line.indicator().target().text().in(words.locale()),
                        line.yearToDate().judgement().sentence(words.locale()))
                : text("review.called", name(line.indicator()), sentence(line));
    }

    /** The line below the ones that are gone through; empty when there are no more. */
    String rest(List<Called> called) {
        List<Called> more = called.stream().skip(MOST_SIGNALS).toList();
        if (more.isEmpty()) {
            return "";
        }
        String names = more.stream()
                .flatMap(one -> one.indicator().stream())
                .distinct()
                .limit(NAMES)
                .map(this::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? text("review.signals.rest.elsewhere", count(more.size()))
                : text("review.signals.rest", count(more.size()), names);
    }

    /** The parts in which a topic is unusual, as sentences. */
    List<String> unusualParts(Review review) {
        return review.parts().stream()
                .filter(PartFigure::isUnusual)
                .map(part -> text(
                        "review.part",
                        part.part().name(),
                        name(part.indicator()),
                        value(part.change().later()),
                        value(part.change().base()),
                        part.change().judgement().word(words.locale())))
                .toList();
    }

    List<String> outlook(Review review) {
        return review.outlook().stream().map(this::hotTime).toList();
    }

    private String hotTime(HotTime time) {
        String when = time.firstDay().equals(time.lastDay())
                ? day(time.firstDay())
                : text("review.outlook.range", day(time.firstDay()), day(time.lastDay()));
        return text(time.isDemonstration() ? "review.outlook.demo" : "review.outlook.time", time.name(), when);
    }

    /** The duiding of the month of an indicator, each with the role of its author. */
    List<String> duidingen(Review review, Indicator indicator) {
        return review.papers().about(indicator.id()).stream().map(this::duiding).toList();
    }

    private String duiding(Duiding duiding) {
        DuidingVersion version = duiding.established().orElseGet(duiding::current);
        return text(
                "review.duiding",
                version.text(),
                text("role." + duiding.written(version).authorRole()),
                text("duiding.state." + version.state()));
    }

    String partsCaption(ReviewLine topic) {
        return text(
                "review.parts.caption",
                name(topic.indicator()),
                period(topic.figure().period()));
    }

    /** What the letters beside the figures mean; empty when there are none. */
    String markKey(List<ReviewLine> lines) {
        Set<PointMark> marks = EnumSet.noneOf(PointMark.class);
        lines.forEach(line -> {
            marks.addAll(PointMark.of(line.figure()));
            marks.addAll(PointMark.of(line.month().lastYear().base()));
            marks.addAll(PointMark.of(line.yearToDate().later()));
            marks.addAll(PointMark.of(line.yearToDate().base()));
            marks.addAll(PointMark.of(line.rolling().later()));
            marks.addAll(PointMark.of(line.rolling().base()));
        });
        return marks.stream()
                .map(mark -> mark.letter() + " = " + text(mark.textKey()))
                .collect(Collectors.joining(" · "));
    }

    String count(long count) {
        return words.format().count(count);
    }
}
