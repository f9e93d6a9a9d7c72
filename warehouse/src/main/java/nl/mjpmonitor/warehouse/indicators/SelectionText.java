package nl.mjpmonitor.warehouse.indicators;

import java.util.List;
import nl.mjpmonitor.warehouse.facts.Condition;
import nl.mjpmonitor.warehouse.facts.Fact;
import nl.mjpmonitor.warehouse.facts.LeadTime;
import nl.mjpmonitor.warehouse.facts.MarginColumns;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which rows of casework are counted and how, as the statement reads it. An empty column is none.
 *
 * @param number number of the selection
 * @param kind {@code count}, {@code distinct}, {@code duration} or {@code level}
 */
record SelectionText(
        int number,
        String kind,
        String sourceSystem,
        String sourceTable,
        String date,
        String area,
        String amount,
        String identity,
        String start,
        String end,
        String lower,
        String upper,
        List<Condition> conditions,
        List<Condition> approximate,
        List<Condition> provisional) {

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
                rows.conditions(),
                fact.approximate(),
                fact.provisional());
    }

    static String json(List<SelectionText> selections) {
        return JSON.writeValueAsString(selections);
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
