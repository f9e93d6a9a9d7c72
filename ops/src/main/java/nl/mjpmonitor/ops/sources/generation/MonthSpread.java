package nl.mjpmonitor.ops.sources.generation;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Spreads a published total over the months of its period; the months add up to it exactly. */
public final class MonthSpread {
    /** Share of the usual (Poisson) variation that months get; more would hide the seasons in small counts. */
    private static final double VARIATION = 0.5;

    private static final double LARGEST_DEVIATION = 0.8;

    private MonthSpread() {}

    /**
     * The months with their parts of a total.
     *
     * @param weight how much falls in a month, relative to the others
     */
    public static SortedMap<YearMonth, Integer> of(
            int total, MonthRange period, ToDoubleFunction<YearMonth> weight, Chance chance) {
        List<YearMonth> months = period.months();
        double expected = Math.max(1.0, (double) total / months.size());
        double deviation = Math.min(LARGEST_DEVIATION, VARIATION / Math.sqrt(expected));
        double[] weights = months.stream()
                .mapToDouble(month -> weight.applyAsDouble(month) * chance.factor(deviation))
                .toArray();
        int[] parts = Apportionment.apportion(total, weights);
        SortedMap<YearMonth, Integer> spread = new TreeMap<>();
        for (int i = 0; i < parts.length; i++) {
            spread.put(months.get(i), parts[i]);
        }
        return Collections.unmodifiableSortedMap(spread);
    }
}
