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
        List<Integer> questionNumbers = new ArrayList<>();
        List<Integer> selectionNumbers = new ArrayList<>();
        List<String> areas = new ArrayList<>();
        List<Integer> windowNumbers = new ArrayList<>();
        for (NumberedQuestion asked : questions) {
            SeriesQuestion question = asked.question();
            questionNumbers.add(asked.number());
            selectionNumbers.add(counted.number(question.indicator().measure(), question.rows()));
            areas.add(question.request().area().value());
            windowNumbers.add(windows.number(question.periods()));
        }
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("selections", SelectionText.json(counted.selections));
        parameters.put("tables", SeriesStatement.array(counted.tables));
        parameters.put("question_no", questionNumbers);
        parameters.put("selection_no", selectionNumbers);
        parameters.put("question_area", areas);
        parameters.put("window_set", windowNumbers);
        parameters.put("area_codes", List.copyOf(new TreeSet<>(areas)));
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
