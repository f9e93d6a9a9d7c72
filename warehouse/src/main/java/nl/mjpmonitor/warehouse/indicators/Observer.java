package nl.mjpmonitor.warehouse.indicators;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.periods.Period;

/** Asks the warehouse: one statement for everything of one reference date. */
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
        Observations observations = new Observations();
        questions.stream()
                .collect(Collectors.groupingBy(
                        question -> question.request().peildatum().truncatedTo(ChronoUnit.MILLIS),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((moment, ofMoment) -> IntStream.iterate(
                                0, from -> from < ofMoment.size(), from -> from + QUESTIONS_PER_STATEMENT)
                        .mapToObj(from ->
                                ofMoment.subList(from, Math.min(from + QUESTIONS_PER_STATEMENT, ofMoment.size())))
                        .forEach(part -> ask(part, moment, observations)));
        return observations;
    }

    private void ask(List<SeriesQuestion> questions, Instant moment, Observations observations) {
        AreaCode municipality = areas.municipality().code();
        SeriesStatement statement = SeriesStatement.compile(questions, moment, municipality);
        SeriesObservations answer = new SeriesObservations(
                questions,
                new LeafLevels(areas),
                connection.query(
                        "Query of indicator series",
                        statement.sql(),
                        statement.parameters(),
                        SeriesObservations.Row::of));
        for (int number = 0; number < questions.size(); number++) {
            SeriesQuestion question = questions.get(number);
            List<Period> periods = question.periods();
            for (int window = 0; window < periods.size(); window++) {
                observations.put(question, periods.get(window), answer.of(number, window));
            }
        }
    }
}
