package nl.mjpmonitor.warehouse.indicators;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.SeriesStatement.Question;
import nl.mjpmonitor.warehouse.periods.Period;

/** {@link IndicatorQuery} out of {@code mart.monthly_count}. Safe for use by many threads. */
public final class ClickHouseIndicatorQuery implements IndicatorQuery {

    private final WarehouseConnection connection;
    private final IndicatorCatalogue catalogue;
    private final Areas areas;
    private final Clock clock;

    /**
     * Asks over this connection.
     *
     * @param clock tells which months are the newest ones when everything is asked
     */
    public ClickHouseIndicatorQuery(
            WarehouseConnection connection, IndicatorCatalogue catalogue, Areas areas, Clock clock) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.areas = areas;
        this.clock = clock;
    }

    @Override
    public List<IndicatorSeries> series(List<SeriesRequest> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        List<Question> questions = requests.stream().map(this::question).toList();
        Map<Key, PeriodObservation> observations = observe(SeriesStatement.compile(questions));
        return IntStream.range(0, questions.size())
                .mapToObj(number -> answer(number, questions.get(number), observations))
                .toList();
    }

    private Question question(SeriesRequest request) {
        Indicator indicator = catalogue
                .find(request.indicator())
                .orElseThrow(() -> new IllegalArgumentException("There is no indicator " + request.indicator()));
        areaKind(request);
        return new Question(request, indicator);
    }

    private AreaKind areaKind(SeriesRequest request) {
        return areas.find(request.area())
                .orElseThrow(() -> new IllegalArgumentException("There is no area " + request.area()))
                .kind();
    }

    private Map<Key, PeriodObservation> observe(SeriesStatement statement) {
        record Row(Key key, PeriodObservation observation) {}
        Map<Key, PeriodObservation> observations = new HashMap<>();
        connection
                .query(
                        "Query of indicator series",
                        statement.sql(),
                        statement.parameters(),
                        row -> new Row(
                                new Key(row.getInteger("request_no"), YearMonth.from(row.getLocalDate("period_from"))),
                                new PeriodObservation(
                                        row.getInteger("covered_months"),
                                        row.getLong("count"),
                                        row.getLong("unknown_count"))))
                .forEach(row -> observations.put(row.key(), row.observation()));
        return observations;
    }

    private IndicatorSeries answer(int number, Question question, Map<Key, PeriodObservation> observations) {
        SeriesRequest request = question.request();
        ValueRules rules = new ValueRules(question.indicator(), areaKind(request), asOf(request));
        List<IndicatorPoint> points = Period.range(request.from(), request.to()).stream()
                .map(period -> new IndicatorPoint(
                        period,
                        rules.value(
                                period,
                                observations.getOrDefault(
                                        new Key(number, period.firstMonth()), PeriodObservation.NOTHING))))
                .toList();
        return new IndicatorSeries(request, points);
    }

    private Instant asOf(SeriesRequest request) {
        Instant now = clock.instant();
        return request.peildatum().isBefore(now) ? request.peildatum() : now;
    }

    private record Key(int requestNumber, YearMonth periodFrom) {}
}
