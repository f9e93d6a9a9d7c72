package nl.mjpmonitor.dashboard.opendata;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.Unscoped;
import nl.mjpmonitor.dashboard.exports.ExportFile;
import nl.mjpmonitor.dashboard.exports.ExportForm;
import nl.mjpmonitor.dashboard.exports.Exports;
import nl.mjpmonitor.dashboard.exports.SeriesFigures;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import nl.mjpmonitor.warehouse.quality.ChangeSignal;
import org.springframework.stereotype.Component;

/**
 * The figures that everybody may have: those of the public indicators, of the whole municipality, over periods that have ended, with small
 * numbers withheld as everywhere. A file is made anew only when a figure may have changed, or a day has passed: in between the same bytes are given, so
 * that a reader who has them need not get them again and the warehouse is not asked.
 */
@Component
class OpenFigures {

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    /** The finest that the indicator is defined for. */
    private static final List<PeriodGrain> GRAINS = List.of(PeriodGrain.MONTH, PeriodGrain.QUARTER, PeriodGrain.YEAR);

    private final IndicatorCatalogue catalogue;
    private final IndicatorQuery query;
    private final ChangeSignal signal;
    private final Areas areas;
    private final Exports exports;
    private final Clock clock;
    private final Map<Wanted, Made> made = new ConcurrentHashMap<>();

    /** Asks on nobody's behalf: what {@link #isOpen} lets through is for everybody. */
    OpenFigures(
            IndicatorCatalogue catalogue,
            @Unscoped IndicatorQuery query,
            ChangeSignal signal,
            Areas areas,
            Exports exports,
            Clock clock) {
        this.catalogue = catalogue;
        this.query = query;
        this.signal = signal;
        this.areas = areas;
        this.exports = exports;
        this.clock = clock;
    }

    private record Wanted(Indicator indicator, ExportForm form) {}

    /** @param state what the figures were when it was made */
    private record Made(State state, OpenFile file) {}

    private record State(String signal, LocalDate day) {}

    List<Indicator> indicators() {
        return catalogue.indicators().stream().filter(OpenFigures::isOpen).toList();
    }

    Optional<Indicator> find(String id) {
        return indicators().stream()
                .filter(indicator -> indicator.id().value().equals(id))
                .findFirst();
    }

    private static boolean isOpen(Indicator indicator) {
        return indicator.confidentiality() == Confidentiality.OPENBAAR
                && indicator.areas().contains(AreaKind.GEMEENTE)
                && grains(indicator).findFirst().isPresent();
    }

    /** The finest length of period of its figures. */
    static PeriodGrain grain(Indicator indicator) {
        return grains(indicator).findFirst().orElseThrow();
    }

    private static Stream<PeriodGrain> grains(Indicator indicator) {
        return GRAINS.stream()
                .filter(grain -> indicator.isDefinedFor(Period.containing(grain, indicator.definedFrom())));
    }

    /**
     * The figures of one of {@link #indicators}.
     *
     * @throws nl.mjpmonitor.warehouse.WarehouseException when the warehouse does not answer
     * @throws nl.mjpmonitor.dashboard.progress.LineFullException when too many files wait to be made
     */
    OpenFile file(Indicator indicator, ExportForm form) {
        if (!isOpen(indicator)) {
            throw new IllegalArgumentException(indicator.id() + " is not for everybody");
        }
        // asked before the figures: what changes in between makes the file out of date, never the other way round
        State state = new State(signal.current(), LocalDate.now(clock.withZone(DUTCH_TIME)));
        Wanted wanted = new Wanted(indicator, form);
        Made known = made.get(wanted);
        if (known != null && known.state().equals(state)) {
            return known.file();
        }
        OpenFile file = make(wanted, state);
        made.put(wanted, new Made(state, file));
        return file;
    }

    private OpenFile make(Wanted wanted, State state) {
        ExportFile exported = exports.openFile(
                        List.of(wanted, state),
                        () -> figures(wanted.indicator(), state.day()),
                        wanted.form(),
                        Texts.DUTCH)
                .await()
                .orElseThrow(() -> new IllegalArgumentException("Pictures are not open data"));
        return OpenFile.of(exported.mediaType(), exported.bytes());
    }

    private SeriesFigures figures(Indicator indicator, LocalDate day) {
        PeriodGrain grain = grain(indicator);
        Period first = Period.containing(grain, indicator.definedFrom());
        Period last = lastEnded(grain, YearMonth.from(day));
        List<SeriesRequest> requests = last.lastMonth().isBefore(first.lastMonth())
                ? List.of()
                : List.of(SeriesRequest.latest(
                        indicator.id(), areas.municipality().code(), first, last));
        return new SeriesFigures(
                indicator,
                areas.municipality(),
                grain,
                requests.isEmpty()
                        ? List.of()
                        : query.series(requests).getFirst().points(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private static Period lastEnded(PeriodGrain grain, YearMonth current) {
        Period holding = Period.containing(grain, current);
        return Period.containing(grain, holding.firstMonth().minusMonths(1));
    }
}
