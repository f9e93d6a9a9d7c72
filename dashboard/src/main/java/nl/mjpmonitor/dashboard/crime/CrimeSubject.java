package nl.mjpmonitor.dashboard.crime;

import com.vaadin.flow.router.QueryParameters;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.live.FigureRequest;
import nl.mjpmonitor.dashboard.themes.ThemeBody;
import nl.mjpmonitor.dashboard.themes.ThemeSubject;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorGroup;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import org.springframework.stereotype.Component;

/** What the view is about: which indicators, years and areas there are to choose from. */
@Component
class CrimeSubject {

    static final String THEME = "criminaliteit";

    /** The groups that are the two tables in the Uitvoeringsplan 2024. */
    private static final Set<String> TABLES = Set.of("hic", "vvc");

    /** The years of the two tables in the Uitvoeringsplan 2024. */
    static final int FIRST_YEAR = 2019;

    static final int LAST_YEAR = 2023;

    /** The areas the police deliver for. */
    private static final Set<AreaKind> KINDS =
            EnumSet.of(AreaKind.GEMEENTE, AreaKind.WIJK, AreaKind.BUURT, AreaKind.REST);

    private static final int DECEMBER = 12;

    private final ReadableCatalogue catalogue;
    private final ReadableAreas areas;
    private final ThemeSubject themes;

    CrimeSubject(ReadableCatalogue catalogue, ReadableAreas areas, ThemeSubject themes) {
        this.catalogue = catalogue;
        this.areas = areas;
        this.themes = themes;
    }

    List<Integer> years() {
        return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR).boxed().toList();
    }

    List<IndicatorGroup> groups() {
        return catalogue.groups().stream()
                .filter(group -> group.theme().equals(THEME) && TABLES.contains(group.id()))
                .toList();
    }

    List<Indicator> inGroup(IndicatorGroup group) {
        return catalogue.inGroup(group.id());
    }

    List<Indicator> indicators() {
        return groups().stream().flatMap(group -> inGroup(group).stream()).toList();
    }

    List<Area> areas() {
        return areas.all().stream().filter(area -> KINDS.contains(area.kind())).toList();
    }

    /** The panels of the theme in an area; the two published tables are no panels. */
    ThemeBody theme(Area area, QueryParameters parameters, FigureWords words) {
        IndicatorTheme theme = themes.theme(THEME)
                .orElseThrow(() -> new IllegalStateException("There is no theme " + THEME + " in the catalogue"));
        return themes.body(theme, TABLES, area, themes.periods(parameters), words);
    }

    /** The indicator to show in detail; empty when none of the view's is chosen. */
    Optional<Indicator> indicator(QueryParameters parameters) {
        return parameters
                .getSingleParameter(CrimeSelection.INDICATOR)
                .flatMap(word -> indicators().stream()
                        .filter(indicator -> indicator.id().value().equals(word))
                        .findFirst());
    }

    /**
     * All figures of the view for one area, asked at once: the published tables by year and by month, and what their panels ask.
     *
     * @param ofTheme what the panels ask
     */
    FigureRequest request(Area area, List<SeriesRequest> ofTheme) {
        Stream<SeriesRequest> byYear = indicators().stream()
                .map(indicator -> SeriesRequest.latest(
                        indicator.id(), area.code(), Period.year(FIRST_YEAR), Period.year(LAST_YEAR)));
        Stream<SeriesRequest> byMonth = indicators().stream()
                .map(indicator -> SeriesRequest.latest(
                        indicator.id(), area.code(), Period.month(FIRST_YEAR, 1), Period.month(LAST_YEAR, DECEMBER)));
        return new FigureRequest(Stream.of(byYear, byMonth, ofTheme.stream())
                .flatMap(requests -> requests)
                .distinct()
                .toList());
    }
}
