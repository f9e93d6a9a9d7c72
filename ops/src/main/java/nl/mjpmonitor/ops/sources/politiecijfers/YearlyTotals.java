package nl.mjpmonitor.ops.sources.politiecijfers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nl.mjpmonitor.ops.sources.SourceResource;

/**
 * Yearly totals of Maastricht per group of police classes. Where they come from is in the resource.
 *
 * @param years the years, in order
 * @param totals the totals by group and year; a year of a group that has none is unknown
 */
record YearlyTotals(List<Integer> years, Map<String, Map<Integer, Integer>> totals) {
    YearlyTotals {
        years = List.copyOf(years);
        totals = Map.copyOf(totals);
    }

    /** The totals that were published. */
    static YearlyTotals published() {
        return load("published-totals.csv", 2019, 2023);
    }

    /** The invented totals of groups of which none were published. */
    static YearlyTotals supplement() {
        return load("supplement-totals.csv", 2018, 2023);
    }

    private static YearlyTotals load(String resource, int firstYear, int lastYear) {
        List<Integer> years = new ArrayList<>();
        for (int year = firstYear; year <= lastYear; year++) {
            years.add(year);
        }
        Map<String, Map<Integer, Integer>> totals = new HashMap<>();
        for (List<String> line : SourceResource.lines(YearlyTotals.class, resource, ',')) {
            Map<Integer, Integer> ofGroup = new HashMap<>();
            for (int column = 1; column < line.size(); column++) {
                if (!line.get(column).isEmpty()) {
                    ofGroup.put(years.get(column - 1), Integer.valueOf(line.get(column)));
                }
            }
            totals.put(line.get(0), Map.copyOf(ofGroup));
        }
        return new YearlyTotals(years, totals);
    }

    /** Those of some groups that have totals here. */
    List<ClassGroup> groupsIn(List<ClassGroup> groups) {
        return groups.stream().filter(group -> totals.containsKey(group.name())).toList();
    }

    /** The total of a group in a year; empty when it is unknown, which is not zero. */
    OptionalInt total(ClassGroup group, int year) {
        Integer total = totals.getOrDefault(group.name(), Map.of()).get(year);
        return total == null ? OptionalInt.empty() : OptionalInt.of(total);
    }
}
