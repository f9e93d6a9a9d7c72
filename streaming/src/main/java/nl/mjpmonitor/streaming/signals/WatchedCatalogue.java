package nl.mjpmonitor.streaming.signals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.FactReference;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.Measure;
import nl.mjpmonitor.warehouse.indicators.Target;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * Which series rules look at, out of the catalogue of the warehouse:
 *
 * <ul>
 *   <li>of each indicator that is counted in the stream, the municipality and, where no small numbers are withheld, the wijken;
 *   <li>of {@link #BURGLARY} the buurten as well;
 *   <li>of each other count with a norm to reach, the municipality.
 * </ul>
 *
 * <p>Indicators that are a part of another are left out where they would follow from the whole.
 */
final class WatchedCatalogue {

    static final String BURGLARY = "woninginbraak";

    private final IndicatorCatalogue indicators;
    private final Areas areas;
    private final Map<String, WatchedSeries> byKey = new LinkedHashMap<>();
    private final Map<String, List<Indicator>> byMeasure = new HashMap<>();

    WatchedCatalogue(IndicatorCatalogue indicators, Areas areas) {
        this.indicators = indicators;
        this.areas = areas;
        indicators.indicators().forEach(this::add);
    }

    /** That of this installation, read once. */
    static WatchedCatalogue shared() {
        return Shared.CATALOGUE;
    }

    /** Initialised when it is first asked for. */
    private static final class Shared {
        private static final WatchedCatalogue CATALOGUE = new WatchedCatalogue(IndicatorCatalogue.load(), Areas.load());
    }

    private void add(Indicator indicator) {
        if (!(indicator.measure() instanceof Measure.Count count)
                || indicator.disclosure().partOf().isPresent()
                || !indicator.grains().contains(PeriodGrain.MONTH)) {
            return;
        }
        List<String> measures = count.rows().measures();
        if (!measures.isEmpty()) {
            measures.forEach(measure ->
                    byMeasure.computeIfAbsent(measure, any -> new ArrayList<>()).add(indicator));
            watch(indicator, count.rows(), AreaKind.GEMEENTE);
            if (indicator.disclosure().below() == 0) {
                watch(indicator, count.rows(), AreaKind.WIJK);
            }
            if (indicator.id().value().equals(BURGLARY)) {
                watch(indicator, count.rows(), AreaKind.BUURT);
            }
        } else if (indicator.target() instanceof Target.Norm) {
            watch(indicator, count.rows(), AreaKind.GEMEENTE);
        }
    }

    private void watch(Indicator indicator, FactReference rows, AreaKind kind) {
        if (!indicator.areas().contains(kind)) {
            return;
        }
        for (Area area : areas.ofKind(kind)) {
            if (areas.isInMunicipality(area)) {
                byKey.put(key(indicator.id().value(), area.code().value()), new WatchedSeries(indicator, rows, area));
            }
        }
    }

    static String key(String indicator, String areaCode) {
        return indicator + ' ' + areaCode;
    }

    IndicatorCatalogue indicators() {
        return indicators;
    }

    Areas areas() {
        return areas;
    }

    Collection<WatchedSeries> all() {
        return byKey.values();
    }

    Optional<WatchedSeries> find(String seriesKey) {
        return Optional.ofNullable(byKey.get(seriesKey));
    }

    /** The series in which a measure of the stream counts, for a leaf on a day. */
    List<WatchedSeries> of(String measure, String leaf, LocalDate day) {
        List<Indicator> counted = byMeasure.getOrDefault(measure, List.of());
        if (counted.isEmpty()) {
            return List.of();
        }
        List<WatchedSeries> series = new ArrayList<>();
        String wijk = areas.division(AreaKind.WIJK)
                .areaOf(new AreaCode(leaf), day)
                .map(AreaCode::value)
                .orElse("");
        for (Indicator indicator : counted) {
            String id = indicator.id().value();
            find(key(id, areas.municipality().code().value())).ifPresent(series::add);
            find(key(id, wijk)).ifPresent(series::add);
            find(key(id, leaf)).ifPresent(series::add);
        }
        return series;
    }
}
