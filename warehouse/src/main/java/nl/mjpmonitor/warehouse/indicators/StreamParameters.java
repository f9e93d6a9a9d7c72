package nl.mjpmonitor.warehouse.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.indicators.SeriesStatements.NumberedQuestion;

/** Binds questions to {@code series_of_stream.sql}. Questions that add up the same measures stand together. */
final class StreamParameters {

    private StreamParameters() {}

    static Map<String, Object> of(List<NumberedQuestion> questions, String moment) {
        WindowSets windows = new WindowSets();
        Map<List<String>, List<NumberedQuestion>> byMeasures = questions.stream()
                .collect(Collectors.groupingBy(
                        asked -> List.copyOf(asked.question().rows().measures()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<List<Object>> rows = new ArrayList<>();
        byMeasures.forEach((measures, asking) -> rows.add(List.of(
                measures,
                asking.stream().map(NumberedQuestion::number).toList(),
                asking.stream().map(StreamParameters::area).toList(),
                asking.stream()
                        .map(asked -> windows.number(asked.question().periods()))
                        .toList())));
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("questions", SeriesStatement.rows(rows));
        parameters.put(
                "all_measures",
                List.copyOf(byMeasures.keySet().stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toCollection(TreeSet::new))));
        parameters.put(
                "area_codes",
                List.copyOf(
                        questions.stream().map(StreamParameters::area).collect(Collectors.toCollection(TreeSet::new))));
        windows.bind(parameters);
        parameters.put("moment", moment);
        return parameters;
    }

    private static String area(NumberedQuestion asked) {
        return asked.question().request().area().value();
    }
}
