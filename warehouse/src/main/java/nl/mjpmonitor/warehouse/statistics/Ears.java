package nl.mjpmonitor.warehouse.statistics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * Early warning from the recent past alone, for weeks or days: the Early Aberration Reporting System (Hutwagner and others, Journal of
 * Urban Health 80, 2003; Fricker, Hegler and Dunfee, Statistics in Medicine 27, 2008).
 *
 * <p>It sees sudden rises, not slow ones, and does not know the seasons. On very small counts it warns too often: where the baseline
 * hardly varies, its standard deviation is taken as {@code lowestDeviation} (H. Burkom's advice for sparse counts is 0.5 or 1).
 *
 * @param method which periods are compared
 * @param baseline number of periods in the baseline, at least 3
 * @param falseAlarms nominal probability of a warning without a rise, above 0 and below 1
 * @param lowestDeviation smallest standard deviation to reckon with, 0 or more
 */
public record Ears(Method method, int baseline, double falseAlarms, double lowestDeviation) {

    private static final int FEWEST_IN_BASELINE = 3;
    private static final int USUAL_BASELINE = 7;
    private static final double USUAL_LOWEST_DEVIATION = 0.5;
    private static final int PERIODS_IN_SUM = 3;

    /** Which periods are compared with which. */
    public enum Method {
        /** The period with those directly before it. */
        C1(0),
        /** The period with those before it, two periods skipped, so that a slow start does not lift the baseline. */
        C2(2),
        /** The last three periods together, each compared as in C2. */
        C3(2);

        private final int lag;

        Method(int lag) {
            this.lag = lag;
        }
    }

    /** @throws IllegalArgumentException when a setting is outside its range */
    public Ears {
        ConfidenceInterval.requireLevel(falseAlarms);
        if (baseline < FEWEST_IN_BASELINE || !(lowestDeviation >= 0)) {
            throw new IllegalArgumentException("EARS needs " + FEWEST_IN_BASELINE
                    + " or more periods and a deviation of 0 or more, not " + baseline + " and " + lowestDeviation);
        }
    }

    /** C1 as the CDC uses it: 7 periods, 0.1 % false alarms. */
    public static Ears c1() {
        return new Ears(Method.C1, USUAL_BASELINE, 0.001, USUAL_LOWEST_DEVIATION);
    }

    /** C2 as the CDC uses it: 7 periods, 0.1 % false alarms. */
    public static Ears c2() {
        return new Ears(Method.C2, USUAL_BASELINE, 0.001, USUAL_LOWEST_DEVIATION);
    }

    /** C3 as the CDC uses it: 7 periods, 2.5 % false alarms. */
    public static Ears c3() {
        return new Ears(Method.C3, USUAL_BASELINE, 0.025, USUAL_LOWEST_DEVIATION);
    }

    /** The same method with another nominal probability of a false alarm. */
    public Ears withFalseAlarms(double probability) {
        return new Ears(method, baseline, probability, lowestDeviation);
    }

    /** Index of the first period that has enough periods before it. */
    public int firstIndex() {
        return baseline + method.lag + (method == Method.C3 ? PERIODS_IN_SUM - 1 : 0);
    }

    /** All periods of a series that have enough periods before them, in order. The counts are in the order of time, without gaps. */
    public Stream<EarsSignal> over(List<Long> counts) {
        return IntStream.range(firstIndex(), counts.size()).mapToObj(index -> at(counts, index));
    }

    /**
     * One period of a series.
     *
     * @param counts in the order of time, without gaps
     * @throws IndexOutOfBoundsException when the period is not in the series or has too few periods before it
     */
    public EarsSignal at(List<Long> counts, int index) {
        if (index < firstIndex() || index >= counts.size()) {
            throw new IndexOutOfBoundsException(
                    method + " judges periods " + firstIndex() + " to " + (counts.size() - 1) + ", not " + index);
        }
        var expected = mean(counts, index);
        var deviation = deviation(counts, index);
        var threshold = SigmaLevel.quantile(1 - falseAlarms);
        return new EarsSignal(
                index,
                counts.get(index),
                expected,
                deviation,
                method == Method.C3 ? excessOfThree(counts, index) : distance(counts, index),
                threshold,
                method == Method.C3 ? OptionalDouble.empty() : OptionalDouble.of(expected + threshold * deviation));
    }

    private double excessOfThree(List<Long> counts, int index) {
        return IntStream.rangeClosed(index - PERIODS_IN_SUM + 1, index)
                .mapToDouble(period -> Math.max(0, distance(counts, period) - 1))
                .sum();
    }

    private double distance(List<Long> counts, int index) {
        return PhaseLimits.inSigmas(counts.get(index) - mean(counts, index), deviation(counts, index));
    }

    private double mean(List<Long> counts, int index) {
        return Mean.of(baselineOf(counts, index)).getAsDouble();
    }

    private double deviation(List<Long> counts, int index) {
        return Math.max(
                lowestDeviation, StandardDeviation.of(baselineOf(counts, index)).getAsDouble());
    }

    private double[] baselineOf(List<Long> counts, int index) {
        var end = index - method.lag;
        return counts.subList(end - baseline, end).stream()
                .mapToDouble(Long::doubleValue)
                .toArray();
    }
}
