package nl.mjpmonitor.dashboard.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.live.FigureRequest;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;

/**
 * Everything that the page of one indicator asks, and how to read the answer.
 *
 * @param own the series itself
 * @param newest the same with everything that is known now; empty when that is what the series itself is
 * @param windows years to date and rolling years of the same indicator, to compare with
 * @param denominators the inhabitants that the comparisons ask for
 * @param elsewhere the same series in the areas to compare with
 * @param timeline interventions by month
 */
record IndicatorQuestion(
        SeriesRequest own,
        Optional<SeriesRequest> newest,
        List<SeriesRequest> windows,
        List<SeriesRequest> denominators,
        Map<Area, SeriesRequest> elsewhere,
        Map<TimelineKind, SeriesRequest> timeline) {

    /**
     * The answer.
     *
     * @param own the series itself
     * @param newest what is known now, when the series is of an earlier moment
     * @param all all series, for the comparisons
     * @param elsewhere points in the areas to compare with
     * @param timeline interventions by month
     */
    record Answer(
            List<IndicatorPoint> own,
            Optional<List<IndicatorPoint>> newest,
            List<IndicatorSeries> all,
            Map<Area, List<IndicatorPoint>> elsewhere,
            Map<TimelineKind, List<IndicatorPoint>> timeline) {}

    /** All of it, to be asked at once. */
    FigureRequest request() {
        List<SeriesRequest> all = new ArrayList<>();
        all.add(own);
        newest.ifPresent(all::add);
        all.addAll(windows);
        all.addAll(denominators);
        all.addAll(elsewhere.values());
        all.addAll(timeline.values());
        return new FigureRequest(all.stream().distinct().toList());
    }

    Answer answer(List<IndicatorSeries> series) {
        Map<SeriesRequest, List<IndicatorPoint>> points = new LinkedHashMap<>();
        series.forEach(one -> points.put(one.request(), one.points()));
        return new Answer(
                points.getOrDefault(own, List.of()),
                newest.map(request -> points.getOrDefault(request, List.of())),
                series,
                read(elsewhere, points),
                read(timeline, points));
    }

    private static <K> Map<K, List<IndicatorPoint>> read(
            Map<K, SeriesRequest> requests, Map<SeriesRequest, List<IndicatorPoint>> points) {
        Map<K, List<IndicatorPoint>> read = new LinkedHashMap<>();
        requests.forEach((key, request) -> read.put(key, points.getOrDefault(request, List.of())));
        return read;
    }
}
