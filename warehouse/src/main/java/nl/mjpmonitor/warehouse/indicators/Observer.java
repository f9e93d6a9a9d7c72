package nl.mjpmonitor.warehouse.indicators;

import com.clickhouse.client.api.query.GenericRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.WarehouseAnswer;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.periods.Period;

/** Asks the warehouse everything of a page at once. */
final class Observer {

    /** Keeps the address of a request, in which the parameters travel, within what ClickHouse takes. */
    private static final int QUESTIONS_PER_STATEMENT = 5_000;

    private final WarehouseConnection connection;
    private final Areas areas;

    Observer(WarehouseConnection connection, Areas areas) {
        this.connection = connection;
        this.areas = areas;
    }

    Observations observe(Collection<SeriesQuestion> questions) {
        List<Asked> asked = questions.stream()
                .collect(Collectors.groupingBy(
                        question -> question.request().peildatum().truncatedTo(ChronoUnit.MILLIS),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(ofMoment -> parts(ofMoment.getValue()).map(part -> ask(part, ofMoment.getKey())))
                .toList();
        Observations observations = new Observations();
        asked.forEach(part -> part.addTo(observations));
        return observations;
    }

    private static Stream<List<SeriesQuestion>> parts(List<SeriesQuestion> questions) {
        return IntStream.iterate(0, from -> from < questions.size(), from -> from + QUESTIONS_PER_STATEMENT)
                .mapToObj(from -> questions.subList(from, Math.min(from + QUESTIONS_PER_STATEMENT, questions.size())));
    }

    private Asked ask(List<SeriesQuestion> questions, Instant moment) {
        SeriesStatements statements =
                SeriesStatements.compile(questions, moment, areas.municipality().code());
        return new Asked(
                questions,
                ask("Query of counts", statements.stream(), SeriesObservations.Row::ofStream),
                ask("Query of casework", statements.casework(), row -> casework(row, questions)),
                ask("Query of kept months", statements.keptMonths(), KeptMonths.Row::of));
    }

    private static SeriesObservations.Row casework(GenericRecord row, List<SeriesQuestion> questions) {
        Indicator indicator = questions.get(row.getInteger("question_no")).indicator();
        return SeriesObservations.Row.ofCasework(row, indicator.measure());
    }

    private <T> Optional<WarehouseAnswer<T>> ask(
            String operation, Optional<SeriesStatement> statement, Function<GenericRecord, T> mapper) {
        return statement.map(asked -> connection.ask(operation, asked.sql(), asked.parameters(), mapper));
    }

    /** Questions of one moment whose answers are on their way. */
    private final class Asked {

        private final List<SeriesQuestion> questions;
        private final Optional<WarehouseAnswer<SeriesObservations.Row>> stream;
        private final Optional<WarehouseAnswer<SeriesObservations.Row>> casework;
        private final Optional<WarehouseAnswer<KeptMonths.Row>> keptMonths;

        Asked(
                List<SeriesQuestion> questions,
                Optional<WarehouseAnswer<SeriesObservations.Row>> stream,
                Optional<WarehouseAnswer<SeriesObservations.Row>> casework,
                Optional<WarehouseAnswer<KeptMonths.Row>> keptMonths) {
            this.questions = questions;
            this.stream = stream;
            this.casework = casework;
            this.keptMonths = keptMonths;
        }

        void addTo(Observations observations) {
            SeriesObservations answer = new SeriesObservations(
                    questions,
                    new LeafLevels(areas),
                    Stream.concat(rows(stream), rows(casework)).toList(),
                    rows(keptMonths).toList());
            for (int number = 0; number < questions.size(); number++) {
                SeriesQuestion question = questions.get(number);
                List<Period> periods = question.periods();
                Map<Period, PeriodObservation> series = observations.begin(question.request());
                for (int window = 0; window < periods.size(); window++) {
                    series.put(periods.get(window), answer.of(number, window));
                }
            }
        }

        private static <T> Stream<T> rows(Optional<WarehouseAnswer<T>> answer) {
            return answer.stream().flatMap(asked -> asked.rows().stream());
        }
    }
}
