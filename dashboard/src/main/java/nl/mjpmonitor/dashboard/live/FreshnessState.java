package nl.mjpmonitor.dashboard.live;

import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.quality.SourceFreshness;

/**
 * How far the warehouse has come, as last read.
 *
 * @param sources one entry a source system; empty as long as nothing has arrived
 * @param isReachable whether the warehouse answers now
 * @param isLate whether any source is further behind than it should be
 */
public record FreshnessState(List<SourceFreshness> sources, boolean isReachable, boolean isLate) {

    public FreshnessState {
        sources = List.copyOf(sources);
    }

    public Optional<SourceFreshness> of(String sourceSystem) {
        return sources.stream()
                .filter(source -> source.sourceSystem().equals(sourceSystem))
                .findFirst();
    }
}
