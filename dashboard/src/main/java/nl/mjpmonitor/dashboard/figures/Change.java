package nl.mjpmonitor.dashboard.figures;

import java.util.Optional;
import java.util.OptionalInt;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.PercentageChange;

/**
 * Two counted values, one after the other.
 *
 * @param before the earlier value
 * @param now the later value
 */
public record Change(long before, long now) {

    private static final long SMALLEST_BASE = 10;
    private static final long SMALLEST_SUM = 20;

    /** Empty when either value was not counted. */
    public static Optional<Change> between(IndicatorValue before, IndicatorValue now) {
        if (before instanceof IndicatorValue.Counted(long from, var _)
                && now instanceof IndicatorValue.Counted(long to, var _)) {
            return Optional.of(new Change(from, to));
        }
        return Optional.empty();
    }

    public long difference() {
        return now - before;
    }

    /** Whether the numbers are so small that a percentage says nothing: before below 10, or both together below 20. */
    public boolean isSmall() {
        return before < SMALLEST_BASE || before + now < SMALLEST_SUM;
    }

    /** In whole percents, as the published tables print it; empty when the earlier value is 0. */
    public OptionalInt percentage() {
        return PercentageChange.between(before, now);
    }
}
