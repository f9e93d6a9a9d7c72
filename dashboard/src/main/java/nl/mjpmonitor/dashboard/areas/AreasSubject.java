package nl.mjpmonitor.dashboard.areas;

import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.dashboard.live.FigureRequest;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.areas.Inhabitants;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.springframework.stereotype.Component;

/** What there is to see of the areas, for the reader of this thread. */
@Component
class AreasSubject {

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");
    private static final Set<AreaKind> KINDS =
            EnumSet.of(AreaKind.GEMEENTE, AreaKind.STADSDEEL, AreaKind.LWA, AreaKind.WIJK, AreaKind.BUURT);

    private final ReadableCatalogue catalogue;
    private final ReadableAreas readable;
    private final Areas areas;
    private final Clock clock;

    AreasSubject(ReadableCatalogue catalogue, ReadableAreas readable, Areas areas, Clock clock) {
        this.catalogue = catalogue;
        this.readable = readable;
        this.areas = areas;
        this.clock = clock;
    }

    /**
     * A choice, and what of the address could not be followed.
     *
     * @param ignored names of the parameters that were passed over
     */
    record Read(AreaChoice choice, List<String> ignored) {}

    /** The indicators that are counted in every buurt by year, in the order of the catalogue. */
    List<Indicator> indicators() {
        return catalogue.indicators().stream()
                .filter(indicator -> indicator.areas().contains(AreaKind.BUURT)
                        && indicator.grains().contains(PeriodGrain.YEAR)
                        && indicator.unit().isWhole()
                        && indicator.measure().isAdditive())
                .toList();
    }

    /** What the profile of an area has: of what stands for a theme at a glance, that of which a rate means anything. */
    List<Indicator> profile() {
        Set<IndicatorId> headlines = catalogue.themes().stream()
                .flatMap(theme -> theme.headline().stream())
                .collect(Collectors.toSet());
        return indicators().stream()
                .filter(indicator -> indicator.perInhabitants() && headlines.contains(indicator.id()))
                .toList();
    }

    /** The areas to choose from. */
    List<Area> areas() {
        return readable.all().stream()
                .filter(area -> KINDS.contains(area.kind()))
                .toList();
    }

    /** The areas beside which an area is ranked: those of its kind; of the municipality its buurten. */
    List<Area> beside(Area area) {
        AreaKind kind = area.kind() == AreaKind.GEMEENTE ? AreaKind.BUURT : area.kind();
        return inMunicipality(kind);
    }

    List<Area> buurten() {
        return inMunicipality(AreaKind.BUURT);
    }

    private List<Area> inMunicipality(AreaKind kind) {
        return areas.ofKind(kind).stream().filter(areas::isInMunicipality).toList();
    }

    Area municipality() {
        return readable.municipality();
    }

    /** The area of what could not be assigned to a buurt. */
    Optional<Area> remainder() {
        return areas.ofKind(AreaKind.REST).stream().findFirst();
    }

    /** The wijk of a buurt. */
    Optional<Area> wijkOf(Area area) {
        return area.kind() == AreaKind.BUURT ? area.parent().flatMap(readable::find) : Optional.empty();
    }

    /** Inhabitants at the end of a year, or the nearest number that is known; empty when there is none. */
    Optional<Inhabitants> inhabitants(Area area, int year) {
        return areas.population().atEndOf(area.code(), YearMonth.of(year, 12));
    }

    /** The years that are over, the first one first. */
    List<Integer> years(Indicator indicator) {
        int last = YearMonth.now(clock.withZone(DUTCH_TIME)).getYear() - 1;
        return IntStream.rangeClosed(Math.min(indicator.definedFrom().getYear(), last), last)
                .boxed()
                .toList();
    }

    /** What the address asks for; empty when the reader may see no indicator of any area. */
    Optional<Read> read(QueryParameters parameters, boolean hasBoundaries) {
        List<Indicator> indicators = indicators();
        if (indicators.isEmpty()) {
            return Optional.empty();
        }
        List<String> ignored = new ArrayList<>();
        Optional<Indicator> indicator = parameters
                .getSingleParameter(AreaChoice.INDICATOR)
                .flatMap(word -> noted(
                        AreaChoice.INDICATOR,
                        ignored,
                        indicators.stream()
                                .filter(one -> one.id().value().equals(word))
                                .findFirst()));
        Indicator chosen = indicator.orElseGet(() -> usual(indicators));
        Optional<Area> area = parameters
                .getSingleParameter(AreaChoice.AREA)
                .flatMap(word -> noted(
                        AreaChoice.AREA,
                        ignored,
                        areas().stream()
                                .filter(one -> one.code().value().equals(word))
                                .findFirst()));
        Optional<Integer> year = parameters
                .getSingleParameter(AreaChoice.YEAR)
                .flatMap(word -> noted(
                        AreaChoice.YEAR,
                        ignored,
                        years(chosen).stream()
                                .filter(one -> one.toString().equals(word))
                                .findFirst()));
        AreaChoice.Order order = parameters
                .getSingleParameter(AreaChoice.ORDER)
                .flatMap(word -> noted(AreaChoice.ORDER, ignored, named(AreaChoice.Order.values(), word)))
                .orElse(AreaChoice.Order.CIJFER);
        AreaChoice.MapKind map = parameters
                .getSingleParameter(AreaChoice.MAP)
                .flatMap(word -> noted(
                        AreaChoice.MAP,
                        ignored,
                        named(AreaChoice.MapKind.values(), word)
                                .filter(kind -> hasBoundaries || kind == AreaChoice.MapKind.TEGELS)))
                .orElse(AreaChoice.MapKind.TEGELS);
        return Optional.of(
                new Read(new AreaChoice(area.orElseGet(this::municipality), chosen, year, order, map), ignored));
    }

    /** The first of which a rate means anything. */
    private static Indicator usual(List<Indicator> indicators) {
        return indicators.stream().filter(Indicator::perInhabitants).findFirst().orElseGet(indicators::getFirst);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> AreaChoice.word(value).equals(word))
                .findFirst();
    }

    private static <T> Optional<T> noted(String name, List<String> ignored, Optional<T> value) {
        if (value.isEmpty()) {
            ignored.add(name);
        }
        return value;
    }

    /** All years of all areas of the page, asked at once; what the reader may not see is not asked. */
    FigureRequest request(AreaChoice choice) {
        Stream<SeriesRequest> ranked = Stream.of(
                        Stream.of(municipality(), choice.area()),
                        buurten().stream(),
                        beside(choice.area()).stream(),
                        remainder().stream())
                .flatMap(stream -> stream)
                .distinct()
                .flatMap(area -> series(choice.indicator(), area));
        Stream<SeriesRequest> profile = profile().stream()
                .flatMap(indicator ->
                        Stream.of(choice.area(), municipality()).distinct().flatMap(area -> series(indicator, area)));
        return new FigureRequest(Stream.concat(ranked, profile).distinct().toList());
    }

    private Stream<SeriesRequest> series(Indicator indicator, Area area) {
        List<Integer> years = years(indicator);
        return indicator.areas().contains(area.kind()) && readable.opens(indicator, area)
                ? Stream.of(SeriesRequest.latest(
                        indicator.id(), area.code(), Period.year(years.getFirst()), Period.year(years.getLast())))
                : Stream.empty();
    }
}
