package nl.mjpmonitor.warehouse.statistics;

import java.util.Collection;
import java.util.List;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Which counts are normal in an area of a given size, when every area had the same rate: the limits of a funnel plot (Spiegelhalter,
 * Statistics in Medicine 24, 2005).
 *
 * <p>Limits are exact and in whole counts: outside the two sigma (three sigma) limits a count falls by chance in at most 4.55 %
 * (0.27 %) of areas. The common rate is taken as known; an area is part of the rate it is compared with.
 *
 * <p>Neighbourhoods differ for lasting reasons (a centre with shops, a station), so most of a city can fall outside limits that know
 * chance only. {@link #widenedBySpread} then widens the limits, so that only areas stand out that are unusual among areas.
 *
 * @param rate common count for each unit of exposure, 0 or more
 * @param dispersion variance between areas divided by what chance gives, at least 1
 */
public record FunnelLimits(double rate, double dispersion) {

    private static final double TWO_SIGMA = SigmaLevel.bothTails(2);
    private static final double THREE_SIGMA = SigmaLevel.bothTails(3);

    /** Share of the areas at each end that is drawn in before the spread is measured, as in the source. */
    private static final double WINSORIZED = 0.1;

    /** @throws IllegalArgumentException when the rate is negative or the dispersion below 1 */
    public FunnelLimits {
        if (!(rate >= 0) || Double.isInfinite(rate) || !(dispersion >= 1) || Double.isInfinite(dispersion)) {
            throw new IllegalArgumentException("No funnel has rate " + rate + " and dispersion " + dispersion);
        }
    }

    /**
     * Limits around the common rate of these areas, for chance alone.
     *
     * @throws IllegalArgumentException when there are no areas
     */
    public static FunnelLimits of(Collection<ExposedCount> areas) {
        requireAreas(areas);
        return new FunnelLimits(Dispersion.rate(areas), 1);
    }

    /**
     * Limits around the common rate of these areas, widened when the areas clearly differ more than chance explains: when the
     * winsorised dispersion exceeds 1 + 2√(2 / number of areas).
     *
     * @throws IllegalArgumentException when there are no areas
     */
    public static FunnelLimits widenedBySpread(Collection<ExposedCount> areas) {
        requireAreas(areas);
        var rate = Dispersion.rate(areas);
        var dispersion = rate == 0 ? 1 : winsorizedDispersion(List.copyOf(areas), rate);
        return new FunnelLimits(rate, dispersion > 1 + 2 * Math.sqrt(2.0 / areas.size()) ? dispersion : 1);
    }

    /** The limits for an area of this size, and where it lies. */
    public FunnelPoint at(ExposedCount area) {
        var counts = CountDistribution.of(rate * area.exposure(), dispersion);
        return new FunnelPoint(area, rate, counts.range(TWO_SIGMA), counts.range(THREE_SIGMA));
    }

    private static double winsorizedDispersion(List<ExposedCount> areas, double rate) {
        var deviates = areas.stream()
                .mapToDouble(area -> (area.count() - rate * area.exposure()) / Math.sqrt(rate * area.exposure()))
                .toArray();
        var ends = Quantile.withDefaults().withCopy(true).evaluate(deviates, WINSORIZED, 1 - WINSORIZED);
        var sumOfSquares = 0.0;
        for (var deviate : deviates) {
            var drawnIn = Math.max(ends[0], Math.min(ends[1], deviate));
            sumOfSquares += drawnIn * drawnIn;
        }
        return sumOfSquares / deviates.length;
    }

    private static void requireAreas(Collection<ExposedCount> areas) {
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("A funnel needs areas");
        }
    }
}
