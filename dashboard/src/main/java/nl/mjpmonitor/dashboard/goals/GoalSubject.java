package nl.mjpmonitor.dashboard.goals;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import nl.mjpmonitor.warehouse.programme.Programme;
import nl.mjpmonitor.warehouse.programme.ProgrammeCatalogue;
import nl.mjpmonitor.warehouse.programme.ProgrammeEntry;
import nl.mjpmonitor.warehouse.targets.TargetQuestion;
import org.springframework.stereotype.Component;

/** What the documents want, for the reader of this thread: figures that the role does not open are not there. */
@Component
class GoalSubject {

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    private final ProgrammeCatalogue programmes;
    private final ReadableCatalogue catalogue;
    private final ReadableAreas areas;
    private final Clock clock;

    GoalSubject(ProgrammeCatalogue programmes, ReadableCatalogue catalogue, ReadableAreas areas, Clock clock) {
        this.programmes = programmes;
        this.catalogue = catalogue;
        this.areas = areas;
        this.clock = clock;
    }

    List<Programme> programmes() {
        return programmes.programmes();
    }

    Optional<Programme> programme(String id) {
        return programmes.findProgramme(id);
    }

    /** The document that holds now and began first; the last one when none holds. */
    Programme current() {
        YearMonth now = YearMonth.now(clock.withZone(DUTCH_TIME));
        return programmes().stream()
                .filter(programme -> !now.isBefore(programme.from()) && !now.isAfter(programme.to()))
                .findFirst()
                .orElseGet(() -> programmes().getLast());
    }

    /** The themes of a document: those of the indicators in their order, then those that only documents have. */
    List<String> themes(Programme programme) {
        Set<String> written = new LinkedHashSet<>();
        programme.entries().map(ProgrammeEntry::theme).forEach(written::add);
        Set<String> ordered = new LinkedHashSet<>();
        catalogue.themes().stream()
                .map(IndicatorTheme::id)
                .filter(written::contains)
                .forEach(ordered::add);
        ordered.addAll(written);
        return List.copyOf(ordered);
    }

    /** Name of a theme of the indicators; empty for a theme that only documents have, or that this reader does not see. */
    Optional<String> themeName(String id, Locale locale) {
        return catalogue.themes().stream()
                .filter(theme -> theme.id().equals(id))
                .findFirst()
                .map(theme -> theme.name().in(locale));
    }

    /** The entries of the choice by theme. */
    Map<String, List<ProgrammeEntry>> entries(GoalSelection selection) {
        Map<String, List<ProgrammeEntry>> byTheme = new LinkedHashMap<>();
        themes(selection.programme()).stream()
                .filter(theme -> selection.theme().map(theme::equals).orElse(true))
                .forEach(theme -> byTheme.put(
                        theme,
                        selection
                                .programme()
                                .entries()
                                .filter(entry -> entry.theme().equals(theme))
                                .toList()));
        return byTheme;
    }

    /** The figures that say something about an entry and that the reader may see for the municipality. */
    List<Indicator> indicators(ProgrammeEntry entry) {
        return entry.indicators().stream()
                .flatMap(id -> catalogue.find(id).stream())
                .filter(indicator -> areas.opens(indicator, municipality()))
                .toList();
    }

    Area municipality() {
        return areas.municipality();
    }

    /** How it stands with the target of a figure, in the municipality, by the years that have passed. */
    TargetQuestion question(Indicator indicator) {
        return new TargetQuestion(
                indicator,
                municipality().code(),
                TargetQuestion.BEFORE_PROGRAMME,
                YearMonth.now(clock.withZone(DUTCH_TIME)).minusMonths(1));
    }
}
