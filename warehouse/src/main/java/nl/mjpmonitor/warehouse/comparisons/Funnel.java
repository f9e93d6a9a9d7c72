package nl.mjpmonitor.warehouse.comparisons;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;

/**
 * Consecutive steps of a process in one period, such as LWO, MOT, RIEC.
 *
 * @param steps the steps, in order
 */
public record Funnel(List<Step> steps) {

    /** Copies the steps. */
    public Funnel {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param point how many came this far
     * @param conversion percents of the step before that came this far, with one decimal; empty for the first
     * @param remainder how many of the step before did not come this far, or not yet; empty for the first
     */
    public record Step(IndicatorPoint point, Optional<Outcome> conversion, Optional<Outcome> remainder) {}

    /** Sets each step against the one before. A step that has more than the one before cannot be a part of it. */
    public static Funnel of(List<IndicatorPoint> points) {
        return new Funnel(IntStream.range(0, points.size())
                .mapToObj(number -> number == 0
                        ? new Step(points.get(0), Optional.empty(), Optional.empty())
                        : step(points.get(number - 1), points.get(number)))
                .toList());
    }

    private static Step step(IndicatorPoint before, IndicatorPoint point) {
        Outcome conversion = Share.of(point, before);
        Outcome remainder = conversion instanceof Outcome.None none && none.reason() != Reason.ZERO_TOTAL
                ? none
                : new Outcome.Amount(Sides.figure(before).subtract(Sides.figure(point)));
        return new Step(point, Optional.of(conversion), Optional.of(remainder));
    }
}
