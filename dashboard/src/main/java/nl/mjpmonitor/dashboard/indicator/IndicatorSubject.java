package nl.mjpmonitor.dashboard.indicator;

import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.comparisons.FigureComparisons;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.springframework.stereotype.Component;

/** What there is to see of one indicator, for the reader of this thread. */
@Component
class IndicatorSubject {

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");
    private static final int MONTHS = 12;

    /** Areas with which a rate is compared: the municipality, the region, the country. */
    private static final List<AreaKind> LARGER = List.of(AreaKind.GEMEENTE, AreaKind.REGIO, AreaKind.LAND);

    private final ReadableCatalogue catalogue;
    private final ReadableAreas areas;
    private final Clock clock;

    IndicatorSubject(ReadableCatalogue catalogue, ReadableAreas areas, Clock clock) {
        this.catalogue = catalogue;
        this.areas = areas;
        this.clock = clock;
    }

    /**
     * A choice, and what of the address could not be followed.
     *
     * @param ignored names of the parameters that were passed over
     */
    record Read(IndicatorChoice choice, List<String> ignored) {}

    Optional<Indicator> find(String word) {
        return catalogue.indicators().stream()
                .filter(indicator -> indicator.id().value().equals(word))
                .findFirst();
    }

    Optional<Indicator> find(IndicatorId id) {
        return catalogue.find(id);
    }

    /** The areas in which the reader may see the indicator and for which it is defined. */
    List<Area> areas(Indicator indicator) {
        return areas.all().stream()
                .filter(area -> indicator.areas().contains(area.kind()) && areas.opens(indicator, area))
                .toList();
    }

    /** The wijk of a buurt. */
    Optional<Area> wijkOf(Area area) {
        return area.kind() == AreaKind.BUURT ? area.parent().flatMap(areas::find) : Optional.empty();
    }

    List<SeriesGrain> grains(Indicator indicator) {
        return Arrays.stream(SeriesGrain.values())
                .filter(grain -> grain.isDefinedFor(indicator))
                .toList();
    }

