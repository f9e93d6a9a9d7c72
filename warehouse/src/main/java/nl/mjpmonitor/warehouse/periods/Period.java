package nl.mjpmonitor.warehouse.periods;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * A calendar year, quarter or month.
 *
 * @param grain its length
 * @param firstMonth its first month
 */
public record Period(PeriodGrain grain, YearMonth firstMonth) implements Comparable<Period> {

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when no period of this length starts in that month
     */
    public Period {
        if ((firstMonth.getMonthValue() - 1) % grain.months() != 0) {
            throw new IllegalArgumentException("No " + grain + " starts in " + firstMonth);
        }
    }

    public static Period year(int year) {
        return new Period(PeriodGrain.YEAR, YearMonth.of(year, 1));
    }

    /**
     * One quarter of a year.
     *
     * @param quarter 1 to 4
     */
    public static Period quarter(int year, int quarter) {
        return new Period(PeriodGrain.QUARTER, YearMonth.of(year, 3 * quarter - 2));
    }

    public static Period month(int year, int month) {
        return new Period(PeriodGrain.MONTH, YearMonth.of(year, month));
    }

    /** The period of this length that holds the month. */
    public static Period containing(PeriodGrain grain, YearMonth month) {
        int offset = (month.getMonthValue() - 1) % grain.months();
        return new Period(grain, month.minusMonths(offset));
    }

    /**
     * All periods from the first to the last, both included; empty when the last lies before the first.
     *
     * @throws IllegalArgumentException when they differ in length
     */
    public static List<Period> range(Period first, Period last) {
        if (first.grain != last.grain) {
            throw new IllegalArgumentException("A range needs two periods of the same length");
        }
        int step = first.grain.months();
        long count = ChronoUnit.MONTHS.between(first.firstMonth, last.firstMonth) / step + 1;
        return LongStream.range(0, Math.max(0, count))
                .mapToObj(index -> new Period(first.grain, first.firstMonth.plusMonths(index * step)))
                .toList();
    }

    public YearMonth lastMonth() {
        return firstMonth.plusMonths(grain.months() - 1L);
    }

    public int year() {
        return firstMonth.getYear();
    }

    /** As the API writes it: {@code 2023}, {@code 2023-K2} or {@code 2023-05}. */
    public String label() {
        return switch (grain) {
            case YEAR -> String.format(Locale.ROOT, "%04d", year());
            case QUARTER -> String.format(Locale.ROOT, "%04d-K%d", year(), (firstMonth.getMonthValue() + 2) / 3);
            case MONTH -> firstMonth.toString();
        };
    }

    /** Orders by first month, of two that start together the longer one first. */
    @Override
    public int compareTo(Period other) {
        int byMonth = firstMonth.compareTo(other.firstMonth);
        return byMonth != 0 ? byMonth : grain.compareTo(other.grain);
    }

    @Override
    public String toString() {
        return label();
    }
}
