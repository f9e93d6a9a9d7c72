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
import nl.mjpmonitor.warehouse.areas.AreaDivision;
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

    /** The series of the indicators that count a measure, by code of their area: asked for every row that counts. */
    private final Map<String, List<Map<String, WatchedSeries>>> byMeasure = new HashMap<>();

    private final AreaDivision wijken;
    private final String municipality;

    WatchedCatalogue(IndicatorCatalogue indicators, Areas areas) {
        this.indicators = indicators;
        this.areas = areas;
        this.wijken = areas.division(AreaKind.WIJK);
        this.municipality = areas.municipality().code().value();
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
        Map<String, WatchedSeries> byArea = new HashMap<>();
        if (!measures.isEmpty()) {
            measures.forEach(measure ->
                    byMeasure.computeIfAbsent(measure, any -> new ArrayList<>()).add(byArea));
            watch(indicator, count.rows(), AreaKind.GEMEENTE, byArea);
            if (indicator.disclosure().below() == 0) {
                watch(indicator, count.rows(), AreaKind.WIJK, byArea);
            }
            if (indicator.id().value().equals(BURGLARY)) {
                watch(indicator, count.rows(), AreaKind.BUURT, byArea);
            }
        } else if (indicator.target() instanceof Target.Norm) {
            watch(indicator, count.rows(), AreaKind.GEMEENTE, byArea);
        }
    }

    private void watch(Indicator indicator, FactReference rows, AreaKind kind, Map<String, WatchedSeries> byArea) {
        if (!indicator.areas().contains(kind)) {
            return;
        }
        for (Area area : areas.ofKind(kind)) {
            if (areas.isInMunicipality(area)) {
                WatchedSeries series = new WatchedSeries(indicator, rows, area);
                byKey.put(key(indicator.id().value(), area.code().value()), series);
                byArea.put(area.code().value(), series);
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
        List<Map<String, WatchedSeries>> counting = byMeasure.getOrDefault(measure, List.of());
        if (counting.isEmpty()) {
            return List.of();
        }
        List<WatchedSeries> series = new ArrayList<>();
        String wijk =
                wijken.areaOf(new AreaCode(leaf), day).map(AreaCode::value).orElse("");
        for (Map<String, WatchedSeries> byArea : counting) {
            for (String area : List.of(municipality, wijk, leaf)) {
                WatchedSeries found = byArea.get(area);
                if (found != null) {
                    series.add(found);
                }
            }
        }
        return series;
    }
}
