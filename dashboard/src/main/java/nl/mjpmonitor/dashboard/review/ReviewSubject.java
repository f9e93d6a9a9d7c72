package nl.mjpmonitor.dashboard.review;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.dashboard.live.FigureRequest;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.comparisons.FigureComparisons;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorGroup;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.springframework.stereotype.Component;

/** What there is to see of a month, for the reader of this thread, and what is asked of the warehouse for it. */
@Component
class ReviewSubject {

    /** Months in a chart. */
    static final int COURSE_MONTHS = 25;

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");
    private static final int MONTHS_SEARCHED = 24;
    private static final YearMonth FIRST = YearMonth.of(FigureComparisons.BASE_YEAR + 1, 1);

    /** The order in which the meeting goes through the themes; the others follow in the order of the programme. */
    private static final List<String> FIRST_THEMES = List.of("criminaliteit", "overlast", "ondermijning");

    /** The one theme whose groups are gone through one by one. */
    private static final String BY_GROUP = "criminaliteit";

    private final IndicatorCatalogue catalogue;
    private final ReadableCatalogue readable;
    private final ReadableAreas areas;
    private final Clock clock;

    ReviewSubject(IndicatorCatalogue catalogue, ReadableCatalogue readable, ReadableAreas areas, Clock clock) {
        this.catalogue = catalogue;
        this.readable = readable;
        this.areas = areas;
        this.clock = clock;
    }

    /** The last whole month of the calendar. */
    YearMonth lastMonth() {
        return YearMonth.now(clock.withZone(DUTCH_TIME)).minusMonths(1);
    }

    /** The months one can choose, newest first. */
    List<YearMonth> months() {
        return Stream.iterate(lastMonth(), month -> !month.isBefore(FIRST), month -> month.minusMonths(1))
                .toList();
    }

    /** The areas in which there is anything by month. */
    List<Area> areas() {
        List<Indicator> indicators = readable.indicators();
        return areas.all().stream()
                .filter(area -> indicators.stream().anyMatch(one -> isMonthly(one, area)))
                .toList();
    }

    Area municipality() {
        return areas.municipality();
    }

    Optional<Area> wijkOf(Area area) {
        return area.kind() == AreaKind.BUURT ? area.parent().flatMap(areas::find) : Optional.empty();
    }

    /** What the meeting goes through in this area, in order. */
    List<Chapter> chapters(Area area) {
        List<IndicatorTheme> themes = catalogue.themes().stream()
                .sorted(Comparator.comparingInt(ReviewSubject::place))
                .toList();
        List<Chapter> chapters = new ArrayList<>();
        for (IndicatorTheme theme : themes) {
            List<IndicatorGroup> groups = readable.inTheme(theme.id());
            if (theme.id().equals(BY_GROUP)) {
                groups.forEach(
                        group -> chapters.add(new Chapter(group.id(), group.name(), monthly(List.of(group), area))));
            } else {
                chapters.add(new Chapter(theme.id(), theme.name(), monthly(groups, area)));
            }
        }
        return chapters.stream()
                .filter(chapter -> !chapter.indicators().isEmpty())
                .toList();
    }

    private static int place(IndicatorTheme theme) {
        int first = FIRST_THEMES.indexOf(theme.id());
        return first < 0 ? FIRST_THEMES.size() + theme.position() : first;
    }

    private List<Indicator> monthly(List<IndicatorGroup> groups, Area area) {
        return groups.stream()
                .flatMap(group -> readable.inGroup(group.id()).stream())
                .filter(indicator -> isMonthly(indicator, area))
                .toList();
    }

    private boolean isMonthly(Indicator indicator, Area area) {
        return indicator.grains().contains(PeriodGrain.MONTH)
                && indicator.areas().contains(area.kind())
                && areas.opens(indicator, area);
    }

    /**
     * All figures of a Maandbeeld, asked at once.
     *
     * @param lastTime peildatum of the last established one: what was known then is asked too
     */
    static FigureRequest request(ReviewKey key, List<Indicator> indicators, Optional<Instant> lastTime) {
        Stream<SeriesRequest> inhabitants =
                Stream.of(SeriesRequest.latest(FigureComparisons.INHABITANTS, key.area(), key.period(), key.period()));
        Stream<SeriesRequest> figures =
                indicators.stream().map(Indicator::id).flatMap(id -> requests(key, id, lastTime));
        return new FigureRequest(Stream.concat(inhabitants, figures).toList());
    }

    private static Stream<SeriesRequest> requests(ReviewKey key, IndicatorId id, Optional<Instant> lastTime) {
        Period month = key.period();
        Period firstMonth = Stream.of(
                        Period.month(FigureComparisons.BASE_YEAR, 1),
                        new Period(PeriodGrain.MONTH, key.month().minusMonths(COURSE_MONTHS - 1L)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Period yearToDate = Period.yearToDate(key.month());
        Period rolling = Period.rollingYear(key.month());
        Stream<SeriesRequest> now = Stream.of(
                SeriesRequest.latest(id, key.area(), firstMonth, month),
                SeriesRequest.latest(id, key.area(), yearToDate.sameLastYear(), yearToDate),
                SeriesRequest.latest(id, key.area(), rolling.sameLastYear(), rolling.sameLastYear()),
                SeriesRequest.latest(id, key.area(), rolling, rolling));
        Stream<SeriesRequest> then = lastTime.stream()
                .map(moment -> new SeriesRequest(id, key.area(), month.plusYears(-1), month.previous(), moment));
        return Stream.concat(now, then);
    }

    /** The areas that the topics are shown for: the parts of the area. */
    List<Area> parts(Area area) {
        return switch (area.kind()) {
            case GEMEENTE -> areas.ofKind(AreaKind.WIJK);
            case WIJK ->
                areas.ofKind(AreaKind.BUURT).stream()
                        .filter(buurt ->
                                buurt.parent().filter(area.code()::equals).isPresent())
                        .toList();
            case BUURT, REST, STADSDEEL, LWA, REGIO, REGIOGEMEENTE, LAND -> List.of();
        };
    }

    /** The month and the same month last year of every topic in every part; of what is not defined there nothing is asked. */
    FigureRequest partsRequest(ReviewKey key, List<Indicator> topics, List<Area> parts) {
        return new FigureRequest(topics.stream()
                .flatMap(topic -> parts.stream()
                        .filter(part -> isMonthly(topic, part))
                        .flatMap(part -> Stream.of(key.period().sameLastYear(), key.period())
                                .map(period -> SeriesRequest.latest(topic.id(), part.code(), period, period))))
                .toList());
    }

    /** One indicator a source by the last months: enough to see how far each source has come. */
    FigureRequest probe() {
        YearMonth last = lastMonth();
        Area municipality = municipality();
        return new FigureRequest(readable.indicators().stream()
                .filter(indicator -> isMonthly(indicator, municipality))
                .collect(Collectors.toMap(
                        Indicator::source, Function.identity(), (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .map(indicator -> SeriesRequest.latest(
                        indicator.id(),
                        municipality.code(),
                        new Period(PeriodGrain.MONTH, last.minusMonths(MONTHS_SEARCHED - 1L)),
                        new Period(PeriodGrain.MONTH, last)))
                .toList());
    }
}
