package nl.mjpmonitor.dashboard.overview;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.dashboard.live.FigureRequest;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.comparisons.FigureComparisons;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import nl.mjpmonitor.warehouse.programme.Programme;
import nl.mjpmonitor.warehouse.programme.ProgrammeAction;
import nl.mjpmonitor.warehouse.programme.ProgrammeCatalogue;
import nl.mjpmonitor.warehouse.targets.TargetQuestion;
import org.springframework.stereotype.Component;

/** What there is to see at a glance, for the reader of this thread. */
@Component
class OverviewSubject {

    /** How far back revisions are looked for, in months or in years. */
    private static final int PERIODS_REVISED = 24;

    private static final int MONTHS_TO_CHOOSE = 36;
    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    private final ReadableCatalogue catalogue;
    private final ReadableAreas areas;
    private final ProgrammeCatalogue programmes;
    private final Clock clock;

    OverviewSubject(ReadableCatalogue catalogue, ReadableAreas areas, ProgrammeCatalogue programmes, Clock clock) {
        this.catalogue = catalogue;
        this.areas = areas;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** The last month that has passed. */
    YearMonth lastMonth() {
        return YearMonth.now(clock.withZone(DUTCH_TIME)).minusMonths(1);
    }

    /** The months to choose from, the newest first. */
    List<YearMonth> months() {
        return Stream.iterate(lastMonth(), month -> month.minusMonths(1))
                .limit(MONTHS_TO_CHOOSE)
                .toList();
    }

    Area municipality() {
        return areas.municipality();
    }

    /** The areas for which the reader may see any headline figure. */
    List<Area> areas() {
        BiPredicate<Indicator, Area> opens = areas.opens();
        List<Indicator> headlines = catalogue.themes().stream()
                .flatMap(theme -> theme.headline().stream())
                .flatMap(id -> catalogue.find(id).stream())
                .toList();
        return areas.all().stream()
                .filter(area -> headlines.stream().anyMatch(indicator -> exists(indicator, area, opens)))
                .toList();
    }

    /** The wijk of a buurt. */
    Optional<Area> wijkOf(Area area) {
        return area.parent().flatMap(areas::find);
    }

    /** The themes with a headline figure that the reader may see in the area. */
    List<IndicatorTheme> themes(Area area) {
        return catalogue.themes().stream()
                .filter(theme -> !headline(theme, area).isEmpty())
                .toList();
    }

    /** The headline figures of a theme that exist for the area and that the reader may see there. */
    List<Indicator> headline(IndicatorTheme theme, Area area) {
        BiPredicate<Indicator, Area> opens = areas.opens();
        return theme.headline().stream()
                .flatMap(id -> catalogue.find(id).stream())
                .filter(indicator -> exists(indicator, area, opens))
                .toList();
    }

    private static boolean exists(Indicator indicator, Area area, BiPredicate<Indicator, Area> opens) {
        return indicator.areas().contains(area.kind()) && opens.test(indicator, area);
    }

    /** The actions of a theme in the documents that hold in a month. */
    List<ProgrammeAction> actions(IndicatorTheme theme, YearMonth month) {
        return programmes.programmes().stream()
                .filter(programme -> holds(programme, month))
                .flatMap(programme -> programme.actions().stream())
                .filter(action -> action.theme().equals(theme.id()))
                .toList();
    }

    private static boolean holds(Programme programme, YearMonth month) {
        return !month.isBefore(programme.from()) && !month.isAfter(programme.to());
    }

    /**
     * Everything the page shows, asked at once.
     *
     * @param since moment whose figures are compared with those of now; empty when there is none
     */
    FigureRequest request(OverviewSelection selection, Optional<Instant> since) {
        List<SeriesRequest> requests = new ArrayList<>();
        for (IndicatorTheme theme : themes(selection.area())) {
            for (Indicator indicator : headline(theme, selection.area())) {
                requests.add(series(indicator, selection));
                requests.addAll(target(indicator, selection).requests());
                since.flatMap(moment -> seriesAt(indicator, selection, moment)).ifPresent(requests::add);
            }
        }
        return new FigureRequest(requests);
    }

    /** The months from the base year on; of what is counted by year only, the years that have passed. */
    SeriesRequest series(Indicator indicator, OverviewSelection selection) {
        Period last = last(indicator, selection.month());
        Period first = Period.containing(last.grain(), YearMonth.of(FigureComparisons.BASE_YEAR, 1));
        return SeriesRequest.latest(indicator.id(), selection.area().code(), first, last);
    }

    /**
     * The newest periods of the series as they were known at an earlier moment. Empty for a figure with a threshold: what is withheld at
     * two moments could be told from the difference.
     */
    Optional<SeriesRequest> seriesAt(Indicator indicator, OverviewSelection selection, Instant moment) {
        if (indicator.disclosure().below() > 0) {
            return Optional.empty();
        }
        SeriesRequest now = series(indicator, selection);
        List<Period> periods = Period.range(now.from(), now.to());
        Period first = periods.get(Math.max(0, periods.size() - PERIODS_REVISED));
        return Optional.of(new SeriesRequest(indicator.id(), selection.area().code(), first, now.to(), moment));
    }

    /** How it stands with the target of a figure; judged by the months that have passed. */
    TargetQuestion target(Indicator indicator, OverviewSelection selection) {
        return new TargetQuestion(
                indicator, selection.area().code(), TargetQuestion.BEFORE_PROGRAMME, selection.month());
    }

    private static Period last(Indicator indicator, YearMonth month) {
        Period asMonth = Period.containing(PeriodGrain.MONTH, month);
        if (indicator.isDefinedFor(asMonth)) {
            return asMonth;
        }
        Period year = Period.year(month.getYear());
        return year.lastMonth().isAfter(month) ? year.previous() : year;
    }
}
