package nl.mjpmonitor.dashboard.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import nl.mjpmonitor.warehouse.areas.Population;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;

/**
 * The figures of the Maandbeelden that readers have open, put together out of an answer once for all of them: that takes longer than
 * showing them, and they weigh much. Safe for use by many threads.
 */
final class SharedFigures {

    /** Most readers look at the same month. */
    private static final int KEPT = 4;

    private final Population population;
    private final SequencedMap<Asked, Made> made = new LinkedHashMap<>();

    SharedFigures(Population population) {
        this.population = population;
    }

    private record Asked(ReviewKey key, List<IndicatorId> indicators, Set<IndicatorId> signalled) {}

    private record Made(List<IndicatorSeries> answers, ReviewFigures figures) {

        /** The same answer, not one that says the same: to compare them is much work as well. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(List<IndicatorSeries> others) {
            return answers == others;
        }
    }

    /** As {@link ReviewFigures#of} does. */
    ReviewFigures of(
            ReviewKey key, List<Indicator> indicators, List<IndicatorSeries> answers, Set<IndicatorId> signalled) {
        Asked asked = new Asked(key, indicators.stream().map(Indicator::id).toList(), Set.copyOf(signalled));
        return find(asked, answers).orElseGet(() -> {
            ReviewFigures figures = ReviewFigures.of(key, indicators, answers, signalled, population);
            keep(asked, new Made(answers, figures));
            return figures;
        });
    }

    private synchronized Optional<ReviewFigures> find(Asked asked, List<IndicatorSeries> answers) {
        return Optional.ofNullable(made.get(asked))
                .filter(known -> known.isOf(answers))
                .map(Made::figures);
    }

    private synchronized void keep(Asked asked, Made figures) {
        made.putLast(asked, figures);
        if (made.size() > KEPT) {
            made.pollFirstEntry();
        }
    }
}
