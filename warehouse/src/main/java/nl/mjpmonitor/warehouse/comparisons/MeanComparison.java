package nl.mjpmonitor.warehouse.comparisons;

import java.util.Set;
import nl.mjpmonitor.warehouse.statistics.Judgement;

/**
 * A figure against the mean of the same period in earlier years.
 *
 * @param years years behind the mean; unknown ones and those before a break are not among them
 * @param mean the mean, with one decimal
 * @param outcome how the figure differs from the mean
 * @param judgement whether the figure lies outside what those years make normal
 */
public record MeanComparison(Set<Integer> years, Outcome mean, Outcome outcome, Judgement judgement) {

    /** Copies the years. */
    public MeanComparison {
        years = Set.copyOf(years);
    }
}
