package nl.mjpmonitor.warehouse.hotspots;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said about a potential hotspot, in one language. */
final class HotspotText {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final ResourceBundle texts;
    private final Locale locale;

    private HotspotText(ResourceBundle texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    static HotspotText in(Locale locale) {
        var texts = ResourceBundle.getBundle(
                "nl.mjpmonitor.warehouse.hotspots.hotspot",
                locale,
                // without it, an unknown language would get that of the machine
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new HotspotText(texts, texts.getLocale().equals(Locale.ROOT) ? DUTCH : texts.getLocale());
    }

    String why(Hotspot hotspot) {
        return text(
                "why." + hotspot.reason().code(),
                text("category." + hotspot.category().code()),
                hotspot.reports(),
                text("days", hotspot.days()),
                hotspot.windowDays(),
                day(hotspot.since()),
                hotspot.closesOn().map(this::day).orElse(""),
                text("reports", hotspot.reports()));
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
    }

    private String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }
}
