package nl.mjpmonitor.warehouse.indicators;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;

/** Everything that was observed for a page, also what is not answered itself. */
final class Observations {

    private final Map<Place, PeriodObservation> observed = new HashMap<>();

    private record Place(IndicatorId indicator, AreaCode area, Instant peildatum, Period period) {}

    void put(SeriesQuestion question, Period period, PeriodObservation observation) {
        SeriesRequest request = question.request();
        observed.put(new Place(request.indicator(), request.area(), request.peildatum(), period), observation);
    }

    /** Empty when it was not asked. */
    Optional<PeriodObservation> of(IndicatorId indicator, AreaCode area, Instant peildatum, Period period) {
        return Optional.ofNullable(observed.get(new Place(indicator, area, peildatum, period)));
    }
}
