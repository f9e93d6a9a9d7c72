package nl.mjpmonitor.streaming.signals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import nl.mjpmonitor.warehouse.signals.SignalRule;

/**
 * What a rule finds in a series.
 *
 * @param rule the rule
 * @param figures the figures of its sentence
 */
record Finding(SignalRule rule, Map<String, String> figures) {

    static final String PERIOD = "periode";

    Finding {
        figures = Map.copyOf(figures);
    }

    /** What tells this finding from others in the same series. */
    String key() {
        return rule.id() + ' ' + figures.getOrDefault(PERIOD, "");
    }

    /** A number as a figure is written: without an exponent, with at most four decimals. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
