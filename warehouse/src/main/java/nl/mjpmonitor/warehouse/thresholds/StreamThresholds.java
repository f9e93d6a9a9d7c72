package nl.mjpmonitor.warehouse.thresholds;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mjpmonitor.warehouse.signals.SignalSetting;
import nl.mjpmonitor.warehouse.signals.SignalSettings;

/**
 * All that the stream judges by.
 *
 * @param hotspots when repeated nuisance makes a potential hotspot
 * @param norms how long a case may be in a step
 * @param signals how eager the rules of signals are
 */
public record StreamThresholds(HotspotSettings hotspots, StepNorms norms, SignalSettings signals)
        implements Serializable {

    /** What holds unless something else is asked. */
    public static final StreamThresholds USUAL =
            new StreamThresholds(HotspotSettings.DEFAULT, StepNorms.DEFAULT, SignalSettings.USUAL);

    private static final Threshold REPORTS =
            Threshold.changeable("hotspot-reports", HotspotSettings.FEWEST_REPORTS, HotspotSettings.LONGEST);
    private static final Threshold DAYS = Threshold.changeable("hotspot-days", 1, HotspotSettings.LONGEST);
    private static final Threshold WINDOW = Threshold.changeable("hotspot-window-days", 1, HotspotSettings.LONGEST);
    private static final Threshold CLOSE =
            Threshold.changeable("hotspot-close-days", HotspotSettings.SHORTEST_CLOSE, HotspotSettings.LONGEST);

    /** What was forgotten does not come back, so a longer memory asks for a start from the beginning. */
    private static final Threshold MEMORY = new Threshold("hotspot-memory-days", 1, HotspotSettings.LONGEST, false);

    private static final Threshold LWO = norm("lwo");
    private static final Threshold ATOM = norm("atom");
    private static final Threshold MOT = norm("mot");
    private static final Threshold RIEC = norm("riec");

    /**
     * Those with these values; what is not named is as in {@link #USUAL}.
     *
     * @throws IllegalArgumentException when they cannot be used, see {@link #problems}
     */
    public static StreamThresholds of(Map<String, Integer> values) {
        StreamThresholds usual = USUAL;
        Map<SignalSetting, Integer> settings = new TreeMap<>();
        Map<String, Integer> silentOf = new TreeMap<>(usual.signals.silentMinutesOf());
        for (SignalSetting setting : SignalSetting.values()) {
            Integer value = values.get(setting.key());
            if (value != null) {
                settings.put(setting, value);
            }
        }
        values.forEach((key, value) -> {
            if (key.startsWith(SignalSettings.SILENT_OF)) {
                silentOf.put(key.substring(SignalSettings.SILENT_OF.length()), value);
            }
        });
        return new StreamThresholds(
                new HotspotSettings(
                        values.getOrDefault(REPORTS.key(), usual.hotspots.leastReports()),
                        values.getOrDefault(DAYS.key(), usual.hotspots.leastDays()),
                        values.getOrDefault(WINDOW.key(), usual.hotspots.windowDays()),
                        values.getOrDefault(CLOSE.key(), usual.hotspots.closeAfterDays()),
                        values.getOrDefault(MEMORY.key(), usual.hotspots.memoryDays())),
                new StepNorms(
                        values.getOrDefault(LWO.key(), usual.norms.lwoDays()),
                        values.getOrDefault(ATOM.key(), usual.norms.atomDays()),
                        values.getOrDefault(MOT.key(), usual.norms.motDays()),
                        values.getOrDefault(RIEC.key(), usual.norms.riecDays())),
                new SignalSettings(settings, silentOf));
    }

    private static Threshold norm(String step) {
        return Threshold.changeable("case-norm-" + step + "-days", 1, StepNorms.LONGEST);
    }

    /** Each threshold with its value; those of hotspots first, then those of cases, then those of signals. */
    public Map<Threshold, Integer> values() {
        Map<Threshold, Integer> values = new LinkedHashMap<>();
        values.put(REPORTS, hotspots.leastReports());
        values.put(DAYS, hotspots.leastDays());
        values.put(WINDOW, hotspots.windowDays());
        values.put(CLOSE, hotspots.closeAfterDays());
        values.put(MEMORY, hotspots.memoryDays());
        values.put(LWO, norms.lwoDays());
        values.put(ATOM, norms.atomDays());
        values.put(MOT, norms.motDays());
        values.put(RIEC, norms.riecDays());
        for (SignalSetting setting : SignalSetting.values()) {
            values.put(
                    Threshold.changeable(setting.key(), setting.lowest(), setting.highest()), signals.value(setting));
        }
        SignalSetting silent = SignalSetting.SILENT_MINUTES;
        new TreeMap<>(signals.silentMinutesOf())
                .forEach((system, value) -> values.put(
                        Threshold.changeable(SignalSettings.SILENT_OF + system, silent.lowest(), silent.highest()),
                        value));
        return Collections.unmodifiableMap(values);
    }

    /** The value of each threshold, by its key. */
    public Map<String, Integer> byKey() {
        Map<String, Integer> byKey = new LinkedHashMap<>();
        values().forEach((threshold, value) -> byKey.put(threshold.key(), value));
        return byKey;
    }

    /** Why some of these cannot have other values; empty when they can. */
    public List<ThresholdProblem> problems(Map<String, Integer> others) {
        Map<String, Threshold> known = new HashMap<>();
        values().keySet().forEach(threshold -> known.put(threshold.key(), threshold));
        List<ThresholdProblem> problems = new ArrayList<>();
        others.forEach((key, value) -> {
            Threshold threshold = known.get(key);
            if (threshold == null) {
                problems.add(ThresholdProblem.UNKNOWN);
            } else if (!threshold.isChangeable()) {
                problems.add(ThresholdProblem.FIXED);
            } else if (!threshold.allows(value)) {
                problems.add(ThresholdProblem.OUT_OF_RANGE);
            }
        });
        if (!problems.isEmpty()) {
            return List.copyOf(problems);
        }
        problems.addAll(HotspotSettings.problems(
                others.getOrDefault(REPORTS.key(), hotspots.leastReports()),
                others.getOrDefault(DAYS.key(), hotspots.leastDays()),
                others.getOrDefault(WINDOW.key(), hotspots.windowDays()),
                others.getOrDefault(CLOSE.key(), hotspots.closeAfterDays()),
                hotspots.memoryDays()));
        SignalSetting ofRule = SignalSetting.MOST_A_DAY_PER_RULE;
        SignalSetting ofAll = SignalSetting.MOST_A_DAY;
        if (!SignalSettings.fits(
                others.getOrDefault(ofRule.key(), signals.value(ofRule)),
                others.getOrDefault(ofAll.key(), signals.value(ofAll)))) {
            problems.add(ThresholdProblem.MORE_OF_A_RULE_THAN_OF_ALL);
        }
        return List.copyOf(problems);
    }

    /**
     * These, some of them with other values.
     *
     * @throws IllegalArgumentException when there are {@link #problems}
     */
    public StreamThresholds with(Map<String, Integer> others) {
        Map<String, Integer> together = byKey();
        together.putAll(others);
        return of(together);
    }

    /**
     * What holds when, if these are the usual ones and people changed some of them. A change that cannot be used together with the others
     * is passed over: the stream goes on by what held before.
     */
    public Timeline<StreamThresholds> changedBy(List<ThresholdChange> changes) {
        Timeline<StreamThresholds> timeline = Timeline.always(this);
        Map<String, Integer> others = new HashMap<>();
        for (ThresholdChange change : changes.stream()
                .sorted(Comparator.comparing(ThresholdChange::changedAt).thenComparing(ThresholdChange::key))
                .toList()) {
            Map<String, Integer> next = new HashMap<>(others);
            change.value().ifPresentOrElse(value -> next.put(change.key(), value), () -> next.remove(change.key()));
            if (problems(next).isEmpty()) {
                others = next;
                timeline = timeline.from(change.changedAt(), with(others));
            }
        }
        return timeline;
    }
}
