package nl.mjpmonitor.dashboard.signals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.overview.SignalCounts;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.signals.Signal;
import org.springframework.stereotype.Component;

/**
 * The open signals about a theme or an area, for pages that show figures. Of the municipality those are all; of another area
 * those that are about it itself.
 */
@Component
public class ThemeSignals implements SignalCounts {

    private final SignalService service;
    private final LiveSignals live;
    private final IndicatorCatalogue catalogue;
    private final Areas areas;

    ThemeSignals(SignalService service, LiveSignals live, IndicatorCatalogue catalogue, Areas areas) {
        this.service = service;
        this.live = live;
        this.catalogue = catalogue;
        this.areas = areas;
    }

    @Override
    public Optional<Map<String, Long>> openByTheme(AreaCode area) {
        LiveSignals.State state = live.now();
        return state.isReachable()
                ? Optional.of(in(state, area).stream()
                        .flatMap(signal -> theme(signal).stream())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                : Optional.empty();
    }

    /** The open signals that the reader of this thread may see, the newest first; none while they cannot be read. */
    public List<Signal> open(AreaCode area) {
        return in(live.now(), area);
    }

    private List<Signal> in(LiveSignals.State state, AreaCode area) {
        boolean isWhole = areas.municipality().code().equals(area);
        return service.open(state.signals()).stream()
                .filter(signal -> isWhole || signal.area().equals(area))
                .toList();
    }

    private Optional<String> theme(Signal signal) {
        return switch (signal.rule()) {
            case HOTSPOT_OPENED -> Optional.of("overlast");
            case CASE_STAGNATES -> Optional.of("ondermijning");
            case FEED_SILENT, MORE_SIGNALS -> Optional.empty();
            case MONTH_OUTSIDE_LIMITS, RUNNING_MONTH_HIGH, BURGLARY_SERIES, TARGET_OUT_OF_REACH ->
                signal.indicator().flatMap(catalogue::find).map(Indicator::theme);
        };
    }
}
