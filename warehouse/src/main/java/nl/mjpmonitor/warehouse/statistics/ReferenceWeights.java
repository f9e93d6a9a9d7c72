package nl.mjpmonitor.warehouse.statistics;

import java.util.List;

/**
 * How much each earlier count weighs, so that a past outbreak does not become the norm (Farrington and others, Journal of the Royal
 * Statistical Society A 159, 1996; threshold of Noufaily and others, Statistics in Medicine 32, 2013).
 */
final class ReferenceWeights {

    /** Standardised Anscombe residual above which an earlier count weighs less. */
    static final double THRESHOLD = 2.58;

    private ReferenceWeights() {}

    /** Weights with sum equal to their number: residuals above the threshold weigh residual^-2, the others 1, before scaling. */
    static List<Double> of(List<Double> residuals, double threshold) {
        var weights = residuals.stream()
                .map(residual -> residual > threshold ? Math.pow(residual, -2) : 1.0)
                .toList();
        var sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        return weights.stream().map(weight -> weight * residuals.size() / sum).toList();
    }

    /**
     * Standardised Anscombe residuals of counts around their mean, which is above 0.
     *
     * @param dispersion variance divided by mean, at least 1
     */
    static List<Double> residuals(List<Long> counts, double mean, double dispersion) {
        var leverage = 1.0 / counts.size();
        var scale = 2 * Math.sqrt(dispersion * (1 - leverage));
        return counts.stream()
                .map(count -> 3 * (Math.pow(count, 2.0 / 3) * Math.pow(mean, -1.0 / 6) - Math.sqrt(mean)) / scale)
                .toList();
    }
}
