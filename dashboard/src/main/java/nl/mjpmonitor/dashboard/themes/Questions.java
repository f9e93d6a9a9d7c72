package nl.mjpmonitor.dashboard.themes;

import java.util.List;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * What is asked of one indicator in one area. Every part of a page asks in the same few ways, so that the page asks each series once.
 */
record Questions(IndicatorId indicator, Area area, ThemePeriods periods) {

    static Questions of(Indicator indicator, Area area, ThemePeriods periods) {
        return new Questions(indicator.id(), area, periods);
    }

    /** All whole years. */
    SeriesRequest years() {
        return between(Period.year(ThemePeriods.FIRST_YEAR), periods.lastYear());
    }

    /** The months up to the last one of this year, in every year. */
    SeriesRequest yearsToDate() {
        Period now = periods.now();
        return between(now.plusYears(ThemePeriods.FIRST_YEAR - (long) now.year()), now);
    }

    /** The chosen year. */
    SeriesRequest chosen() {
        return periods.chosen().equals(periods.now()) ? yearsToDate() : years();
    }

    /** The last twelve months, and the twelve before. */
    Stream<SeriesRequest> rolling() {
        return Stream.of(periods.rolling().previous(), periods.rolling()).map(period -> between(period, period));
    }

    SeriesRequest months() {
        List<Period> months = periods.ofTimeline();
        return between(months.getFirst(), months.getLast());
    }

    SeriesRequest between(Period from, Period to) {
        return SeriesRequest.latest(indicator, area.code(), from, to);
    }
}
