package nl.mjpmonitor.warehouse.indicators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaMembership;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * Counts rows of casework for questions. Used by one thread.
 *
 * @see <a href="../../../../../../../../docs/decisions/0043-casework-is-counted-where-it-is-asked.md">decision 0043</a>
 */
final class CaseworkCounts implements Tallies {

    private final Map<Table, List<CaseworkRows>> tables;
    private final Areas areas;
    private final Map<IndicatorId, Map<String, List<CountedRow>>> byLeaf = new HashMap<>();
    private final Map<Asked, MonthWindows> windows = new HashMap<>();

    private record Table(String system, String name) {}

    private record Asked(Period from, Period to) {}

    /**
     * Counts these rows.
     *
     * @param rows rows of all tables that are asked
     * @param areas which leaves an area has
     */
    CaseworkCounts(List<CaseworkRows> rows, Areas areas) {
        this.tables = rows.stream().collect(Collectors.groupingBy(some -> new Table(some.system(), some.table())));
        this.areas = areas;
    }

    @Override
    public List<List<Tally>> of(SeriesQuestion question) {
        Measure measure = question.indicator().measure();
        boolean isLevel = measure instanceof Measure.Level;
        MonthWindows asked = windows.computeIfAbsent(
                new Asked(question.request().from(), question.request().to()),
                any -> new MonthWindows(question.periods()));
        Map<String, List<CountedRow>> counted =
                byLeaf.computeIfAbsent(question.indicator().id(), any -> selected(question));
        List<Map<String, RunningTally>> running = Stream.generate(HashMap<String, RunningTally>::new)
                .limit(asked.size())
                .collect(Collectors.toList());
        for (AreaMembership membership : memberships(question.request().area())) {
            String leaf = membership.leaf().value();
            for (CountedRow row : counted.getOrDefault(leaf, List.of())) {
                if (membership.validity().contains(row.day())) {
                    asked.holding(row.day())
                            .forEach(window -> running.get(window)
                                    .computeIfAbsent(isLevel ? leaf : "", RunningTally::new)
                                    .add(row));
                }
            }
        }
        return running.stream()
                .map(window ->
                        window.values().stream().map(tally -> tally.of(measure)).toList())
                .toList();
    }

    private Map<String, List<CountedRow>> selected(SeriesQuestion question) {
        Table table = new Table(
                question.rows().fact().id().system(), question.rows().fact().table());
        return tables.getOrDefault(table, List.of()).stream()
                .map(rows -> new CaseworkSelection(
                        question, rows, areas.municipality().code()))
                .flatMap(selection -> selection.selected().stream())
                .collect(Collectors.groupingBy(CountedRow::leaf));
    }

    private List<AreaMembership> memberships(AreaCode area) {
        return areas.find(area)
                .map(Area::kind)
                .map(kind -> areas.division(kind).memberships(area))
                .orElse(List.of());
    }
}
