package nl.mjpmonitor.streaming.signals;

import java.util.HashMap;
import java.util.Map;

/**
 * How many signals were opened on a day.
 *
 * @param epochDay the day, by the Dutch calendar
 * @param byRule by rule
 */
public record OpenedCount(long epochDay, Map<String, Integer> byRule) {

    static final OpenedCount NONE = new OpenedCount(Long.MIN_VALUE, Map.of());

    /** Copies the numbers. */
    public OpenedCount {
        byRule = Map.copyOf(byRule);
    }

    /** The count of this day; of another day nothing is left. */
    OpenedCount on(long day) {
        return day == epochDay ? this : new OpenedCount(day, Map.of());
    }

    int all() {
        return byRule.values().stream().mapToInt(Integer::intValue).sum();
    }

    int of(String rule) {
        return byRule.getOrDefault(rule, 0);
    }

    OpenedCount plus(String rule) {
        Map<String, Integer> next = new HashMap<>(byRule);
        next.merge(rule, 1, Integer::sum);
        return new OpenedCount(epochDay, next);
    }
}
