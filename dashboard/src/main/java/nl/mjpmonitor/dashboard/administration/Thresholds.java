package nl.mjpmonitor.dashboard.administration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.casework.CaseProgress;
import nl.mjpmonitor.warehouse.casework.StepProgress;
import nl.mjpmonitor.warehouse.hotspots.HotspotRule;
import nl.mjpmonitor.warehouse.hotspots.Hotspots;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import nl.mjpmonitor.warehouse.signals.SignalSetting;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * From where on the rules make a signal. They judge in the stream, which takes its settings when it starts: here they are shown and not
 * changed.
 */
@Component
class Thresholds {

    private static final List<String> STEPS = List.of("lwo", "atom", "mot", "riec");

    private final SignalSettings settings;
    private final CaseProgress cases;
    private final Hotspots hotspots;

    /** A threshold. */
    sealed interface Threshold {

        /**
         * A setting of a rule.
         *
         * @param rule empty when it is one of all rules
         */
        record OfRule(Optional<SignalRule> rule, SignalSetting setting, int value) implements Threshold {}

        /** A source that may be silent for longer or shorter than the others, in minutes. */
        record OfSource(String system, int value) implements Threshold {}

        /**
         * The days a case may be in a step.
         *
         * @param value as the stream wrote it; empty when that cannot be read
         */
        record OfStep(String step, Optional<Integer> value) implements Threshold {}

        /**
         * When a location is a potential hotspot.
         *
         * @param value by which the stream judged last; empty when that cannot be read
         */
        record OfHotspot(HotspotLimit limit, Optional<Integer> value) implements Threshold {}
    }

    /** What decides about a potential hotspot, in the order in which it does. */
    enum HotspotLimit {
        REPORTS,
        DAYS,
        WINDOW_DAYS,
        CLOSE_DAYS;

        /** How the job of the stream calls it, behind two hyphens. */
        String option() {
            return "hotspot-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private int of(HotspotRule rule) {
            return switch (this) {
                case REPORTS -> rule.leastReports();
                case DAYS -> rule.leastDays();
                case WINDOW_DAYS -> rule.windowDays();
                case CLOSE_DAYS -> rule.closeAfterDays();
            };
        }
    }

    /** @param settings what the job of the stream was given as {@code --signals} */
    Thresholds(@Value("${mjp.signals}") String settings, CaseProgress cases, Hotspots hotspots) {
        this.settings = SignalSettings.parse(settings);
        this.cases = cases;
        this.hotspots = hotspots;
    }

    /** Those of each rule, then those of all rules. */
    List<Threshold> all() {
        List<Threshold> all = new ArrayList<>();
        Set<SignalSetting> ofAll = EnumSet.allOf(SignalSetting.class);
        for (SignalRule rule : SignalRule.values()) {
            SignalSettings.of(rule).forEach(setting -> {
                ofAll.remove(setting);
                all.add(new Threshold.OfRule(Optional.of(rule), setting, settings.value(setting)));
            });
            all.addAll(more(rule).toList());
        }
        ofAll.forEach(setting -> all.add(new Threshold.OfRule(Optional.empty(), setting, settings.value(setting))));
        return all;
    }

    private Stream<Threshold> more(SignalRule rule) {
        return switch (rule) {
            case FEED_SILENT ->
                settings.silentMinutesOf().entrySet().stream()
                        .map(entry -> new Threshold.OfSource(entry.getKey(), entry.getValue()));
            case CASE_STAGNATES -> steps();
            case HOTSPOT_OPENED -> hotspotLimits();
            case MONTH_OUTSIDE_LIMITS, RUNNING_MONTH_HIGH, BURGLARY_SERIES, TARGET_OUT_OF_REACH, MORE_SIGNALS ->
                Stream.empty();
        };
    }

    private Stream<Threshold> steps() {
        List<StepProgress> known = known();
        return STEPS.stream()
                .map(step -> new Threshold.OfStep(
                        step,
                        known.stream()
                                .filter(progress -> progress.step().equals(step))
                                .map(StepProgress::normDays)
                                .findFirst()));
    }

    private Stream<Threshold> hotspotLimits() {
        Optional<HotspotRule> known = rule();
        return Stream.of(HotspotLimit.values()).map(limit -> new Threshold.OfHotspot(limit, known.map(limit::of)));
    }

    private Optional<HotspotRule> rule() {
        try {
            return hotspots.rule();
        } catch (WarehouseException away) {
            return Optional.empty();
        }
    }

    private List<StepProgress> known() {
        try {
            return cases.openSteps();
        } catch (WarehouseException away) {
            return List.of();
        }
    }
}
