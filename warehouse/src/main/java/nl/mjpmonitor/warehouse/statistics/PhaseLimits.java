package nl.mjpmonitor.warehouse.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;

/** How one phase of a control chart turns readings into limits and distances. */
sealed interface PhaseLimits {

    /** Below this expected count a period, three sigma no longer describe chance. */
    double RARE = 1;

    Limits limits(Reading reading);

    /** Signed distance from the centre line in sigmas. */
    double deviation(Reading reading);

    /** What the chart plots; empty for a missing figure. */
    static OptionalDouble plotted(Reading reading, boolean asRates) {
        if (reading instanceof ExposedCount observed) {
            return OptionalDouble.of(asRates ? observed.rate() : observed.count());
        }
        return reading instanceof Measurement measured ? OptionalDouble.of(measured.value()) : OptionalDouble.empty();
    }

    static double inSigmas(double difference, double sigma) {
        // 0 / 0 would be unknown: a value on the line of a baseline without variation lies 0 sigmas from it
        return difference == 0 ? 0 : difference / sigma;
    }

    /** c and u charts: the limits follow from the mean and the exposure. */
    record OfCounts(ExposedCount baseline, double dispersion, boolean asRates) implements PhaseLimits {

        private static final double FALSE_ALARMS = SigmaLevel.bothTails(3);

        static OfCounts from(List<Observation> baseline, boolean asRates) {
            var counts = baseline.stream()
                    .map(observation -> (ExposedCount) observation.reading())
                    .toList();
            return new OfCounts(
                    counts.stream().reduce(ExposedCount::plus).orElseThrow(),
                    Math.max(1, Dispersion.of(List.of(counts))),
                    asRates);
        }

        @Override
        public Limits limits(Reading reading) {
            var observed = (ExposedCount) reading;
            var expected = expected(observed);
            var unit = asRates ? observed.exposure() : 1;
            return new Limits(
                    Math.max(0, expected - 3 * Math.sqrt(expected)) / unit,
                    expected / unit,
                    upperCount(observed, expected) / unit);
        }

        @Override
        public double deviation(Reading reading) {
            var observed = (ExposedCount) reading;
            var expected = expected(observed);
            return inSigmas(observed.count() - expected, Math.sqrt(expected));
        }

        private double expected(ExposedCount observed) {
            return baseline.rate() * observed.exposure();
        }

        private double upperCount(ExposedCount observed, double expected) {
            if (expected >= RARE) {
                return expected + 3 * Math.sqrt(expected);
            }
            // three sigma would raise false alarms in up to 1 of 20 periods
            var ratio = baseline.exposure() / observed.exposure();
            return Prediction.range((double) baseline.count(), ratio, dispersion, FALSE_ALARMS)
                    .upper();
        }
    }

    /** XmR and T charts: the limits follow from the differences between neighbours in time. */
    record OfIndividuals(double centre, double sigma, double power, boolean neverNegative, boolean asRates)
            implements PhaseLimits {

        /** Mean moving range of two normal values, in standard deviations (d2 of Montgomery, appendix VI). */
        private static final double MEAN_RANGE = 1.128;

        /** Moving ranges above so many times their mean are outliers (D4 of Montgomery, appendix VI). */
        private static final double HIGHEST_RANGE = 3.267;

        static Optional<PhaseLimits> from(
                List<Observation> phase, double power, boolean neverNegative, boolean asRates) {
            var scale = new OfIndividuals(0, 1, power, neverNegative, asRates);
            var values = phase.stream()
                    .filter(Observation::setsLimits)
                    .mapToDouble(observation -> scale.transformed(observation.reading()))
                    .toArray();
            var ranges = IntStream.range(1, phase.size())
                    .filter(index -> phase.get(index - 1).setsLimits()
                            && phase.get(index).setsLimits())
                    .mapToDouble(
                            index -> Math.abs(scale.transformed(phase.get(index).reading())
                                    - scale.transformed(phase.get(index - 1).reading())))
                    .toArray();
            if (ranges.length == 0) {
                return Optional.empty();
            }
            var sigma = meanWithoutOutliers(ranges) / MEAN_RANGE;
            return Optional.of(new OfIndividuals(Mean.of(values).getAsDouble(), sigma, power, neverNegative, asRates));
        }

        @Override
        public Limits limits(Reading reading) {
            return new Limits(restored(centre - 3 * sigma), restored(centre), restored(centre + 3 * sigma));
        }

        @Override
        public double deviation(Reading reading) {
            return inSigmas(transformed(reading) - centre, sigma);
        }

        private double transformed(Reading reading) {
            var value = plotted(reading, asRates).orElseThrow();
            return power == 1 ? value : Math.pow(value, 1 / power);
        }

        private double restored(double transformed) {
            var possible = neverNegative ? Math.max(0, transformed) : transformed;
            return power == 1 ? possible : Math.pow(possible, power);
        }

        private static double meanWithoutOutliers(double[] ranges) {
            var highest = HIGHEST_RANGE * Mean.of(ranges).getAsDouble();
            var kept = IntStream.range(0, ranges.length)
                    .mapToDouble(index -> ranges[index])
                    .filter(range -> range < highest)
                    .toArray();
            // all ranges 0 leaves none below 0, and a mean of 0
            return kept.length == 0 ? highest : Mean.of(kept).getAsDouble();
        }
    }

    /** Limits that were agreed, not computed. */
    record Agreed(Limits limits) implements PhaseLimits {

        @Override
        public Limits limits(Reading reading) {
            return limits;
        }

        @Override
        public double deviation(Reading reading) {
            var difference = plotted(reading, true).orElseThrow() - limits.centre();
            var reach = difference < 0 ? limits.centre() - limits.lower() : limits.upper() - limits.centre();
            return inSigmas(difference, reach / 3);
        }
    }
}
