package nl.mjpmonitor.warehouse.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The normal distribution as a yardstick: how rare is "three sigma". */
final class SigmaLevel {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private SigmaLevel() {}

    /** Probability of a normal value further than so many sigmas from the mean, on either side. */
    static double bothTails(double sigmas) {
        return 2 * NORMAL.survivalProbability(sigmas);
    }

    /** The value that a standard normal variable stays below with this probability. */
    static double quantile(double probability) {
        return NORMAL.inverseCumulativeProbability(probability);
    }
}
