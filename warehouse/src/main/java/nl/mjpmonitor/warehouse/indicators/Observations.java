package nl.mjpmonitor.warehouse.indicators;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;

/** Everything that was observed for a page, also what is not answered itself. */
final class Observations {

    private final Map<Decided, Map<AreaCode, Map<Period, PeriodObservation>>> observed = new HashMap<>();

    /**
     * What is decided together: what is given of one figure depends on those of other areas and periods.
     *
     * @param peildatum reference date
     */
    record Decided(IndicatorId indicator, Instant peildatum) {

        static Decided of(SeriesRequest request) {
            return new Decided(request.indicator(), request.peildatum());
        }
    }

    /** Observations of one series, to be put in. */
    Map<Period, PeriodObservation> begin(SeriesRequest request) {
        return observed.computeIfAbsent(Decided.of(request), any -> new HashMap<>())
                .computeIfAbsent(request.area(), any -> new HashMap<>());
    }

    /** By area and period; what was not asked is not in it. */
    Map<AreaCode, Map<Period, PeriodObservation>> of(Decided decided) {
        return observed.getOrDefault(decided, Map.of());
    }
}
