package nl.mjpmonitor.warehouse.indicators;

import java.util.List;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.facts.Condition;
import nl.mjpmonitor.warehouse.facts.Fact;
import nl.mjpmonitor.warehouse.facts.LeadTime;
import nl.mjpmonitor.warehouse.facts.MarginColumns;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which rows of casework are counted and how, as the statement reads it. An empty column is none. A condition is met by a row that
 * has one of its marks: {@code column=value}, or the column alone for any value.
 *
 * @param selectionNo number of the selection
 * @param kind {@code count}, {@code distinct}, {@code duration} or {@code level}
 * @param required marks that a row must have, all of them
 * @param choices sets of marks; a row must have one of each
 * @param approximate marks of which one makes the amount an estimate
 * @param provisional marks of which one makes the amount provisional
 */
record SelectionText(
        int selectionNo,
        String kind,
        String sourceSystem,
        String sourceTable,
        String dateColumn,
        String areaColumn,
        String amountColumn,
        String identityColumn,
        String startColumn,
        String endColumn,
        String lowerColumn,
        String upperColumn,
        List<String> required,
        List<List<String>> choices,
        List<String> approximate,
        List<String> provisional) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    static SelectionText of(int number, Measure measure, FactReference rows) {
        Fact fact = rows.fact();
        return new SelectionText(
                number,
                kind(measure),
                fact.id().system(),
                fact.table(),
                fact.date(),
                fact.area().orElse(""),
                fact.amount().orElse(""),
                measure instanceof Measure.Distinct distinct ? distinct.identity() : "",
                leadTime(measure, fact).from(),
                leadTime(measure, fact).to(),
                fact.margin().map(MarginColumns::lower).orElse(""),
                fact.margin().map(MarginColumns::upper).orElse(""),
                rows.conditions().stream()
                        .filter(condition -> condition.values().size() == 1)
                        .flatMap(SelectionText::marks)
                        .toList(),
                rows.conditions().stream()
                        .filter(condition -> condition.values().size() > 1)
                        .map(condition -> marks(condition).toList())
                        .toList(),
                fact.approximate().stream().flatMap(SelectionText::marks).toList(),
                fact.provisional().stream().flatMap(SelectionText::marks).toList());
    }

    static String json(List<SelectionText> selections) {
        return JSON.writeValueAsString(selections);
    }

    private static Stream<String> marks(Condition condition) {
        return condition.values().stream()
                .map(value -> value.equals(Condition.ANY) ? condition.column() : condition.column() + "=" + value);
    }

    private static String kind(Measure measure) {
        if (measure instanceof Measure.Distinct) {
            return "distinct";
        } else if (measure instanceof Measure.Duration) {
            return "duration";
        }
        return measure instanceof Measure.Level ? "level" : "count";
    }

    private static LeadTime leadTime(Measure measure, Fact fact) {
        return measure instanceof Measure.Duration duration
                ? fact.leadTime(duration.leadTime()).orElseThrow()
                : new LeadTime("", "", "");
    }
}
