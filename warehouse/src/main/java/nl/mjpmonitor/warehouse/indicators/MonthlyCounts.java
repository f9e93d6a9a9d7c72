package nl.mjpmonitor.warehouse.indicators;

import com.clickhouse.client.api.query.GenericRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.periods.Period;

/** Counts of the stream, added up for the periods of questions. */
final class MonthlyCounts implements Tallies {

    private final Map<String, Map<String, Map<Integer, Sums>>> byMeasureAndArea = new HashMap<>();

    /** What a month adds. */
    private record Sums(long unknown, long amount) {}

    /**
     * A row of {@code monthly_counts.sql}.
     *
     * @param measure the measure
     * @param area the area, as asked
     * @param months the months in which there are counts, as {@link MonthWindows#number} gives them
     * @param unknown of each of these the number of contributions whose amount the source does not know
     * @param amounts of each of these the sum of the others
     */
    record Row(String measure, String area, List<Long> months, List<Long> unknown, List<Long> amounts) {

        static Row of(GenericRecord row) {
            return new Row(
                    row.getString("measure"),
                    row.getString("area_code"),
                    row.getList("months"),
                    row.getList("unknown"),
                    row.getList("amounts"));
        }
    }

    MonthlyCounts(List<Row> rows) {
        for (Row row : rows) {
            Map<Integer, Sums> months = byMeasureAndArea
                    .computeIfAbsent(row.measure(), any -> new HashMap<>())
                    .computeIfAbsent(row.area(), any -> new HashMap<>());
            for (int place = 0; place < row.months().size(); place++) {
                months.put(
                        Math.toIntExact(row.months().get(place)),
                        new Sums(row.unknown().get(place), row.amounts().get(place)));
            }
        }
    }

    @Override
    public List<List<Tally>> of(SeriesQuestion question) {
        String area = question.request().area().value();
        List<Map<Integer, Sums>> measures = question.rows().measures().stream()
                .map(measure -> byMeasureAndArea.getOrDefault(measure, Map.of()))
                .map(areas -> areas.getOrDefault(area, Map.of()))
                .toList();
        return question.periods().stream()
                .map(period -> sum(measures, period).stream().toList())
                .toList();
    }

    private static Optional<Tally> sum(List<Map<Integer, Sums>> measures, Period period) {
        int added = 0;
        long unknown = 0;
        long amount = 0;
        int last = MonthWindows.number(period.lastMonth());
        for (int month = MonthWindows.number(period.firstMonth()); month <= last; month++) {
            for (Map<Integer, Sums> measure : measures) {
                Sums sums = measure.get(month);
                if (sums != null) {
                    added++;
                    unknown += sums.unknown();
                    amount += sums.amount();
                }
            }
        }
        return added == 0 ? Optional.empty() : Optional.of(Tally.ofCounts(added, unknown, amount));
    }
}
