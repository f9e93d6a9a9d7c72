package nl.mjpmonitor.warehouse.statistics;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** Reproducible Poisson counts. */
final class Samples {

    private final UniformRandomProvider random;

    Samples(long seed) {
        random = new Random(seed)::nextLong;
    }

    long poisson(double mean) {
        return mean == 0
                ? 0
                : PoissonDistribution.of(mean).createSampler(random).sample();
    }

    List<Long> poisson(double mean, int size) {
        var sampler = PoissonDistribution.of(mean).createSampler(random);
        return Stream.generate(() -> (long) sampler.sample()).limit(size).toList();
    }

    double between(double lowest, double highest) {
        return random.nextDouble(lowest, highest);
    }
}
