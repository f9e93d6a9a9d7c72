package nl.mjpmonitor.dashboard.themes;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
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
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorGroup;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import org.springframework.stereotype.Component;

/** What there is to see of the themes, for the reader of this thread. */
@Component
class ThemeSubject {

    private static final int WHOLE_YEARS = 4;
    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    private final IndicatorCatalogue catalogue;
    private final ReadableCatalogue readable;
    private final ReadableAreas areas;
    private final Clock clock;

    ThemeSubject(IndicatorCatalogue catalogue, ReadableCatalogue readable, ReadableAreas areas, Clock clock) {
        this.catalogue = catalogue;
        this.readable = readable;
        this.areas = areas;
        this.clock = clock;
    }

    /** The themes with anything in them. */
    List<IndicatorTheme> themes() {
        Set<String> known =
                readable.groups().stream().map(IndicatorGroup::theme).collect(Collectors.toSet());
        return catalogue.themes().stream()
                .filter(theme -> known.contains(theme.id()))
                .toList();
    }

    Optional<IndicatorTheme> theme(String id) {
        return themes().stream().filter(theme -> theme.id().equals(id)).findFirst();
    }

    List<IndicatorGroup> groups(IndicatorTheme theme) {
        return readable.groups().stream()
                .filter(group -> group.theme().equals(theme.id()))
                .toList();
    }

    List<Indicator> indicators(IndicatorGroup group) {
        return readable.inGroup(group.id());
    }

    /** The areas for which anything of the theme is defined. */
    List<Area> areas(IndicatorTheme theme) {
        Set<AreaKind> kinds = indicators(theme)
                .flatMap(indicator -> indicator.areas().stream())
                .collect(Collectors.toSet());
        return areas.all().stream().filter(area -> kinds.contains(area.kind())).toList();
    }

    Area municipality() {
        return areas.municipality();
    }

    /** The wijk of a buurt. */
    Optional<Area> wijkOf(Area area) {
        return area.kind() == AreaKind.BUURT ? area.parent().flatMap(areas::find) : Optional.empty();
    }

    /** The last whole years, then last year up to the last whole month, and this year up to there. */
    List<Period> periods() {
        YearMonth lastMonth = YearMonth.now(clock.withZone(DUTCH_TIME)).minusMonths(1);
        Period now = Period.yearToDate(lastMonth);
        Stream<Period> years = IntStream.range(lastMonth.getYear() - WHOLE_YEARS, lastMonth.getYear())
                .mapToObj(Period::year);
        return Stream.concat(years, Stream.of(now.sameLastYear(), now)).toList();
    }

    /** All figures of a theme in one area, asked at once; what the reader may not see there is not asked. */
    FigureRequest request(IndicatorTheme theme, Area area, List<Period> periods) {
        return new FigureRequest(indicators(theme)
                .filter(indicator -> areas.opens(indicator, area))
                .flatMap(indicator -> runs(periods)
                        .map(run -> SeriesRequest.latest(indicator.id(), area.code(), run.getFirst(), run.getLast())))
                .toList());
    }

    /** The years are asked as one series, the parts of a year each as its own. */
    private static Stream<List<Period>> runs(List<Period> periods) {
        List<Period> years = periods.subList(0, WHOLE_YEARS);
        return Stream.concat(
                Stream.of(years), periods.stream().skip(WHOLE_YEARS).map(List::of));
    }

    private Stream<Indicator> indicators(IndicatorTheme theme) {
        return groups(theme).stream().flatMap(group -> indicators(group).stream());
    }
}
