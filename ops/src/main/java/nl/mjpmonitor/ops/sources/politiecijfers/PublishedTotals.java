package nl.mjpmonitor.ops.sources.politiecijfers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nl.mjpmonitor.ops.sources.SourceResource;

/** The published yearly totals of Maastricht; the source is in the resource. */
final class PublishedTotals {
    static final int FIRST_YEAR = 2019;
    static final int LAST_YEAR = 2023;

    private final Map<String, Map<Integer, Integer>> totals;

    private PublishedTotals(Map<String, Map<Integer, Integer>> totals) {
        this.totals = totals;
    }

    static PublishedTotals load() {
        Map<String, Map<Integer, Integer>> totals = new HashMap<>();
        for (List<String> line : SourceResource.lines(PublishedTotals.class, "published-totals.csv", ',')) {
            Map<Integer, Integer> years = new HashMap<>();
            for (int column = 1; column < line.size(); column++) {
                if (!line.get(column).isEmpty()) {
                    years.put(FIRST_YEAR + column - 1, Integer.valueOf(line.get(column)));
                }
            }
            totals.put(line.get(0), years);
        }
        return new PublishedTotals(totals);
    }

    /** The total of a row in a year; empty when it is unknown, which is not zero. */
    OptionalInt total(CrimeRow row, int year) {
        Integer total = totals.getOrDefault(row.name(), Map.of()).get(year);
        return total == null ? OptionalInt.empty() : OptionalInt.of(total);
    }
}
