package nl.mjpmonitor.dashboard.access;

import java.util.List;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Answers what the reader of this thread may see and refuses the rest. Whoever asks for an {@link IndicatorQuery} gets this one. */
@Component
@Primary
final class ScopedIndicatorQuery implements IndicatorQuery {

    private final IndicatorQuery unscoped;
    private final SeriesGate gate;

    ScopedIndicatorQuery(@Unscoped IndicatorQuery unscoped, SeriesGate gate) {
        this.unscoped = unscoped;
        this.gate = gate;
    }

    /** @throws OutOfScopeException when the role of the reader does not open all of it */
    @Override
    public List<IndicatorSeries> series(List<SeriesRequest> requests) {
        gate.admit(requests);
        return unscoped.series(requests);
    }
}
