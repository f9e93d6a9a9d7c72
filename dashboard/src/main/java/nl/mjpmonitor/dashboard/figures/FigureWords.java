package nl.mjpmonitor.dashboard.figures;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import nl.mjpmonitor.dashboard.figures.FigureText.Tone;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Inhabitants;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.Unit;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;

/** How figures and changes are said, in the language of one reader. */
public final class FigureWords {

    /** Marks a percentage of a small base. */
    public static final String SMALL_MARK = "*";

    private final Texts texts;
    private final Locale locale;
    private final FigureFormat format;

    public FigureWords(Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
        this.format = new FigureFormat(locale);
    }

    public FigureFormat format() {
        return format;
    }

    public Locale locale() {
        return locale;
    }

    public String text(String key, Object... parameters) {
        return texts.getTranslation(key, locale, parameters);
    }

    /** The unit in words. */
    public String unit(Unit unit) {
        return unit.label().in(locale);
    }

    /**
     * The unit as a word behind a number: '13 casussen'. Empty where the name of the figure says all, as it does of a number without
     * more ('aantal'), of a mark and of a ratio.
     */
    public String unitBehind(Unit unit) {
        return switch (unit) {
            case AANTAL, CIJFER, VERHOUDING -> "";
            case CASUSSEN,
                    LOCATIES,
                    CONTROLES,
                    INTERVENTIES,
                    SIGNALEN,
                    MELDINGEN,
                    GESPREKKEN,
                    PERSONEN,
                    DAGEN,
                    PROCENT,
                    PER_10000,
                    EURO,
                    UREN -> unit(unit);
        };
    }

    /** The name of an indicator with its unit in brackets, unless the name says it. */
    public String nameWithUnit(String name, Unit unit) {
        String said = unit(unit);
        return name.toLowerCase(locale).contains(said) ? name : name + " (" + said + ")";
    }

    /** A value within a sentence, with its unit behind it where that makes sense: '13 casussen', '1', 'onbekend'. */
    public String amount(IndicatorValue value, Unit unit) {
        String said = value(value).text();
        boolean isOneThing = value instanceof IndicatorValue.Counted(long count, var _) && count == 1;
        String behind = number(value).isEmpty() || isOneThing ? "" : unitBehind(unit);
        return behind.isEmpty() ? said : said + "\u00a0" + behind;
    }

    /** How many inhabitants, on which day and by whose count: '125.305 inwoners op 1 jan 2024 (bron: …)'. */
    public String inhabitants(Inhabitants known) {
        return text("figure.inhabitants", format.count(known.count()), format.day(known.on()), known.source());
    }

    /** A value as it stands in a table. */
    public FigureText value(IndicatorValue value) {
        return switch (value) {
            case IndicatorValue.Counted(long count, ValueStatus status) ->
                new FigureText(format.count(count), status == ValueStatus.VOORLOPIG ? Tone.PROVISIONAL : Tone.NUMBER)
                        .writing(count);
            case IndicatorValue.Measured(BigDecimal measured, ValueStatus status) ->
                new FigureText(
                                format.decimal(measured),
                                status == ValueStatus.VOORLOPIG ? Tone.PROVISIONAL : Tone.NUMBER)
                        .writing(measured);
            case IndicatorValue.Unknown() -> new FigureText(text("figure.unknown"), Tone.UNKNOWN);
            case IndicatorValue.Suppressed() -> new FigureText(text("figure.suppressed"), Tone.WITHHELD);
            case IndicatorValue.NotApplicable() -> new FigureText(text("figure.not-applicable"), Tone.NOT_APPLICABLE);
        };
    }

    /** +26, or 'van 1 naar 4 (+3)' when the numbers are small. */
    public FigureText difference(Optional<Change> change) {
        return change.map(known -> new FigureText(
                                known.isSmall() && known.difference() != 0
                                        ? smallDifference(known)
                                        : format.difference(known.difference()),
                                Tone.NUMBER)
                        .writing(known.difference()))
                .orElseGet(() -> new FigureText(text("figure.unknown"), Tone.UNKNOWN));
    }

    private String smallDifference(Change change) {
        return text(
                "change.from-to",
                format.count(change.before()),
                format.count(change.now()),
                format.difference(change.difference()));
    }

    /**
     * The change in whole percents. Of a small base it says little: where the published table prints it, it stands there
     * with a mark; elsewhere it does not.
     *
     * @param isPublished whether the published table prints this percentage
     */
    public FigureText percentage(Optional<Change> change, boolean isPublished) {
        if (change.isEmpty()) {
            return new FigureText(text("figure.unknown"), Tone.UNKNOWN);
        }
        Change known = change.get();
        if (known.percentage().isEmpty() || (known.isSmall() && !isPublished)) {
            return new FigureText(text("figure.not-applicable"), Tone.NOT_APPLICABLE, SMALL_MARK);
        }
        String percentage = format.percentage(known.percentage().getAsInt());
        return (known.isSmall()
                        ? new FigureText(percentage, Tone.FAINT, SMALL_MARK)
                        : new FigureText(percentage, Tone.NUMBER))
                .writing(known.percentage().getAsInt());
    }

    /** '193 in 2023, 26 meer dan in 2022.' */
    public String finding(IndicatorPoint before, IndicatorPoint now) {
        String period = now.period().label();
        Optional<Change> change = Change.between(before.value(), now.value());
        if (change.isEmpty()) {
            return text("finding.value", value(now.value()).text(), period);
        }
        Change known = change.get();
        String key = known.difference() > 0 ? "more" : known.difference() < 0 ? "less" : "same";
        return text(
                "finding." + key,
                format.count(known.now()),
                period,
                format.count(Math.abs(known.difference())),
                before.period().label());
    }

    /** 'Het meest in 2019: 357. Het minst in 2021: 130.' Empty when less than two values are known. */
    public Optional<String> extremes(List<IndicatorPoint> points, Function<IndicatorPoint, String> name) {
        List<IndicatorPoint> counted = points.stream()
                .filter(point -> point.value() instanceof IndicatorValue.Counted)
                .toList();
        Comparator<IndicatorPoint> byCount = Comparator.comparingLong(FigureWords::count);
        return counted.size() < 2
                ? Optional.empty()
                : counted.stream()
                        .max(byCount)
                        .flatMap(most -> counted.stream()
                                .min(byCount)
                                .map(least -> text(
                                        "finding.extremes",
                                        name.apply(most),
                                        format.count(count(most)),
                                        name.apply(least),
                                        format.count(count(least)))));
    }

    /** The number of a value; empty where there is none. */
    public static OptionalDouble number(IndicatorValue value) {
        return switch (value) {
            case IndicatorValue.Counted(long count, var _) -> OptionalDouble.of((double) count);
            case IndicatorValue.Measured(BigDecimal measured, var _) -> OptionalDouble.of(measured.doubleValue());
            case IndicatorValue.Unknown _, IndicatorValue.Suppressed _, IndicatorValue.NotApplicable _ ->
                OptionalDouble.empty();
        };
    }

    /** The figure of a point with the letters of its marks. */
    public FigureText marked(IndicatorPoint point) {
        return value(point.value()).withMark(PointMark.letters(PointMark.of(point)));
    }

    private static long count(IndicatorPoint point) {
        return point.value() instanceof IndicatorValue.Counted(long count, var _) ? count : 0;
    }
}
