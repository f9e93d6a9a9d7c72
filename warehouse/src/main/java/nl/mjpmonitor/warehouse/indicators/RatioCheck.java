package nl.mjpmonitor.warehouse.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.catalogue.CatalogueFiles;
import nl.mjpmonitor.warehouse.indicators.CatalogueReader.ReadIndicator;

/** Ratios refer to indicators that are there, and never to themselves, not by a detour either. */
final class RatioCheck {

    private final Map<IndicatorId, ReadIndicator> indicators;
    private final Set<String> writtenIds;
    private final CatalogueFiles files;

    /**
     * Prepares the check.
     *
     * @param writtenIds all ids, also of entries that have other problems: referring to those is no problem of its own
     */
    RatioCheck(Map<IndicatorId, ReadIndicator> indicators, Set<String> writtenIds, CatalogueFiles files) {
        this.indicators = indicators;
        this.writtenIds = writtenIds;
        this.files = files;
    }

    void check() {
        indicators.values().forEach(read -> {
            if (read.indicator().measure() instanceof Measure.Ratio ratio) {
                checkSide(read, "/measure/of", ratio.of());
                checkSide(read, "/measure/to", ratio.to());
            }
        });
    }

    private void checkSide(ReadIndicator read, String pointer, IndicatorId side) {
        if (!writtenIds.contains(side.value())) {
            files.add(read.document()
                    .problem(pointer, "there is no indicator " + side + "; add it or correct its spelling"));
            return;
        }
        List<IndicatorId> way =
                wayBack(read.indicator().id(), side, List.of(read.indicator().id()));
        if (!way.isEmpty()) {
            files.add(read.document()
                    .problem(
                            pointer,
                            "the ratio refers to itself ("
                                    + way.stream().map(IndicatorId::value).collect(Collectors.joining(" > "))
                                    + "); break the circle"));
        }
    }

    /** The way from a side to the indicator itself; empty when there is none. */
    private List<IndicatorId> wayBack(IndicatorId goal, IndicatorId at, List<IndicatorId> before) {
        List<IndicatorId> way = new ArrayList<>(before);
        way.add(at);
        if (at.equals(goal)) {
            return way;
        }
        if (before.contains(at)
                || !indicators.containsKey(at)
                || !(indicators.get(at).indicator().measure() instanceof Measure.Ratio ratio)) {
            return List.of();
        }
        return Stream.of(ratio.of(), ratio.to())
                .map(side -> wayBack(goal, side, way))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
