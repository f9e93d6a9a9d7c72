package nl.mjpmonitor.warehouse.indicators;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
        if (requests.size() > MAXIMUM) {
            throw new IllegalArgumentException("At most " + MAXIMUM + " series are answered at once");
        }
        List<Question> questions = requests.stream().map(this::question).toList();
        SeriesStatement statement = SeriesStatement.compile(questions);
        SeriesObservations observations = new SeriesObservations(connection.query(
                "Query of indicator series", statement.sql(), statement.parameters(), SeriesObservations.Row::of));
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

    private IndicatorSeries answer(int number, Question question, SeriesObservations observations) {
        SeriesRequest request = question.request();
        ValueRules rules = new ValueRules(question.indicator(), areaKind(request), asOf(request));
        List<IndicatorPoint> points = Period.range(request.from(), request.to()).stream()
                .map(period -> IndicatorPoint.of(
                        period, rules.value(period, observations.of(number, request.peildatum(), period))))
                .toList();
        return new IndicatorSeries(request, points);
    }

    private Instant asOf(SeriesRequest request) {
        Instant now = clock.instant();
        return request.peildatum().isBefore(now) ? request.peildatum() : now;
    }
}
