package nl.mjpmonitor.warehouse.targets;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.comparisons.ChangeComparison;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.comparisons.PeriodComparator;
import nl.mjpmonitor.warehouse.indicators.Direction;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Margin;
import nl.mjpmonitor.warehouse.indicators.Target;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.statistics.Verdict;

/**
 * When a target is met.
 *
 * <ul>
 *   <li>A way to go: each whole year of the programme is compared with the year before it. Only a difference that chance does not
 *       explain counts as going down or up: by the exact test for counts, by margins that do not overlap for a survey. To hold is not to
 *       go the wrong way.
 *   <li>A norm: the value of its period. It is decided before the period is over only when nothing can change it any more.
 *   <li>A milestone: whether anything was counted in its year up to its month. Something counted does not prove that it is what the
 *       milestone asks for, so that stays undecided.
 * </ul>
 */
final class TargetRule {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    /** What a year says about the way to go. */
    private enum Course {
        RIGHT,
        WRONG,
        CHANCE,
        NOT_SAID
    }

    private final Indicator indicator;
    private final YearMonth lastMonth;

    TargetRule(Indicator indicator, YearMonth lastMonth) {
        this.indicator = indicator;
        this.lastMonth = lastMonth;
    }

    TargetJudgement onlyInWords() {
        return undecided(
                "Dit doel staat alleen in woorden. Een cijfer zegt niet of het is gehaald.",
                "This target stands in words only. A figure does not tell whether it is met.");
    }

    TargetJudgement noWholeYear() {
        return undecided(
                "Er is nog geen heel jaar van het programma voorbij.",
                "No whole year of the programme has passed yet.");
    }

    /**
     * Judges a way to go.
     *
     * @param base the year before the programme
     * @param years the whole years since, oldest first
     */
    TargetJudgement heading(Target.Way way, IndicatorPoint base, List<IndicatorPoint> years) {
        PeriodComparator comparator = new PeriodComparator(indicator);
        Map<Course, Set<Integer>> courses = new EnumMap<>(Course.class);
        Optional<ChangeComparison> newest = Optional.empty();
        for (IndicatorPoint year : years) {
            ChangeComparison change = comparator.change(base, year);
            Course course = course(way, change);
            courses.computeIfAbsent(course, any -> new LinkedHashSet<>())
                    .add(year.period().year());
            newest = course == Course.NOT_SAID ? newest : Optional.of(change);
        }
        return newest.map(change -> new TargetJudgement(verdict(way, courses), reason(change, courses)))
                .orElseGet(() -> notComparable(base, years, comparator));
    }

    private static TargetVerdict verdict(Target.Way way, Map<Course, Set<Integer>> courses) {
        boolean isRight = courses.containsKey(Course.RIGHT);
        boolean isWrong = courses.containsKey(Course.WRONG);
        boolean isChance = courses.containsKey(Course.CHANCE);
        if (isWrong && !isRight && !isChance) {
            return TargetVerdict.NOT_MET;
        }
        if (way == Target.Way.HOLD) {
            return isWrong ? TargetVerdict.MIXED : TargetVerdict.MET;
        }
        if (isRight && !isWrong && !isChance) {
            return TargetVerdict.MET;
        }
        return isRight || isWrong ? TargetVerdict.MIXED : TargetVerdict.UNDECIDED;
    }

    private Course course(Target.Way way, ChangeComparison change) {
        Verdict verdict = change.judgement().verdict();
        if (verdict == Verdict.UNUSUALLY_HIGH) {
            return rising(way, true);
        }
        if (verdict == Verdict.UNUSUALLY_LOW) {
            return rising(way, false);
        }
        if (verdict == Verdict.WITHIN_CHANCE) {
            return Course.CHANCE;
        }
        return byMargins(way, change);
    }

    /** Of a survey: figures whose margins do not overlap differ. */
    private Course byMargins(Target.Way way, ChangeComparison change) {
        Optional<Margin> before = change.base().marks().margin();
        Optional<Margin> after = change.later().marks().margin();
        if (change.outcome() instanceof Outcome.None || before.isEmpty() || after.isEmpty()) {
            return Course.NOT_SAID;
        }
        if (after.get().lower().compareTo(before.get().upper()) > 0) {
            return rising(way, true);
        }
        return after.get().upper().compareTo(before.get().lower()) < 0 ? rising(way, false) : Course.CHANCE;
    }

    private Course rising(Target.Way way, boolean isRise) {
        Target.Way wanted = way == Target.Way.HOLD ? favourable() : way;
        return isRise == (wanted == Target.Way.UP) ? Course.RIGHT : Course.WRONG;
    }

    /** To hold is to stay as good; where nothing is favourable, more of it. */
    private Target.Way favourable() {
        return indicator.direction() == Direction.LOWER_IS_BETTER ? Target.Way.DOWN : Target.Way.UP;
    }

