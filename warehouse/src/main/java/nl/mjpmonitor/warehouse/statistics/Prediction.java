package nl.mjpmonitor.warehouse.statistics;

/**
 * Which counts to expect next, given what was counted before.
 *
 * <p>For counts without extra spread this is the exact frequentist prediction: a next count is normal when neither tail of the
 * conditional binomial test against the earlier counts falls below half the false alarm probability (Nelson, Applied Life Data
 * Analysis, 1982, section 6.2). Written as negative binomials with the earlier sum (below) and the earlier sum + 1 (above) as size.
 * Extra spread multiplies the variance.
 */
final class Prediction {

    private Prediction() {}

    /**
     * @param sum what was counted before, 0 or more
     * @param exposureRatio earlier exposure as a multiple of the exposure of the next count, above 0
     * @param dispersion variance divided by mean, at least 1
     * @param bothTails probability of a false alarm, both sides together
     */
    static CountRange range(double sum, double exposureRatio, double dispersion, double bothTails) {
        var spread = dispersion * (1 + 1 / exposureRatio);
        var lower = CountDistribution.of(sum / exposureRatio, spread).quantile(bothTails / 2);
        var upper = CountDistribution.of((sum + 1) / exposureRatio, spread).quantile(1 - bothTails / 2);
        return new CountRange(lower, upper);
    }
}
