package nl.mjpmonitor.dashboard.themes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.ReadableAreas;
import nl.mjpmonitor.dashboard.access.ReadableCatalogue;
import nl.mjpmonitor.dashboard.casework.ReadableCaseProgress;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.hotspots.ReadableHotspots;
import nl.mjpmonitor.dashboard.page.IndicatorPageLink;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Population;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/**
 * What every panel of a page needs to know: what the reader chose, and what this reader may see.
 *
 * @param area the chosen area
 * @param periods the periods of the page
 * @param population who lives where
 * @param detections what was detected one by one
 */
record Scene(
        Area area,
        ThemePeriods periods,
        ReadableCatalogue catalogue,
        ReadableAreas areas,
        Population population,
        Detections detections,
        FigureWords words) {

    /** What the stream detected, as far as the reader may see it. */
    record Detections(ReadableHotspots hotspots, ReadableCaseProgress cases) {}

    /** The indicator, when the reader may see it anywhere. */
    Optional<Indicator> find(IndicatorId id) {
        return catalogue.find(id);
    }

    /** Whether there is a figure of the indicator in the area for this reader. */
    boolean opens(Indicator indicator, Area where) {
        return indicator.areas().contains(where.kind()) && areas.opens(indicator, where);
    }

    boolean opensHere(Indicator indicator) {
        return opens(indicator, area);
    }

    Questions about(Indicator indicator) {
        return Questions.of(indicator, area, periods);
    }

    IndicatorPageLink link(Indicator indicator) {
        return new IndicatorPageLink(indicator, area, words);
    }

    /** The municipality, then the region and the country. */
    List<Area> toCompare() {
        return Stream.of(AreaKind.GEMEENTE, AreaKind.REGIO, AreaKind.LAND)
                .flatMap(kind -> areas.ofKind(kind).stream())
                .toList();
    }

    String name(Indicator indicator) {
        return indicator.name().in(words.locale());
    }
}
