package nl.mjpmonitor.dashboard.documents.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Table;

/**
 * One series of many months or quarters on paper: a row a month and a column a year, instead of one column that runs over pages. So the
 * same months stand beside each other, which is how they are compared.
 */
final class LongSeries {

    /** What fits below a drawing as it is. */
    private static final int MOST_ROWS = 8;

    private static final int LEAST_YEARS = 2;

    /** As many years as have room. */
    private static final int MOST_YEARS = 10;

    private static final Pattern PERIOD = Pattern.compile("(.+) (\\d{4})");

    private LongSeries() {}

    /**
     * The table as it is to be printed.
     *
     * @param none what stands where the series has no period, such as after its end
     * @return the table itself, unless it is a long series of periods within years
     */
    static Table of(Table table, String none) {
        if (table.columns().size() != 1
                || !table.columns().getFirst().isNumeric()
                || table.rows().size() <= MOST_ROWS) {
            return table;
        }
        Map<String, Map<String, Cell>> years = new TreeMap<>();
        for (Row row : table.rows()) {
            Matcher period = PERIOD.matcher(row.heading());
            if (!period.matches()) {
                return table;
            }
            Map<String, Cell> year = years.computeIfAbsent(period.group(2), _ -> new LinkedHashMap<>());
            if (year.put(period.group(1), row.cells().getFirst()) != null) {
                return table;
            }
        }
        if (years.size() < LEAST_YEARS || years.size() > MOST_YEARS) {
            return table;
        }
        return new Table(
                table.id(),
                table.caption() + ", " + table.columns().getFirst().title(),
                table.heading(),
                years.keySet().stream().map(year -> new Column(year, true)).toList(),
                periods(years).stream()
                        .map(period -> new Row(
                                period,
                                years.values().stream()
                                        .map(year -> year.getOrDefault(period, Cell.text(none)))
                                        .toList()))
                        .toList(),
                table.notes());
    }

    /** In the order of the calendar, which the year with most of them has. */
    private static Set<String> periods(Map<String, Map<String, Cell>> years) {
        List<Map<String, Cell>> fullestFirst = new ArrayList<>(years.values());
        fullestFirst.sort((one, other) -> Integer.compare(other.size(), one.size()));
        Set<String> periods = new LinkedHashSet<>();
        fullestFirst.forEach(year -> periods.addAll(year.keySet()));
        return periods;
    }
}
