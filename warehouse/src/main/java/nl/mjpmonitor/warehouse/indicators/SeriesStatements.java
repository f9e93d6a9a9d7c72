package nl.mjpmonitor.warehouse.indicators;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.facts.Fact;

/**
 * What must be asked to answer many questions as known at one moment: at most two statements, which do not wait for each other.
 * Each is left out when no question needs it, because planning a statement takes the engine most of its time.
 *
 * @param counts the counts of the stream
 * @param rows the rows of casework, and the months in which no rows are zero
 */
record SeriesStatements(Optional<SeriesStatement> counts, Optional<SeriesStatement> rows) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Compiles the questions.
     *
     * @param moment reference date of all of them
     */
    static SeriesStatements compile(Collection<SeriesQuestion> questions, Instant moment) {
        String at = MOMENT.format(moment);
        return new SeriesStatements(
                those(questions, rows -> rows.fact().streamed().isPresent())
                        .map(asked -> SeriesStatement.ofMonthlyCounts(counts(asked, at))),
                those(questions, rows -> rows.fact().streamed().isEmpty() || rows.needsMonths())
                        .map(asked -> SeriesStatement.ofCaseworkRows(rows(asked, at))));
    }

    private static Optional<List<SeriesQuestion>> those(
            Collection<SeriesQuestion> questions, Predicate<FactReference> isAsked) {
        List<SeriesQuestion> asked = questions.stream()
                .filter(question -> isAsked.test(question.rows()))
                .toList();
        return Optional.of(asked).filter(some -> !some.isEmpty());
    }

    private static Map<String, Object> counts(List<SeriesQuestion> questions, String moment) {
        Map<String, Object> parameters = common(questions, moment);
        parameters.put(
                "measures",
                List.copyOf(distinct(indicators(questions).stream(), question -> question.rows().measures().stream())));
        parameters.put(
                "area_codes",
                List.copyOf(distinct(
                        questions.stream(),
                        question -> Stream.of(question.request().area().value()))));
        return parameters;
    }

    private static Map<String, Object> rows(List<SeriesQuestion> questions, String moment) {
        Collection<SeriesQuestion> asked = indicators(questions);
        Map<String, Object> parameters = common(questions, moment);
        parameters.put("tables", SeriesStatement.array(distinct(asked.stream(), SeriesStatements::tables)));
        parameters.put(
                "names",
                List.copyOf(distinct(
                        asked.stream(),
                        question -> Stream.concat(CaseworkSelection.columns(question), KeptMonths.COLUMNS.stream()))));
        return parameters;
    }

    private static Stream<String> tables(SeriesQuestion question) {
        FactReference rows = question.rows();
        Fact fact = rows.fact();
        return Stream.concat(
                        Stream.of(fact.table()).filter(table -> fact.streamed().isEmpty()),
                        Stream.of(rows.monthsTable()).filter(table -> rows.needsMonths()))
                .map(table -> SeriesStatement.pair(fact.id().system(), table));
    }

    /** One question of each indicator: what is read does not depend on the area and the periods. */
    private static Collection<SeriesQuestion> indicators(List<SeriesQuestion> questions) {
        return questions.stream()
                .collect(Collectors.toMap(
                        question -> question.indicator().id(), Function.identity(), (one, other) -> one))
                .values();
    }

    private static Set<String> distinct(
            Stream<SeriesQuestion> questions, Function<SeriesQuestion, Stream<String>> names) {
        return questions.flatMap(names).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Reference date, and the days that hold all periods asked for. */
    private static Map<String, Object> common(List<SeriesQuestion> questions, String moment) {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("moment", moment);
        parameters.put(
                "first_day",
                Collections.min(months(questions, request -> request.from().firstMonth()))
                        .atDay(1)
                        .toString());
        parameters.put(
                "end_day",
                Collections.max(months(questions, request -> request.to().lastMonth()))
                        .plusMonths(1)
                        .atDay(1)
                        .toString());
        return parameters;
    }

    private static List<YearMonth> months(List<SeriesQuestion> questions, Function<SeriesRequest, YearMonth> month) {
        return questions.stream().map(SeriesQuestion::request).map(month).toList();
    }
}
