package nl.mjpmonitor.warehouse.statistics;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of judgements in one language, with numbers written as that language does. */
final class JudgementText {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final String MINUS = "\u2212";

    private final ResourceBundle texts;
    private final Locale locale;

    private JudgementText(ResourceBundle texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    static JudgementText in(Locale locale) {
        var texts = ResourceBundle.getBundle(
                "nl.mjpmonitor.warehouse.statistics.judgement",
                locale,
                // without it, an unknown language would get that of the machine
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new JudgementText(texts, texts.getLocale().equals(Locale.ROOT) ? DUTCH : texts.getLocale());
    }

    String text(String key, Object... writtenArguments) {
        return new MessageFormat(texts.getString(key), locale).format(writtenArguments);
    }

    String word(Verdict verdict) {
        return text("word." + verdict);
    }

    String conclusion(Verdict verdict) {
        return text("conclusion." + verdict);
    }

    /** "7 maanden". */
    String duration(int length, Cadence cadence) {
        return text("duration." + cadence, number(length));
    }

    String number(long value) {
        return number((double) value);
    }

    /** A number with about three significant digits; whole numbers in full. */
    String number(double value) {
        var format = NumberFormat.getNumberInstance(locale);
        var size = Math.abs(value);
        format.setMaximumFractionDigits(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
        return format.format(value).replace("-", MINUS);
    }

    /** A whole number with its sign: "+6", "−6". */
    String signed(long value) {
        return value > 0 ? "+" + number(value) : number(value);
    }

    /** A probability as people count: "in 19 van de 100 gevallen". */
    String odds(double probability) {
        if (probability >= 0.995) {
            return text("odds.always");
        }
        if (probability >= 0.01) {
            return text("odds.ofHundred", number(Math.round(100 * probability)));
        }
        return probability >= 0.001
                ? text("odds.ofThousand", number(Math.round(1000 * probability)))
                : text("odds.lessThanThousand");
    }
}
