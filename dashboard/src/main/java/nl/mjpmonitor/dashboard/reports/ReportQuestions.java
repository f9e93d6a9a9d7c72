package nl.mjpmonitor.dashboard.reports;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.ReaderScope;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/** What must be asked for a report; only what its audience may see. */
record ReportQuestions(ReportOrder order, IndicatorCatalogue catalogue, Areas areas) {

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");

    /** The questions of one block. */
    List<SeriesRequest> of(ReportBlock block) {
        ReaderScope scope = order.definition().scope(order.area(), areas);
        return block.indicators().stream()
                .map(catalogue::require)
                .flatMap(indicator -> of(block, indicator, scope))
                .distinct()
                .toList();
    }

    private Stream<SeriesRequest> of(ReportBlock block, Indicator indicator, ReaderScope scope) {
        return switch (block) {
            case ReportBlock.Text _ -> Stream.empty();
            case ReportBlock.Figures figures ->
                figures.columns().stream()
                        .flatMap(column -> of(column, indicator.id()))
                        .filter(request -> areas.find(request.area())
                                .filter(area -> scope.opens(indicator, area))
                                .isPresent());
            case ReportBlock.Trend trend -> {
                List<Period> periods = periods(trend);
                yield Stream.of(request(indicator.id(), order.area(), periods.getFirst(), periods.getLast()))
                        .filter(request -> scope.opens(indicator, order.area()));
            }
            case ReportBlock.Steps _ ->
                Stream.of(request(indicator.id(), order.area(), order.period(), order.period()))
                        .filter(request -> scope.opens(indicator, order.area()));
            case ReportBlock.Buurten _ ->
                Stream.concat(
                        Stream.of(request(
                                        indicator.id(),
                                        areas.municipality(),
                                        years(indicator).getFirst(),
                                        years(indicator).getLast()))
                                .filter(request -> scope.opens(indicator, areas.municipality())),
                        buurten().stream()
                                .filter(buurt -> scope.opens(indicator, buurt))
                                .map(buurt -> request(indicator.id(), buurt, order.period(), order.period())));
        };
    }

    private Stream<SeriesRequest> of(ReportColumn column, IndicatorId indicator) {
        return switch (column) {
            case ReportColumn.Comparison _ -> Stream.empty();
            case ReportColumn.Fixed(Period period) -> Stream.of(request(indicator, order.area(), period, period));
            case ReportColumn.Figure figure -> {
                Period period = figure.period(order.period());
                yield Stream.of(request(indicator, area(figure), period, period));
            }
        };
    }

    /** The buurten of the municipality. */
    List<Area> buurten() {
        return areas.ofKind(AreaKind.BUURT).stream()
                .filter(areas::isInMunicipality)
                .toList();
    }

    /** The years around whose mean the classes of a map lie: all that were over at the peildatum, as on the screen. */
    List<Period> years(Indicator indicator) {
        int last = order.peildatum().atZone(DUTCH_TIME).getYear() - 1;
        return Period.range(Period.year(Math.min(indicator.definedFrom().getYear(), last)), Period.year(last));
    }

    /** The area that a column is about. */
    Area area(ReportColumn.Figure figure) {
        return figure.isOfMunicipality() ? areas.municipality() : order.area();
    }

    /** The periods of a trend, of which the report's is the last; of a span its last month is in the last quarter. */
    List<Period> periods(ReportBlock.Trend trend) {
        Period last = order.period().grain() == PeriodGrain.SPAN
                ? Period.containing(PeriodGrain.QUARTER, order.period().lastMonth())
                : order.period();
        Period first = last;
        for (int step = 1; step < trend.periods(); step++) {
            first = first.previous();
        }
        return Period.range(first, last);
    }

    private SeriesRequest request(IndicatorId indicator, Area area, Period from, Period to) {
        return new SeriesRequest(indicator, area.code(), from, to, order.peildatum());
    }
}
