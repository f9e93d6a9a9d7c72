package nl.mjpmonitor.warehouse.statistics;

import java.util.Optional;

/**
 * One area in a funnel.
 *
 * @param area its count and size
 * @param commonRate rate of all areas together, for each unit of exposure
 * @param twoSigma counts that leave at most 2.3 % on either side
 * @param threeSigma counts that leave at most 0.14 % on either side
 */
public record FunnelPoint(ExposedCount area, double commonRate, CountRange twoSigma, CountRange threeSigma) {

    /** On which side of the three sigma limits the area lies; empty within them. */
    public Optional<Direction> outside() {
        return Direction.outside(threeSigma, area.count());
    }

    /** On which side of the two sigma limits the area lies; empty within them. */
    public Optional<Direction> outsideTwoSigma() {
        return Direction.outside(twoSigma, area.count());
    }

    /** Lower three sigma limit as a rate for each {@code units} of exposure. */
    public double lowerRatePer(double units) {
        return ExposedCount.of(threeSigma.lower(), area.exposure()).ratePer(units);
    }

    /** Upper three sigma limit as a rate for each {@code units} of exposure. */
    public double upperRatePer(double units) {
        return ExposedCount.of(threeSigma.upper(), area.exposure()).ratePer(units);
    }
}
