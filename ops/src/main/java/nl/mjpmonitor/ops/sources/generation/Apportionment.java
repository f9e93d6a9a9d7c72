package nl.mjpmonitor.ops.sources.generation;

import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Divides a whole number over parts by the method of the largest remainder (Hamilton): every part gets its proportional share
 * rounded down, and what is left goes, one each, to the parts with the largest fractions.
 */
public final class Apportionment {
    private Apportionment() {}

    /**
     * The parts of a total, in the order of the weights; they add up to the total exactly. A part differs less than one from its
     * proportional share, and a part without weight gets nothing. Of equal fractions the first goes first.
     *
     * @throws IllegalArgumentException if the total or a weight is negative, a weight is not finite, or all weights are zero while
     *     there is something to divide
     */
    public static int[] apportion(int total, double... weights) {
        requireDivisible(total, weights);
        int[] parts = new int[weights.length];
        if (total == 0) {
            return parts;
        }
        double sum = DoubleStream.of(weights).sum();
        double[] fractions = new double[weights.length];
        int left = total;
        for (int i = 0; i < weights.length; i++) {
            double share = total * (weights[i] / sum);
            parts[i] = (int) share;
            fractions[i] = share - parts[i];
            left -= parts[i];
        }
        IntStream.range(0, weights.length)
                .filter(i -> weights[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -fractions[i]))
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }

    private static void requireDivisible(int total, double[] weights) {
        if (total < 0) {
            throw new IllegalArgumentException("cannot divide " + total);
        }
        boolean hasWeight = false;
        for (double weight : weights) {
            if (weight < 0 || !Double.isFinite(weight)) {
                throw new IllegalArgumentException("cannot divide by a weight of " + weight);
            }
            hasWeight |= weight > 0;
        }
        if (total > 0 && !hasWeight) {
            throw new IllegalArgumentException("cannot divide " + total + " when every weight is zero");
        }
    }
}
