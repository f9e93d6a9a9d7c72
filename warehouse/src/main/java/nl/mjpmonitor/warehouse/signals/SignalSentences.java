package nl.mjpmonitor.warehouse.signals;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.statistics.RangeJudgement;

/**
 * Says in plain words what a signal found: what, how much, compared with what, normal or not, and what to be careful with. The
 * sentence follows from the figures alone, so the two cannot contradict each other. It never names a cause, a place smaller than a
 * buurt, or a person.
 */
public final class SignalSentences {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final ZoneId CALENDAR = ZoneId.of("Europe/Amsterdam");
    private static final long MINUTES_OF_TWO_HOURS = 120;
    private static final long MINUTES_OF_HOUR = 60;
    private static final long HOURS_OF_TWO_DAYS = 48;
    private static final long HOURS_OF_DAY = 24;

    private final IndicatorCatalogue catalogue;
    private final Areas areas;

    public SignalSentences(IndicatorCatalogue catalogue, Areas areas) {
        this.catalogue = catalogue;
        this.areas = areas;
    }

    /**
     * The sentence, in both languages.
     *
     * @param subject the indicator, hotspot, case or system
     * @param figures all of {@link SignalRule#figures()}
     * @throws IllegalArgumentException when a figure lacks or is of the wrong form; it names the rule and the figure
     */
    public LocalizedText sentence(SignalRule rule, String subject, String areaCode, Map<String, String> figures) {
        for (String name : rule.figures()) {
            if (!figures.containsKey(name)) {
                throw new IllegalArgumentException("A signal of " + rule.id() + " lacks the figure " + name);
            }
        }
        return new LocalizedText(
                new Words(rule, figures, DUTCH).sentence(subject, areaCode),
                new Words(rule, figures, Locale.ENGLISH).sentence(subject, areaCode));
    }

    /** One sentence in one language. */
    private final class Words {

        private final SignalRule rule;
        private final Map<String, String> figures;
        private final Locale locale;
        private final ResourceBundle texts;

        Words(SignalRule rule, Map<String, String> figures, Locale locale) {
            this.rule = rule;
            this.figures = figures;
            this.locale = locale;
            this.texts = ResourceBundle.getBundle(
                    "nl.mjpmonitor.warehouse.signals.signal",
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        }

        String sentence(String subject, String areaCode) {
            return switch (rule) {
                case MONTH_OUTSIDE_LIMITS ->
                    text(rule.id(), name(subject), area(areaCode), month(), judgement(), number("maanden"));
                case RUNNING_MONTH_HIGH ->
                    text(
                            rule.id(),
                            name(subject),
                            area(areaCode),
                            month(),
                            number("dagen"),
                            judgement(),
                            number("maanden"));
                case BURGLARY_SERIES ->
                    text(
                            rule.id(),
                            area(areaCode),
                            number("dagen"),
                            number("aantal"),
                            number("verwacht"),
                            number("kans"),
                            number("maanden"));
                case HOTSPOT_OPENED ->
                    text(
                            rule.id(),
                            area(areaCode),
                            number("venster"),
                            number("meldingen"),
                            word("categorie", figures.getOrDefault("categorie", "")),
                            number("dagen"));
                case CASE_STAGNATES ->
                    text(
                            rule.id(),
                            word("stap", figures.getOrDefault("stap", "")),
                            number("dagen"),
                            number("norm"),
                            area(areaCode));
                case TARGET_OUT_OF_REACH ->
                    text(
                            rule.id() + "." + figures.get("soort") + "." + figures.get("zekerheid"),
                            name(subject),
                            area(areaCode),
                            period(),
                            number("aantal"),
                            number("doel"),
                            monthOf("tot-en-met"));
                case FEED_SILENT -> text(rule.id(), subject, duration("minuten"), duration("grens"), moment("laatst"));
                case MORE_SIGNALS -> text(rule.id(), number("aantal"), number("grens"), number("grens-regel"));
            };
        }

        private String text(String key, Object... written) {
            return new MessageFormat(texts.getString(key), locale).format(written);
        }

        /** The word for a value; a value without one is shown as it is. */
        private String word(String kind, String value) {
            String key = kind + "." + value;
            return texts.containsKey(key) ? texts.getString(key) : value;
        }

        private String judgement() {
            return new RangeJudgement(value("aantal"), value("ondergrens"), value("bovengrens"), true).sentence(locale);
        }

        private String name(String indicator) {
            return catalogue
                    .find(new IndicatorId(indicator))
                    .map(found -> found.name().in(locale))
                    .orElse(indicator);
        }

        private String area(String code) {
            return areas.find(new AreaCode(code)).map(Area::name).orElse(code);
        }

        private String period() {
            String label = figures.getOrDefault("periode", "");
            return Period.parse(label).map(found -> found.label(locale)).orElse(label);
        }

        private String month() {
            return monthOf("periode");
        }

        private String monthOf(String name) {
            YearMonth month = YearMonth.parse(figures.getOrDefault(name, ""));
            return Period.month(month.getYear(), month.getMonthValue()).label(locale);
        }

        private String moment(String name) {
            return DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", locale)
                    .withZone(CALENDAR)
                    .format(Instant.parse(figures.getOrDefault(name, "")));
        }

        private String duration(String name) {
            long minutes = (long) value(name);
            if (minutes < MINUTES_OF_TWO_HOURS) {
                return text("minuten", Long.toString(minutes));
            }
            long hours = minutes / MINUTES_OF_HOUR;
            return hours < HOURS_OF_TWO_DAYS
                    ? text("uren", Long.toString(hours))
                    : text("dagen", Long.toString(hours / HOURS_OF_DAY));
        }

        private String number(String name) {
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            double value = value(name);
            format.setMaximumFractionDigits(Math.abs(value) >= 10 ? 0 : Math.abs(value) >= 1 ? 1 : 3);
            return format.format(value);
        }

        private double value(String name) {
            try {
                return Double.parseDouble(figures.getOrDefault(name, ""));
            } catch (NumberFormatException noNumber) {
                throw new IllegalArgumentException(
                        "The figure " + name + " of a signal of " + rule.id() + " is no number", noNumber);
            }
        }
    }
}
