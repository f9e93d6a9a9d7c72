package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.dashboard.casework.ReadableCaseProgress;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.hotspots.ReadableHotspots;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.areas.Population;
import nl.mjpmonitor.warehouse.indicators.IndicatorGroup;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import org.springframework.stereotype.Component;

/** What there is to see of the themes, for the reader of this thread. */
@Component
public class ThemeSubject {

    /** Name of the chosen year in the address of a page. */
    static final String YEAR = "jaar";

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    /** What lies around the municipality is there to compare with, and is no area of a theme. */
    private static final Set<AreaKind> AROUND = Set.of(AreaKind.REGIO, AreaKind.REGIOGEMEENTE, AreaKind.LAND);

    private final ReadableCatalogue catalogue;
    private final ReadableAreas areas;
    private final Population population;
    private final Scene.Detections detections;
    private final Clock clock;

    ThemeSubject(
            ReadableCatalogue catalogue,
            ReadableAreas areas,
            Areas allAreas,
            ReadableHotspots hotspots,
            ReadableCaseProgress cases,
            Clock clock) {
        this.catalogue = catalogue;
        this.areas = areas;
        this.population = allAreas.population();
        this.detections = new Scene.Detections(hotspots, cases);
        this.clock = clock;
    }

    /** The themes that have a page of their own, with anything in them. */
    List<IndicatorTheme> themes() {
        return catalogue.themes().stream()
                .filter(theme -> !theme.sections().isEmpty())
                .toList();
    }

    /** The theme with this id; empty when there is nothing in it for this reader. */
    public Optional<IndicatorTheme> theme(String id) {
        return catalogue.themes().stream()
                .filter(theme -> theme.id().equals(id))
                .findFirst();
    }

    /** The areas of the municipality for which anything of the theme is defined. */
    public List<Area> areas(IndicatorTheme theme) {
        Set<AreaKind> kinds = Stream.concat(
                        catalogue.inTheme(theme.id()).stream().flatMap(group -> catalogue.inGroup(group.id()).stream()),
                        theme.sections().stream()
                                .flatMap(section -> section.indicators().stream())
                                .flatMap(id -> catalogue.find(id).stream()))
                .flatMap(indicator -> indicator.areas().stream())
                .filter(Predicate.not(AROUND::contains))
                .collect(Collectors.toSet());
        return areas.all().stream().filter(area -> kinds.contains(area.kind())).toList();
    }

    /** The last whole month. */
    YearMonth lastMonth() {
        return YearMonth.now(clock.withZone(DUTCH_TIME)).minusMonths(1);
    }

    /** The periods of a page, with the year of the address; the last whole year when it names none that can be chosen. */
    public ThemePeriods periods(QueryParameters parameters) {
        YearMonth lastMonth = lastMonth();
        int year = parameters
                .getSingleParameter(YEAR)
                .flatMap(word -> ThemePeriods.choices(lastMonth).stream()
                        .filter(choice -> choice.toString().equals(word))
                        .findFirst())
                .orElseGet(() -> ThemePeriods.lastWholeYear(lastMonth));
        return new ThemePeriods(lastMonth, year);
    }

    /** The panels of a theme: its sections, and a table for each group but these. */
    public ThemeBody body(
            IndicatorTheme theme, Set<String> withoutTable, Area area, ThemePeriods periods, FigureWords words) {
        List<IndicatorGroup> groups = catalogue.inTheme(theme.id()).stream()
                .filter(group -> !withoutTable.contains(group.id()))
                .toList();
        return new ThemeBody(theme, groups, new Scene(area, periods, catalogue, areas, population, detections, words));
    }
}
