package nl.mjpmonitor.warehouse.signals;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How eager the rules are.
 *
 * @param values what was set to something else than {@link SignalSetting#usual()}; all others are that
 * @param silentMinutesOf minutes without a sign after which a source is silent, for sources with an interval of their own
 */
public record SignalSettings(Map<SignalSetting, Integer> values, Map<String, Integer> silentMinutesOf)
        implements Serializable {

    /** What holds unless something else is asked. Open data is looked for once a day. */
    public static final SignalSettings USUAL = new SignalSettings(Map.of(), Map.of("opendata", 2 * 24 * 60));

    /** What the key of a source with an interval of its own begins with; its name follows. */
    public static final String SILENT_OF = SignalSetting.SILENT_MINUTES.key() + '.';

    private static final long serialVersionUID = 1L;
    private static final Pattern SYSTEM = Pattern.compile("[a-z][a-z0-9_-]*");
    private static final double THOUSAND = 1_000;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException when they contradict each other or are out of range; it names all that are
     */
    public SignalSettings {
        values = Map.copyOf(values);
        silentMinutesOf = Map.copyOf(silentMinutesOf);
        List<String> problems = new ArrayList<>();
        values.forEach((setting, value) -> {
            if (!setting.allows(value)) {
                problems.add(setting.key() + " must be " + setting.range());
            }
        });
        silentMinutesOf.forEach((system, value) -> {
            if (!SignalSetting.SILENT_MINUTES.allows(value)) {
                problems.add(SILENT_OF + system + " must be " + SignalSetting.SILENT_MINUTES.range());
            }
        });
        if (!fits(value(values, SignalSetting.MOST_A_DAY_PER_RULE), value(values, SignalSetting.MOST_A_DAY))) {
            problems.add("per-dag-regel must not be higher than per-dag");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.stream().sorted().collect(Collectors.joining("; ")));
        }
        values = unusual(values);
    }

    /** Without what says what holds anyhow: the same settings are equal however they were given. */
    private static Map<SignalSetting, Integer> unusual(Map<SignalSetting, Integer> values) {
        return values.entrySet().stream()
                .filter(value -> value.getValue() != value.getKey().usual())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether so many signals of one rule can be opened in a day when there may be so many of all. */
    public static boolean fits(int mostOfRule, int mostOfAll) {
        return mostOfRule <= mostOfAll;
    }

    /**
     * Reads {@code key=number,key=number}; what is not named is as in {@link #USUAL}.
     *
     * @throws IllegalArgumentException when a key is unknown, given twice or without a whole number, or a number out of range
     */
    public static SignalSettings parse(String text) {
        Map<SignalSetting, Integer> values = new TreeMap<>();
        Map<String, Integer> silentOf = new TreeMap<>(USUAL.silentMinutesOf);
        Set<String> given = new HashSet<>();
        for (String part : text.isBlank() ? List.<String>of() : List.of(text.split(",", -1))) {
            String[] sides = part.strip().split("=", -1);
            if (sides.length != 2 || !sides[1].matches("[0-9]{1,6}") || !given.add(sides[0])) {
                throw new IllegalArgumentException("'" + part + "' must be key=number, each key once");
            }
            String key = sides[0];
            int value = Integer.parseInt(sides[1]);
            if (key.startsWith(SILENT_OF)
                    && SYSTEM.matcher(key.substring(SILENT_OF.length())).matches()) {
                silentOf.put(key.substring(SILENT_OF.length()), value);
            } else {
                values.put(
                        SignalSetting.of(key)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "'" + key + "' is no setting; choose of " + keys())),
                        value);
            }
        }
        return new SignalSettings(values, silentOf);
    }

    private static String keys() {
        return Arrays.stream(SignalSetting.values()).map(SignalSetting::key).collect(Collectors.joining(", "));
    }

    /** The settings that a rule listens to; those for all rules are left out. */
    public static List<SignalSetting> of(SignalRule rule) {
        return switch (rule) {
            case MONTH_OUTSIDE_LIMITS ->
                List.of(SignalSetting.TESTED_MONTHS, SignalSetting.BASELINE_MONTHS, SignalSetting.LOWEST_MEAN);
            case RUNNING_MONTH_HIGH ->
                List.of(SignalSetting.RUNNING_DAYS, SignalSetting.BASELINE_MONTHS, SignalSetting.LOWEST_MEAN);
            case BURGLARY_SERIES ->
                List.of(
                        SignalSetting.SERIES_COUNT,
                        SignalSetting.SERIES_DAYS,
                        SignalSetting.SERIES_PER_THOUSAND,
                        SignalSetting.INTAKE_HOURS,
                        SignalSetting.BASELINE_MONTHS);
            case HOTSPOT_OPENED, CASE_STAGNATES -> List.of();
            case TARGET_OUT_OF_REACH -> List.of(SignalSetting.TARGET_PER_THOUSAND);
            case FEED_SILENT -> List.of(SignalSetting.SILENT_MINUTES);
            case MORE_SIGNALS -> List.of(SignalSetting.MOST_A_DAY, SignalSetting.MOST_A_DAY_PER_RULE);
        };
    }

    public int value(SignalSetting setting) {
        return value(values, setting);
    }

    /** How long ago what a signal is about may be for it to be opened. */
    public Duration horizon() {
        return Duration.ofDays(value(SignalSetting.HORIZON_DAYS));
    }

    /** How long counts are gathered before they are judged. */
    public Duration settle() {
        return Duration.ofSeconds(value(SignalSetting.SETTLE_SECONDS));
    }

    /** How long a source may be silent. */
    public Duration silence(String system) {
        return Duration.ofMinutes(silentMinutesOf.getOrDefault(system, value(SignalSetting.SILENT_MINUTES)));
    }

    /** A setting in thousandths as a probability, 0 to 1. */
    public double probability(SignalSetting perThousand) {
        return value(perThousand) / THOUSAND;
    }

    private static int value(Map<SignalSetting, Integer> values, SignalSetting setting) {
        return values.getOrDefault(setting, setting.usual());
    }
}
