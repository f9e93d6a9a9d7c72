package nl.mjpmonitor.dashboard.themes;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.comparisons.FigureComparisons;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * The periods of a page of a theme.
 *
 * @param lastMonth the last whole month
 * @param year the chosen year: that of the last month, up to there, or an earlier whole one
 */
public record ThemePeriods(YearMonth lastMonth, int year) {

    static final int FIRST_YEAR = FigureComparisons.BASE_YEAR;

    private static final int TABLE_YEARS = 4;

    /** @throws IllegalArgumentException when the year cannot be chosen */
    public ThemePeriods {
        if (!choices(lastMonth).contains(year)) {
            throw new IllegalArgumentException("There is no choice of " + year);
        }
    }

    /** The years to choose from, newest first. */
    static List<Integer> choices(YearMonth lastMonth) {
        return IntStream.iterate(lastMonth.getYear(), year -> year >= FIRST_YEAR, year -> year - 1)
                .boxed()
                .toList();
    }

    /** The last whole year, which is where a page opens. */
    static int lastWholeYear(YearMonth lastMonth) {
        return lastMonth.getYear() - 1;
    }

    /** A year as it can be chosen: whole, or up to the last month. */
    static Period asPeriod(int year, YearMonth lastMonth) {
        return year == lastMonth.getYear() ? Period.yearToDate(lastMonth) : Period.year(year);
    }

    Period chosen() {
        return asPeriod(year, lastMonth);
    }

    /** The whole years, from the base year of the programme. */
    List<Period> years() {
        return Period.range(Period.year(FIRST_YEAR), lastYear());
    }

    Period lastYear() {
        return Period.year(lastWholeYear(lastMonth));
    }

    /** This year up to the last month. */
    Period now() {
        return Period.yearToDate(lastMonth);
    }

    /** The twelve months up to the last. */
    Period rolling() {
        return Period.rollingYear(lastMonth);
    }

    /** Whole years back from last year, then last year up to the last month, and this year up to there. */
    List<Period> ofTables() {
        List<Period> years = years();
        return Stream.concat(
                        years.subList(Math.max(0, years.size() - TABLE_YEARS), years.size()).stream(),
                        Stream.of(now().sameLastYear(), now()))
                .toList();
    }

    /** The months of a timeline: three whole years and this one so far. */
    List<Period> ofTimeline() {
        return Period.range(
                Period.month(lastMonth.getYear() - TABLE_YEARS + 1, 1),
                Period.month(lastMonth.getYear(), lastMonth.getMonthValue()));
    }
}
