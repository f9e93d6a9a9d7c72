package nl.mjpmonitor.warehouse.indicators;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.areas.Areas;

/**
 * {@link IndicatorQuery} out of {@code mart.monthly_count} and {@code core.casework_change}. Safe for use by many threads.
 */
public final class ClickHouseIndicatorQuery implements IndicatorQuery {

    private final WarehouseConnection connection;
    private final IndicatorCatalogue catalogue;
    private final Areas areas;
    private final Clock clock;
    private final DisclosureRules disclosure;

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
        this.disclosure = new PatternDisclosure(areas);
    }

    @Override
    public List<IndicatorSeries> series(List<SeriesRequest> requests) {
        if (requests.size() > MAXIMUM) {
            throw new IllegalArgumentException("At most " + MAXIMUM + " series are answered at once");
        }
        requests.forEach(this::requireArea);
        Set<SeriesQuestion> questions = new LinkedHashSet<>();
        for (SeriesRequest request : requests) {
            counted(request).forEach(question -> {
                questions.add(question);
                disclosure
                        .needed(question.indicator(), question.request())
                        .forEach(needed ->
                                questions.add(new SeriesQuestion(needed, question.indicator(), question.rows())));
            });
        }
        Observations observations = new Observer(connection, areas).observe(questions);
        Answers answers = new Answers(catalogue, areas, disclosure, observations, this::asOf);
        return requests.stream()
                .map(request -> new IndicatorSeries(request, answers.points(request)))
                .toList();
    }

    /** What must be counted to answer: of a ratio both its sides. */
    private Stream<SeriesQuestion> counted(SeriesRequest request) {
        Indicator indicator = catalogue.require(request.indicator());
        return indicator.measure() instanceof Measure.Ratio ratio
                ? Stream.of(ratio.of(), ratio.to()).flatMap(side -> counted(request.of(side)))
                : indicator.measure().source().stream().map(rows -> new SeriesQuestion(request, indicator, rows));
    }

    private void requireArea(SeriesRequest request) {
        if (areas.find(request.area()).isEmpty()) {
            throw new IllegalArgumentException("There is no area " + request.area());
        }
    }

    private Instant asOf(SeriesRequest request) {
        Instant now = clock.instant();
        return request.peildatum().isBefore(now) ? request.peildatum() : now;
    }
}
