package nl.mjpmonitor.dashboard.administration;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import nl.mjpmonitor.warehouse.signals.SignalSetting;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.thresholds.Threshold;

/** How thresholds are called, in the language of one reader. */
record ThresholdWords(FigureWords words) {

    private static final Pattern NORM = Pattern.compile("case-norm-([a-z]+)-days");
    private static final String HOTSPOT = "hotspot-";

    /** What it is about. */
    String name(Threshold threshold) {
        Matcher norm = NORM.matcher(threshold.key());
        if (norm.matches()) {
            return words.text("threshold.step", norm.group(1).toUpperCase(Locale.ROOT));
        }
        if (threshold.key().startsWith(SignalSettings.SILENT_OF)) {
            return words.text("threshold.source", threshold.key().substring(SignalSettings.SILENT_OF.length()));
        }
        return words.text("threshold." + threshold.key());
    }

    /** The rules of signals that go by it. */
    String rules(Threshold threshold) {
        String rules = rulesOf(threshold.key())
                .map(rule -> words.text("signals.rule." + rule.id()))
                .collect(Collectors.joining(", "));
        return rules.isEmpty() ? words.text("admin.thresholds.all") : rules;
    }

    private static Stream<SignalRule> rulesOf(String key) {
        if (key.startsWith(HOTSPOT)) {
            return Stream.of(SignalRule.HOTSPOT_OPENED);
        }
        if (NORM.matcher(key).matches()) {
            return Stream.of(SignalRule.CASE_STAGNATES);
        }
        if (key.startsWith(SignalSettings.SILENT_OF)) {
            return Stream.of(SignalRule.FEED_SILENT);
        }
        return Stream.of(SignalRule.values())
                .filter(rule ->
                        SignalSettings.of(rule).stream().map(SignalSetting::key).anyMatch(key::equals));
    }

    /** The values it can have. */
    String range(Threshold threshold) {
        return words.text(
                "indicator.range",
                words.format().count(threshold.lowest()),
                words.format().count(threshold.highest()));
    }

    /** The option of the stream that sets what is usual. */
    String option(Threshold threshold) {
        String key = threshold.key();
        return key.startsWith(HOTSPOT) || NORM.matcher(key).matches() ? "--" + key : "--signals " + key;
    }
}
