package nl.mjpmonitor.dashboard.duiding;

import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/**
 * Which duidingen are asked for; what is left empty does not matter.
 *
 * @param period as {@link nl.mjpmonitor.warehouse.periods.Period#label()} writes it
 */
public record DuidingQuestion(Optional<IndicatorId> indicator, Optional<AreaCode> area, Optional<String> period) {

    public static DuidingQuestion about(IndicatorId indicator, AreaCode area) {
        return new DuidingQuestion(Optional.of(indicator), Optional.of(area), Optional.empty());
    }
}