    private static LocalizedText reason(ChangeComparison newest, Map<Course, Set<Integer>> courses) {
        int base = newest.base().period().year();
        int year = newest.later().period().year();
        String nl = year + ": " + text(newest.later(), DUTCH) + "; " + base + ", voor het programma: "
                + text(newest.base(), DUTCH) + ".";
        String en = year + ": " + text(newest.later(), Locale.ENGLISH) + "; " + base + ", before the programme: "
                + text(newest.base(), Locale.ENGLISH) + ".";
        return new LocalizedText(
                nl
                        + said(courses, Course.RIGHT, " De goede kant op: ")
                        + said(courses, Course.WRONG, " De verkeerde kant op: ")
                        + said(courses, Course.CHANCE, " Niet meer verschil dan door toeval: "),
                en
                        + said(courses, Course.RIGHT, " The right way: ")
                        + said(courses, Course.WRONG, " The wrong way: ")
                        + said(courses, Course.CHANCE, " No more difference than by chance: "));
    }

    private static String said(Map<Course, Set<Integer>> courses, Course course, String start) {
        Set<Integer> years = courses.getOrDefault(course, Set.of());
        return years.isEmpty()
                ? ""
                : start + years.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".";
    }

    /** Why no year says anything: the reason of the newest one. */
    private static TargetJudgement notComparable(
            IndicatorPoint base, List<IndicatorPoint> years, PeriodComparator comparator) {
        Outcome newest = comparator.change(base, years.get(years.size() - 1)).outcome();
        return newest instanceof Outcome.None none
                ? new TargetJudgement(TargetVerdict.UNDECIDED, none.reason().sentence())
                : undecided(
                        "Hoeveel toeval er in deze cijfers zit, is niet bekend.",
                        "How much chance there is in these figures is not known.");
    }

    TargetJudgement norm(Target.Norm norm, IndicatorPoint point) {
        Optional<BigDecimal> value = value(point);
        if (value.isEmpty()) {
            return notKnown(point);
        }
        boolean isOver = isOver(point.period());
        boolean isAtLeast = norm.comparison() == Target.Comparison.AT_LEAST;
        int compared = value.get().compareTo(norm.value());
        boolean holds = isAtLeast ? compared >= 0 : compared <= 0;
        // what is counted only grows while the period goes on
        boolean isFinal = isOver || (isCount(point) && holds == isAtLeast);
        TargetVerdict verdict = !isFinal ? TargetVerdict.UNDECIDED : holds ? TargetVerdict.MET : TargetVerdict.NOT_MET;
        return new TargetJudgement(
                verdict,
                new LocalizedText(
                        point.period().label(DUTCH) + ": " + text(point, DUTCH) + ". Afgesproken is "
                                + (isAtLeast ? "ten minste " : "ten hoogste ") + number(norm.value(), DUTCH) + "."
                                + (isOver ? "" : " De periode is nog niet voorbij."),
                        point.period().label(Locale.ENGLISH) + ": " + text(point, Locale.ENGLISH) + ". Agreed is "
                                + (isAtLeast ? "at least " : "at most ") + number(norm.value(), Locale.ENGLISH) + "."
                                + (isOver ? "" : " The period is not over yet.")));
    }

    TargetJudgement milestone(Target.Milestone milestone, IndicatorPoint point) {
        Optional<BigDecimal> value = value(point);
        if (value.isEmpty()) {
            return notKnown(point);
        }
        if (value.get().signum() > 0) {
            return undecided(
                    point.period().label(DUTCH) + ": " + text(point, DUTCH)
                            + ". Of deze mijlpaal daarbij is, zegt het cijfer niet.",
                    point.period().label(Locale.ENGLISH) + ": " + text(point, Locale.ENGLISH)
                            + ". Whether this milestone is among them, the figure does not tell.");
        }
        return isOver(point.period())
                ? new TargetJudgement(
                        TargetVerdict.NOT_MET,
                        new LocalizedText(
                                "Er is niets geteld tot en met " + month(milestone, DUTCH) + ".",
                                "Nothing was counted up to and including " + month(milestone, Locale.ENGLISH) + "."))
                : undecided(
                        "Er is nog niets geteld. De tijd is nog niet om.",
                        "Nothing has been counted yet. The time is not up yet.");
    }

    private static String month(Target.Milestone milestone, Locale locale) {
        return Period.month(milestone.by().getYear(), milestone.by().getMonthValue())
                .label(locale);
    }

    private boolean isOver(Period period) {
        return !period.lastMonth().isAfter(lastMonth);
    }

    private static TargetJudgement notKnown(IndicatorPoint point) {
        if (point.value() instanceof IndicatorValue.Suppressed) {
            return undecided("Het cijfer is zo klein dat het niet wordt gegeven.", "The figure is too small to give.");
        }
        return undecided(
                "Het cijfer van " + point.period().label(DUTCH) + " is niet bekend.",
                "The figure of " + point.period().label(Locale.ENGLISH) + " is not known.");
    }

    private static TargetJudgement undecided(String nl, String en) {
        return new TargetJudgement(TargetVerdict.UNDECIDED, new LocalizedText(nl, en));
    }

    private static boolean isCount(IndicatorPoint point) {
        return point.value() instanceof IndicatorValue.Counted;
    }

    private static Optional<BigDecimal> value(IndicatorPoint point) {
        if (point.value() instanceof IndicatorValue.Counted counted) {
            return Optional.of(BigDecimal.valueOf(counted.count()));
        }
        return point.value() instanceof IndicatorValue.Measured measured
                ? Optional.of(measured.value())
                : Optional.empty();
    }

    private static String text(IndicatorPoint point, Locale locale) {
        return value(point).map(value -> number(value, locale)).orElse("?");
    }

    private static String number(BigDecimal value, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }
}
