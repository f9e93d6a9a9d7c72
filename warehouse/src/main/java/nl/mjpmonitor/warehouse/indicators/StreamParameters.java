package nl.mjpmonitor.warehouse.indicators;

import static nl.mjpmonitor.warehouse.indicators.SeriesStatement.array;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
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
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("measures", lists(byMeasures.keySet(), SeriesStatement::quoted));
        parameters.put("question_nos", lists(byMeasures.values(), asked -> String.valueOf(asked.number())));
        parameters.put("question_areas", lists(byMeasures.values(), asked -> SeriesStatement.quoted(area(asked))));
        parameters.put(
                "window_sets",
                lists(
                        byMeasures.values(),
                        asked -> String.valueOf(windows.number(asked.question().periods()))));
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

    private static <T> String lists(Collection<List<T>> lists, Function<T, String> text) {
        return array(lists.stream()
                .map(list -> array(list.stream().map(text).toList()))
                .toList());
    }
}
