package nl.mjpmonitor.warehouse.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One period on a control chart.
 *
 * @param index its place in the series, from 0
 * @param phase the stretch between two breaks it belongs to, from 0
 * @param observation what is known of it
 * @param value what the chart plots; empty when the figure is missing
 * @param limits its limits; empty when its phase has fewer than two known periods to set them
 * @param deviation signed distance from the centre line in sigmas of the chart; infinite when the baseline does not vary and this
 *     value differs from it; empty when value or limits are
 */
public record ChartPoint(
        int index,
        int phase,
        Observation observation,
        OptionalDouble value,
        Optional<Limits> limits,
        OptionalDouble deviation) {

    /** On which side of the limits the value lies; empty within them, and when value or limits are unknown. */
    public Optional<Direction> outside() {
        if (value.isEmpty() || limits.isEmpty() || limits.get().contains(value.getAsDouble())) {
            return Optional.empty();
        }
        return side();
    }

    /** On which side of the centre line the value lies; empty on the line, and when value or limits are unknown. */
    public Optional<Direction> side() {
        return deviation.isEmpty() ? Optional.empty() : Direction.of(deviation.getAsDouble());
    }

    /** Whether run rules look at this point. */
    boolean isTested() {
        return observation.isTested() && deviation.isPresent();
    }
}
