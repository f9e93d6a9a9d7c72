package nl.mjpmonitor.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.FigureSources;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.PointMarks;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.quality.FigureSignal;
import nl.mjpmonitor.warehouse.quality.FigureSource;
import nl.mjpmonitor.warehouse.quality.FigureTokens;
import nl.mjpmonitor.warehouse.quality.Freshness;
import nl.mjpmonitor.warehouse.quality.SourceFreshness;
import nl.mjpmonitor.warehouse.revisions.KnownMoments;

/**
 * A warehouse in memory that answers by the same rules as the real one: a period is the sum of its cells, unknown when any cell
 * is unknown or any month is not covered, zero only when covered. It can be away, and it counts what it is asked. Safe for use
 * by many threads.
 */
public final class InMemoryWarehouse implements IndicatorQuery, FigureSignal, Freshness, KnownMoments {

    private record Cell(IndicatorId indicator, AreaCode area, YearMonth month) {}

    private record Correction(Instant knownAt, Cell cell, long change) {}

    private static final FigureSources SOURCES = new FigureSources(IndicatorCatalogue.load());

    private final Areas areas;
    private final Clock clock;
    private final Map<Cell, Long> counts = new HashMap<>();
    private final List<Correction> corrections = new ArrayList<>();
    private final Set<Cell> unknown = new HashSet<>();
    private final Set<YearMonth> covered = new HashSet<>();
    private final Set<YearMonth> provisional = new HashSet<>();
    private final Map<IndicatorId, PointMarks> marks = new HashMap<>();
    private final List<SourceFreshness> freshness = new ArrayList<>();
    private boolean isAway;
    private long changes;
    private final Map<FigureSource, Long> changesBySource = new HashMap<>();
    private long questions;
    private long looksAtSources;
    private int largestQuestion;

    public InMemoryWarehouse(Areas areas, Clock clock) {
        this.areas = areas;
        this.clock = clock;
    }

    /** Forgets everything, and is there again. */
    public synchronized void clear() {
        counts.clear();
        corrections.clear();
        unknown.clear();
        covered.clear();
        provisional.clear();
        marks.clear();
        freshness.clear();
        isAway = false;
        questions = 0;
        largestQuestion = 0;
        changedEverywhere();
    }

