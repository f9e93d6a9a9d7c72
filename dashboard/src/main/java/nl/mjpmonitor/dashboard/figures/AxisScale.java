package nl.mjpmonitor.dashboard.figures;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * A scale with round steps on which all values fit, so that charts beside each other can share one and a choice of periods does not
 * change it.
 *
 * @param from lowest value of the scale
 * @param to highest value of the scale
 * @param step between two lines of the grid; from and to are multiples of it
 */
public record AxisScale(double from, double to, double step) {

    private static final int STEPS = 4;
    private static final List<Double> ROUND = List.of(1.0, 2.0, 2.5, 5.0, 10.0);
    private static final double ROUNDING = 1e-9;

    /**
     * The scale for these values, in four or five steps.
     *
     * @param values what must fit; without any the scale runs from 0 to 4
     * @param startsAtZero whether 0 is on it
     * @param isWhole whether steps are whole numbers
     */
    public static AxisScale of(Collection<Double> values, boolean startsAtZero, boolean isWhole) {
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(STEPS);
        double lowest = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double bottom = startsAtZero ? Math.min(0, lowest) : lowest;
        double top = startsAtZero ? Math.max(0, highest) : highest;
        double step = step(top - bottom, isWhole);
        double from = Math.floor(bottom / step + ROUNDING) * step;
        double to = Math.ceil(top / step - ROUNDING) * step;
        return new AxisScale(from, to > from ? to : from + STEPS * step, step);
    }

    private static double step(double span, boolean isWhole) {
        double rough = span / STEPS;
        if (rough <= 0) {
            return 1;
        }
        double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = ROUND.stream()
                .map(round -> round * magnitude)
                .filter(candidate -> candidate >= rough - ROUNDING)
                .filter(candidate -> !isWhole || candidate == Math.rint(candidate))
                .findFirst()
                .orElse(10 * magnitude);
        return isWhole ? Math.max(1, Math.rint(step)) : rounded(step);
    }

    private static double rounded(double step) {
        return BigDecimal.valueOf(step).stripTrailingZeros().doubleValue();
    }
}
