package nl.mjpmonitor.warehouse.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.SeriesStatements.NumberedQuestion;

/** Binds questions to {@code series_of_casework.sql}. Questions that count the same rows share a selection. */
final class CaseworkParameters {

    private final Map<Selected, Integer> numbers = new LinkedHashMap<>();
    private final List<SelectionText> selections = new ArrayList<>();
    private final Set<String> tables = new TreeSet<>();

    private record Selected(Measure measure, FactReference rows) {}

    private CaseworkParameters() {}

    static Map<String, Object> of(List<NumberedQuestion> questions, String moment, AreaCode municipality) {
        CaseworkParameters counted = new CaseworkParameters();
        WindowSets windows = new WindowSets();
        List<List<Object>> rows = new ArrayList<>();
        Set<String> areas = new TreeSet<>();
        for (NumberedQuestion asked : questions) {
            SeriesQuestion question = asked.question();
            String area = question.request().area().value();
            areas.add(area);
            rows.add(List.of(
                    asked.number(),
                    counted.number(question.indicator().measure(), question.rows()),
                    area,
                    windows.number(question.periods())));
        }
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("selections", SelectionText.json(counted.selections));
        parameters.put("tables", SeriesStatement.array(counted.tables));
        parameters.put("questions", SeriesStatement.rows(rows));
        parameters.put("area_codes", List.copyOf(areas));
        windows.bind(parameters);
        parameters.put("moment", moment);
        parameters.put("municipality", municipality.value());
        return parameters;
    }

    /** A quantile more or less counts the same rows. */
    private int number(Measure measure, FactReference rows) {
        Measure counted = measure instanceof Measure.Duration duration
                ? new Measure.Duration(rows, duration.leadTime(), Measure.Quantile.MEDIAN)
                : measure;
        return numbers.computeIfAbsent(new Selected(counted, rows), selected -> {
            int number = numbers.size();
            selections.add(SelectionText.of(number, counted, rows));
            tables.add(
                    SeriesStatement.pair(rows.fact().id().system(), rows.fact().table()));
            return number;
        });
    }
}