    /** The last month that is over. */
    YearMonth lastMonth() {
        return YearMonth.now(clock.withZone(DUTCH_TIME)).minusMonths(1);
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(DUTCH_TIME));
    }

    /**
     * What the address asks for. What it leaves out is what people ask for most: the municipality, the finest grain, all
     * periods, everything that is known. Empty when the reader may see the indicator nowhere.
     */
    Optional<Read> read(Indicator indicator, QueryParameters parameters) {
        List<Area> open = areas(indicator);
        List<SeriesGrain> grains = grains(indicator);
        if (open.isEmpty() || grains.isEmpty()) {
            return Optional.empty();
        }
        List<String> ignored = new ArrayList<>();
        Area usual = open.stream()
                .filter(area -> area.equals(areas.municipality()))
                .findFirst()
                .orElse(open.getFirst());
        Area area = parameter(
                        parameters,
                        IndicatorChoice.AREA,
                        ignored,
                        word -> open.stream()
                                .filter(candidate -> candidate.code().value().equals(word))
                                .findFirst())
                .orElse(usual);
        SeriesGrain grain = parameter(
                        parameters,
                        IndicatorChoice.GRAIN,
                        ignored,
                        word -> SeriesGrain.of(word).filter(grains::contains))
                .orElse(grains.getFirst());
        Optional<YearMonth> from =
                parameter(parameters, IndicatorChoice.FROM, ignored, word -> month(word, Period::firstMonth));
        Optional<YearMonth> to = parameter(
                parameters,
                IndicatorChoice.TO,
                ignored,
                word -> month(word, Period::lastMonth)
                        .filter(last -> from.map(first -> !last.isBefore(first)).orElse(true)));
        Optional<LocalDate> peildatum = parameter(
                parameters,
                IndicatorChoice.PEILDATUM,
                ignored,
                word -> day(word).filter(this::hasBeen));
        return Optional.of(new Read(
                new IndicatorChoice(
                        indicator,
                        area,
                        grain,
                        from,
                        to,
                        peildatum,
                        parameters
                                .getSingleParameter(IndicatorChoice.TIMELINE)
                                .map(IndicatorChoice::timeline)
                                .orElse(IndicatorChoice.USUAL)),
                ignored));
    }

    private static <T> Optional<T> parameter(
            QueryParameters parameters, String name, List<String> ignored, Function<String, Optional<T>> read) {
        Optional<String> word = parameters.getSingleParameter(name);
        Optional<T> value = word.flatMap(read);
        if (word.isPresent() && value.isEmpty()) {
            ignored.add(name);
        }
        return value;
    }

    /** A month, quarter or year, as the API writes it. */
    private static Optional<YearMonth> month(String word, Function<Period, YearMonth> end) {
        return Period.parse(word).filter(period -> period.grain().isCalendar()).map(end);
    }

    private static Optional<LocalDate> day(String word) {
        try {
            return Optional.of(LocalDate.parse(word));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean hasBeen(LocalDate day) {
        return day.isAfter(LocalDate.EPOCH) && !day.isAfter(today());
    }

    /** The series without regard to the months that are shown: limits and scale do not depend on those. */
    SeriesRequest series(IndicatorChoice choice) {
        Indicator indicator = choice.indicator();
        PeriodGrain grain = choice.grain().grain();
        YearMonth first = YearMonth.of(Math.min(indicator.definedFrom().getYear(), FigureComparisons.BASE_YEAR) - 1, 1);
        Period from = grain == PeriodGrain.ROLLING_YEAR
                ? Period.rollingYear(first.plusMonths(MONTHS - 1L))
                : Period.containing(grain, first);
        return new SeriesRequest(
                indicator.id(), choice.area().code(), from, choice.grain().lastEndedBy(lastMonth()), choice.moment());
    }

    /** Everything that the page asks; what the reader may not see is not asked. */
    IndicatorQuestion question(IndicatorChoice choice) {
        SeriesRequest own = series(choice);
        List<SeriesRequest> windows = windows(choice, own);
        List<SeriesRequest> denominators = choice.indicator().perInhabitants()
                ? Stream.concat(Stream.of(own), windows.stream())
                        .map(request -> request.of(FigureComparisons.INHABITANTS))
                        .toList()
                : List.of();
        Map<Area, SeriesRequest> elsewhere = new LinkedHashMap<>();
        larger(choice).stream()
                .filter(area ->
                        choice.indicator().areas().contains(area.kind()) && areas.opens(choice.indicator(), area))
                .forEach(area -> elsewhere.put(
                        area, new SeriesRequest(own.indicator(), area.code(), own.from(), own.to(), own.peildatum())));
        return new IndicatorQuestion(
                own,
                choice.peildatum().map(day -> SeriesRequest.latest(own.indicator(), own.area(), own.from(), own.to())),
                windows,
                denominators,
                elsewhere,
                timeline(choice, own));
    }

    /** The areas to compare a rate with, whether or not the indicator is defined there. */
    List<Area> larger(IndicatorChoice choice) {
        return LARGER.stream()
                .flatMap(kind -> areas.ofKind(kind).stream())
                .filter(area -> !area.equals(choice.area()))
                .toList();
    }

    /** Beside a month stand the year to date and the last twelve months. */
    private static List<SeriesRequest> windows(IndicatorChoice choice, SeriesRequest own) {
        YearMonth last = own.to().lastMonth();
        if (choice.grain() != SeriesGrain.MAAND || !choice.indicator().isDefinedFor(Period.yearToDate(last))) {
            return List.of();
        }
        int firstYear = own.from().year();
        Stream<SeriesRequest> yearsToDate = IntStream.rangeClosed(1, MONTHS).mapToObj(month -> {
            YearMonth newest = YearMonth.of(last.getYear(), month);
            return window(
                    own,
                    Period.yearToDate(YearMonth.of(firstYear, month)),
                    Period.yearToDate(newest.isAfter(last) ? newest.minusYears(1) : newest));
        });
        SeriesRequest rolling = window(own, Period.rollingYear(YearMonth.of(firstYear, 1)), Period.rollingYear(last));
        return Stream.concat(yearsToDate, Stream.of(rolling)).toList();
    }

    private static SeriesRequest window(SeriesRequest own, Period from, Period to) {
        return new SeriesRequest(own.indicator(), own.area(), from, to, own.peildatum());
    }

    private Map<TimelineKind, SeriesRequest> timeline(IndicatorChoice choice, SeriesRequest own) {
        Map<TimelineKind, SeriesRequest> requests = new EnumMap<>(TimelineKind.class);
        for (TimelineKind kind : choice.timeline()) {
            kind.indicator()
                    .filter(id -> !id.equals(choice.indicator().id()))
                    .flatMap(catalogue::find)
                    .filter(indicator ->
                            indicator.areas().contains(choice.area().kind()) && areas.opens(indicator, choice.area()))
                    .ifPresent(indicator -> requests.put(
                            kind,
                            new SeriesRequest(
                                    indicator.id(),
                                    own.area(),
                                    new Period(PeriodGrain.MONTH, own.from().firstMonth()),
                                    new Period(PeriodGrain.MONTH, own.to().lastMonth()),
                                    own.peildatum())));
        }
        return requests;
    }
}
