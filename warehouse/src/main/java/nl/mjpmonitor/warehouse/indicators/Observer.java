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
import nl.mjpmonitor.warehouse.WarehouseAnswer;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.periods.Period;

/** Asks the warehouse everything of a page at once. */
final class Observer {

    private final WarehouseConnection connection;
    private final Areas areas;

    Observer(WarehouseConnection connection, Areas areas) {
        this.connection = connection;
        this.areas = areas;
    }

    Observations observe(Collection<SeriesQuestion> questions) {
        Map<Instant, List<SeriesQuestion>> byMoment = questions.stream()
                .collect(Collectors.groupingBy(
                        question -> question.request().peildatum().truncatedTo(ChronoUnit.MILLIS),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Asked> asked = byMoment.entrySet().stream()
                .map(ofMoment -> ask(ofMoment.getValue(), ofMoment.getKey()))
                .toList();
        Observations observations = new Observations();
        asked.forEach(answer -> answer.addTo(observations));
        return observations;
    }

    private Asked ask(List<SeriesQuestion> questions, Instant moment) {
        SeriesStatements statements = SeriesStatements.compile(questions, moment);
        return new Asked(
                questions,
                ask("Query of counts", statements.counts(), MonthlyCounts.Row::of),
                ask("Query of casework", statements.rows(), CaseworkRows::of));
    }

    private <T> Optional<WarehouseAnswer<T>> ask(
            String operation, Optional<SeriesStatement> statement, Function<GenericRecord, T> mapper) {
        return statement.map(asked -> connection.ask(operation, asked.sql(), asked.parameters(), mapper));
    }

    /** Questions of one moment whose answers are on their way. */
    private final class Asked {

        private final List<SeriesQuestion> questions;
        private final Optional<WarehouseAnswer<MonthlyCounts.Row>> counts;
        private final Optional<WarehouseAnswer<CaseworkRows>> rows;

        Asked(
                List<SeriesQuestion> questions,
                Optional<WarehouseAnswer<MonthlyCounts.Row>> counts,
                Optional<WarehouseAnswer<CaseworkRows>> rows) {
            this.questions = questions;
            this.counts = counts;
            this.rows = rows;
        }

        void addTo(Observations observations) {
            List<CaseworkRows> known = rows(rows);
            SeriesObservations answer = new SeriesObservations(
                    new MonthlyCounts(rows(counts)),
                    new CaseworkCounts(known, areas),
                    new KeptMonths(known),
                    new LeafLevels(areas));
            for (SeriesQuestion question : questions) {
                List<PeriodObservation> observed = answer.of(question);
                Map<Period, PeriodObservation> series = observations.begin(question.request());
                for (int place = 0; place < observed.size(); place++) {
                    series.put(question.periods().get(place), observed.get(place));
                }
            }
        }

        private static <T> List<T> rows(Optional<WarehouseAnswer<T>> answer) {
            return answer.map(WarehouseAnswer::rows).orElse(List.of());
        }
    }
}
