package nl.mjpmonitor.warehouse.indicators;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.quality.FigureSource;

/**
 * What the figures of each indicator are made of: what {@link ClickHouseIndicatorQuery} reads to answer for it, in whichever area. Which
 * months were kept belongs to it, and of a ratio both its sides.
 */
public final class FigureSources {

    private final Map<IndicatorId, Set<FigureSource>> byIndicator = new HashMap<>();

    /** Follows the catalogue. */
    public FigureSources(IndicatorCatalogue catalogue) {
        catalogue
                .indicators()
                .forEach(indicator -> byIndicator.put(
                        indicator.id(), sources(indicator, catalogue).collect(Collectors.toUnmodifiableSet())));
    }

    /** All that figures are made of. */
    public Set<FigureSource> all() {
        return of(byIndicator.keySet());
    }

    /**
     * What the figures of these indicators are made of together.
     *
     * @throws IllegalArgumentException when any of them is not in the catalogue
     */
    public Set<FigureSource> of(Collection<IndicatorId> indicators) {
        return indicators.stream().flatMap(id -> of(id).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private Set<FigureSource> of(IndicatorId id) {
        Set<FigureSource> sources = byIndicator.get(id);
        if (sources == null) {
            throw new IllegalArgumentException("There is no indicator " + id);
        }
        return sources;
    }

    private static Stream<FigureSource> sources(Indicator indicator, IndicatorCatalogue catalogue) {
        if (indicator.measure() instanceof Measure.Ratio ratio) {
            return Stream.of(ratio.of(), ratio.to()).flatMap(side -> sources(catalogue.require(side), catalogue));
        }
        return indicator.measure().source().stream().flatMap(FigureSources::sources);
    }

    private static Stream<FigureSource> sources(FactReference rows) {
        String system = rows.fact().id().system();
        Stream<FigureSource> counted = rows.fact().streamed().isPresent()
                ? rows.measures().stream().map(FigureSource::ofCounts)
                : Stream.of(FigureSource.ofCasework(system, rows.fact().table()));
        return rows.needsMonths()
                ? Stream.concat(counted, Stream.of(FigureSource.ofCasework(system, rows.monthsTable())))
                : counted;
    }
}
