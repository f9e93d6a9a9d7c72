package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {

    private static final double THREE_SIGMA = SigmaLevel.bothTails(3);

    @ParameterizedTest
    @CsvSource({"104, 4, 11, 45", "0, 12, 0, 2", "0, 4, 0, 4", "1, 24, 0, 2", "3, 3, 0, 7", "2000, 5, 336, 468"})
    void holdsTheCountsThatTheConditionalTestDoesNotReject(int sum, int exposureRatio, long lower, long upper) {
        var range = Prediction.range(sum, exposureRatio, 1, THREE_SIGMA);

        assertThat(range).isEqualTo(new CountRange(lower, upper));
        assertThat(LongStream.rangeClosed(0, upper + 20)
                        .allMatch(count -> range.contains(count) == isAccepted(sum, exposureRatio, (int) count)))
                .isTrue();
    }

    private static boolean isAccepted(int sum, int exposureRatio, int count) {
        var distribution = BinomialDistribution.of(sum + count, 1.0 / (exposureRatio + 1));
        return distribution.cumulativeProbability(count) > THREE_SIGMA / 2
                && distribution.survivalProbability(count - 1) > THREE_SIGMA / 2;
    }

    @ParameterizedTest
    @CsvSource({"0.2, 12", "1, 5", "4, 3", "20, 4", "150, 5"})
    void raisesNoMoreFalseAlarmsThanItSays(double mean, int periods) {
        var rounds = 20_000;
        var samples = new Samples(20230101);
        var alarms = 0;
        for (var round = 0; round < rounds; round++) {
            var range = Prediction.range((double) samples.poisson(mean * periods), periods, 1, 0.05);
            if (!range.contains(samples.poisson(mean))) {
                alarms++;
            }
        }

        // three standard errors of 20,000 rounds are 0.5 %
        assertThat(alarms / (double) rounds).isLessThan(0.055);
    }

    @ParameterizedTest
    @CsvSource({"104, 4", "7, 3", "2000, 5"})
    void widensWithTheSpread(double sum, double exposureRatio) {
        var chance = Prediction.range(sum, exposureRatio, 1, THREE_SIGMA);
        var spread = Prediction.range(sum, exposureRatio, 2, THREE_SIGMA);

        assertThat(spread.lower()).isLessThanOrEqualTo(chance.lower());
        assertThat(spread.upper()).isGreaterThan(chance.upper());
    }
}
