package nl.mjpmonitor.ops.sources.generation;

import java.time.YearMonth;
import java.util.Map;

/** How much public life stood still by the measures against corona; an estimate for the demo. */
public final class Restrictions {
    private static final Map<YearMonth, Double> SEVERITY = Map.ofEntries(
            Map.entry(YearMonth.of(2020, 3), 0.5),
            Map.entry(YearMonth.of(2020, 4), 0.9),
            Map.entry(YearMonth.of(2020, 5), 0.7),
            Map.entry(YearMonth.of(2020, 6), 0.3),
            Map.entry(YearMonth.of(2020, 7), 0.1),
            Map.entry(YearMonth.of(2020, 8), 0.1),
            Map.entry(YearMonth.of(2020, 9), 0.15),
            Map.entry(YearMonth.of(2020, 10), 0.4),
            Map.entry(YearMonth.of(2020, 11), 0.5),
            Map.entry(YearMonth.of(2020, 12), 0.7),
            Map.entry(YearMonth.of(2021, 1), 0.8),
            Map.entry(YearMonth.of(2021, 2), 0.8),
            Map.entry(YearMonth.of(2021, 3), 0.7),
            Map.entry(YearMonth.of(2021, 4), 0.6),
            Map.entry(YearMonth.of(2021, 5), 0.4),
            Map.entry(YearMonth.of(2021, 6), 0.15),
            Map.entry(YearMonth.of(2021, 11), 0.25),
            Map.entry(YearMonth.of(2021, 12), 0.6),
            Map.entry(YearMonth.of(2022, 1), 0.4));

    private Restrictions() {}

    /** From 0, nothing restricted, to 1, everything closed. */
    public static double severity(YearMonth month) {
        return SEVERITY.getOrDefault(month, 0.0);
    }
}