    public synchronized void cover(YearMonth from, YearMonth to) {
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            covered.add(month);
        }
        changedEverywhere();
    }

    public synchronized void markProvisional(YearMonth month) {
        provisional.add(month);
        changedEverywhere();
    }

    /** Marks every figure of an indicator. */
    public synchronized void mark(String indicator, PointMarks mark) {
        marks.put(new IndicatorId(indicator), mark);
        changed(indicator);
    }

    /** Adds to one cell; a negative number withdraws. */
    public synchronized void add(String indicator, String area, YearMonth month, long count) {
        counts.merge(cell(indicator, area, month), count, Long::sum);
        changed(indicator);
    }

    /** Adds to one cell what is known from a moment on. */
    public synchronized void correct(String indicator, String area, YearMonth month, long change, Instant knownAt) {
        corrections.add(new Correction(knownAt, cell(indicator, area, month), change));
        changed(indicator);
    }

    @Override
    public synchronized List<Instant> between(Instant after, Instant until) {
        answer();
        return corrections.stream()
                .map(Correction::knownAt)
                .filter(moment -> moment.isAfter(after) && !moment.isAfter(until))
                .distinct()
                .sorted()
                .toList();
    }

    public synchronized void leaveUnknown(String indicator, String area, YearMonth month) {
        unknown.add(cell(indicator, area, month));
        changed(indicator);
    }

    public synchronized void heardFrom(String sourceSystem, Instant sourceAt) {
        freshness.removeIf(source -> source.sourceSystem().equals(sourceSystem));
        freshness.add(new SourceFreshness(sourceSystem, sourceAt, clock.instant()));
    }

    /** Every source that was heard from gives a sign of life. */
    public synchronized void hearFromAll() {
        freshness.replaceAll(source -> new SourceFreshness(source.sourceSystem(), clock.instant(), clock.instant()));
    }

    public synchronized void goAway() {
        isAway = true;
    }

    public synchronized void comeBack() {
        isAway = false;
    }

    /** How often figures were asked. */
    public synchronized long questions() {
        return questions;
    }

    /** How often it was asked which sources changed. */
    public synchronized long looksAtSources() {
        return looksAtSources;
    }

    /** Number of series in the largest question. */
    public synchronized int largestQuestion() {
        return largestQuestion;
    }

    /** More or fewer are counted; which months were kept stays as it was. */
    private void changed(String indicator) {
        changed(SOURCES.of(Set.of(new IndicatorId(indicator))).stream()
                .filter(source ->
                        !source.name().endsWith(".delivery") && !source.name().endsWith(".register_period"))
                .collect(Collectors.toSet()));
    }

    private void changedEverywhere() {
        changed(SOURCES.all());
    }

    private void changed(Set<FigureSource> sources) {
        changes++;
        sources.forEach(source -> changesBySource.merge(source, 1L, Long::sum));
    }

    private static Cell cell(String indicator, String area, YearMonth month) {
        return new Cell(new IndicatorId(indicator), new AreaCode(area), month);
    }

    @Override
    public synchronized String current() {
        answer();
        return Long.toString(changes);
    }

    @Override
    public synchronized FigureTokens tokens() {
        answer();
        looksAtSources++;
        return new FigureTokens(changesBySource.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString())));
    }

    @Override
    public synchronized List<SourceFreshness> perSystem() {
        answer();
        return List.copyOf(freshness);
    }

    @Override
    public synchronized List<IndicatorSeries> series(List<SeriesRequest> requests) {
        answer();
        questions++;
        largestQuestion = Math.max(largestQuestion, requests.size());
        return requests.stream().map(this::series).toList();
    }

    private void answer() {
        if (isAway) {
            throw new WarehouseException("The warehouse in memory is away");
        }
    }

    private IndicatorSeries series(SeriesRequest request) {
        return new IndicatorSeries(
                request,
                Period.range(request.from(), request.to()).stream()
                        .map(period -> new IndicatorPoint(
                                period,
                                value(request, period),
                                marks.getOrDefault(request.indicator(), PointMarks.NONE)))
                        .toList());
    }

    private IndicatorValue value(SeriesRequest request, Period period) {
        List<YearMonth> months = Stream.iterate(
                        period.firstMonth(), month -> !month.isAfter(period.lastMonth()), month -> month.plusMonths(1))
                .toList();
        List<Cell> cells = parts(request.area()).stream()
                .flatMap(area -> months.stream().map(month -> new Cell(request.indicator(), area, month)))
                .toList();
        if (!covered.containsAll(months) || cells.stream().anyMatch(unknown::contains)) {
            return new IndicatorValue.Unknown();
        }
        return new IndicatorValue.Counted(
                cells.stream().mapToLong(cell -> counts.getOrDefault(cell, 0L)).sum()
                        + corrections.stream()
                                .filter(correction -> !correction.knownAt().isAfter(request.peildatum()))
                                .filter(correction -> cells.contains(correction.cell()))
                                .mapToLong(Correction::change)
                                .sum(),
                months.stream().anyMatch(provisional::contains) ? ValueStatus.VOORLOPIG : ValueStatus.DEFINITIEF);
    }

    /** The areas whose cells make up an area. */
    private List<AreaCode> parts(AreaCode code) {
        Area area = areas.find(code).orElseThrow(() -> new IllegalArgumentException("There is no area " + code));
        return switch (area.kind()) {
            case BUURT, REST -> List.of(code);
            case WIJK ->
                areas.ofKind(AreaKind.BUURT).stream()
                        .filter(buurt -> buurt.parent().filter(code::equals).isPresent())
                        .map(Area::code)
                        .toList();
            case GEMEENTE ->
                Stream.concat(areas.ofKind(AreaKind.BUURT).stream(), areas.ofKind(AreaKind.REST).stream())
                        .map(Area::code)
                        .toList();
            case STADSDEEL, LWA, REGIO, REGIOGEMEENTE, LAND ->
                areas.division(area.kind()).leaves(code, LocalDate.now(clock));
        };
    }
}
