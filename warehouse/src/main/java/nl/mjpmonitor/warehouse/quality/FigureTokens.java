package nl.mjpmonitor.warehouse.quality;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/**
 * In which state everything is that figures are made of.
 *
 * @param bySource a token for each source that holds anything; it differs from an earlier one when anything in the source changed in
 *     between
 */
public record FigureTokens(Map<FigureSource, String> bySource) {

    public FigureTokens {
        bySource = Map.copyOf(bySource);
    }

    /** Whether nothing changed in any of these sources between the other look and this one. */
    public boolean areThoseOf(FigureTokens other, Collection<FigureSource> sources) {
        return equals(other)
                || sources.stream()
                        .allMatch(source -> Objects.equals(bySource.get(source), other.bySource.get(source)));
    }
}
