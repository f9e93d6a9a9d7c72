package nl.mjpmonitor.dashboard.publications;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import nl.mjpmonitor.dashboard.reports.ReportDefinition;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/** The periods that a report can be made about, newest first. */
final class PeriodChoice {

    private static final int FIRST_YEAR = 2019;
    private static final int MONTHS = 48;
    private static final int THIRD_QUARTER = 9;

    private PeriodChoice() {}

    static List<Period> of(ReportDefinition definition, YearMonth now) {
        return switch (definition.period()) {
            case YEAR ->
                IntStream.rangeClosed(0, now.getYear() - FIRST_YEAR)
                        .mapToObj(back -> Period.year(now.getYear() - back))
                        .toList();
            case QUARTER ->
                Period.range(Period.quarter(FIRST_YEAR, 1), Period.containing(PeriodGrain.QUARTER, now))
                        .reversed();
            case MONTH ->
                IntStream.range(0, MONTHS)
                        .mapToObj(back -> Period.containing(PeriodGrain.MONTH, now.minusMonths(back)))
                        .toList();
            // two years, up to and including the third quarter of the second
            case SPAN ->
                IntStream.rangeClosed(FIRST_YEAR, now.getYear() - 1)
                        .mapToObj(year -> Period.span(YearMonth.of(year, 1), YearMonth.of(year + 1, THIRD_QUARTER)))
                        .toList()
                        .reversed();
            case YEAR_TO_DATE, ROLLING_YEAR ->
                throw new IllegalStateException("No report is about a " + definition.period());
        };
    }
}
