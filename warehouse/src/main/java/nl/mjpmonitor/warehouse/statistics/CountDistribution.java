package nl.mjpmonitor.warehouse.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Counts with a given mean and a variance of dispersion × mean: Poisson, or negative binomial when the dispersion is above 1 (size =
 * mean / (dispersion - 1), as in Noufaily and others, Statistics in Medicine 32, 2013).
 *
 * <p>The library's negative binomial takes whole sizes only, so this one asks the beta distribution: P(X ≤ k) =
 * I(1 / dispersion; size, k + 1).
 */
final class CountDistribution {

    /** Closer to 1 than this, the negative binomial is a Poisson to all digits that matter. */
    private static final double POISSON_DISPERSION = 1 + 1e-6;

    private final double mean;
    private final double dispersion;

    private CountDistribution(double mean, double dispersion) {
        this.mean = mean;
        this.dispersion = dispersion;
    }

    /** A mean of 0 or more; a dispersion below 1 counts as 1. */
    static CountDistribution of(double mean, double dispersion) {
        if (!(mean >= 0) || Double.isInfinite(mean) || Double.isNaN(dispersion)) {
            throw new IllegalArgumentException("No counts have mean " + mean + " and dispersion " + dispersion);
        }
        return new CountDistribution(mean, dispersion);
    }

    /** P(X ≤ count). */
    double atMost(long count) {
        if (count < 0) {
            return 0;
        }
        if (mean == 0) {
            return 1;
        }
        return isPoisson()
                ? PoissonDistribution.of(mean).cumulativeProbability(Math.toIntExact(count))
                : BetaDistribution.of(size(), count + 1.0).cumulativeProbability(1 / dispersion);
    }

    /** Smallest count with P(X ≤ count) ≥ probability. */
    long quantile(double probability) {
        ConfidenceInterval.requireLevel(probability);
        var below = -1L;
        var reached = 1L + (long) mean;
        while (atMost(reached) < probability) {
            below = reached;
            reached *= 2;
        }
        while (reached - below > 1) {
            var middle = (below + reached) / 2;
            if (atMost(middle) < probability) {
                below = middle;
            } else {
                reached = middle;
            }
        }
        return reached;
    }

    /** Counts that leave at most {@code bothTails} / 2 of the probability on either side. */
    CountRange range(double bothTails) {
        return new CountRange(quantile(bothTails / 2), quantile(1 - bothTails / 2));
    }

    private boolean isPoisson() {
        return dispersion < POISSON_DISPERSION;
    }

    private double size() {
        return mean / (dispersion - 1);
    }
}
