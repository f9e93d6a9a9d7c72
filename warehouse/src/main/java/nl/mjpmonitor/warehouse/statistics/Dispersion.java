package nl.mjpmonitor.warehouse.statistics;

import java.util.Collection;
import java.util.List;

/**
 * How much counts spread, as a multiple of what chance alone gives: Pearson's chi-squared divided by its degrees of freedom, pooled
 * over groups that each have their own rate. For equal exposures in one group this is variance / mean. 1 is Poisson.
 */
final class Dispersion {

    private Dispersion() {}

    /** 1 when the groups leave no degrees of freedom: no evidence of extra spread. */
    static double of(Collection<List<ExposedCount>> groups) {
        var chiSquared = 0.0;
        var degreesOfFreedom = 0;
        for (var group : groups) {
            var rate = rate(group);
            if (rate > 0) {
                chiSquared += chiSquared(group, rate);
                degreesOfFreedom += group.size() - 1;
            }
        }
        return degreesOfFreedom == 0 ? 1 : chiSquared / degreesOfFreedom;
    }

    /** Count for each unit of exposure of all together; 0 without counts. */
    static double rate(Collection<ExposedCount> counts) {
        return counts.stream()
                .reduce(ExposedCount::plus)
                .map(ExposedCount::rate)
                .orElse(0.0);
    }

    private static double chiSquared(List<ExposedCount> group, double rate) {
        return group.stream()
                .mapToDouble(observed -> {
                    var expected = rate * observed.exposure();
                    return (observed.count() - expected) * (observed.count() - expected) / expected;
                })
                .sum();
    }
}
