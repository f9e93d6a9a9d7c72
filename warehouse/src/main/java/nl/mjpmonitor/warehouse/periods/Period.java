package nl.mjpmonitor.warehouse.periods;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Whole months in a row: a calendar year, quarter or month, or a window over months.
 *
 * <p>Two periods with the same months but of different grains are different: a year and the rolling year that ends in
 * December are compared with different periods, and read differently.
 *
 * @param grain what kind of period it is
 * @param firstMonth its first month
 * @param lastMonth its last month
 */
public record Period(PeriodGrain grain, YearMonth firstMonth, YearMonth lastMonth) implements Comparable<Period> {

    private static final int MONTHS_IN_YEAR = 12;

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when no period of this grain runs from the first to the last month
     */
    public Period {
        boolean isCalendar = grain.isCalendar();
        if (isCalendar && (firstMonth.getMonthValue() - 1) % grain.months() != 0) {
            throw new IllegalArgumentException("No " + grain + " starts in " + firstMonth);
        }
        boolean isYearToDate = grain == PeriodGrain.YEAR_TO_DATE;
        if (isYearToDate && (firstMonth.getMonthValue() != 1 || firstMonth.getYear() != lastMonth.getYear())) {
            throw new IllegalArgumentException("A year to date runs from January to a month of the same year, not from "
                    + firstMonth + " to " + lastMonth);
        }
        if (lastMonth.isBefore(firstMonth)
                || (grain.hasFixedLength() && monthsBetween(firstMonth, lastMonth) + 1 != grain.months())) {
            throw new IllegalArgumentException("No " + grain + " runs from " + firstMonth + " to " + lastMonth);
        }
    }

    /**
     * A period of a grain whose length is fixed.
     *
     * @throws IllegalArgumentException when no period of this grain starts in that month
     * @throws IllegalStateException when the grain has no fixed length
     */
    public Period(PeriodGrain grain, YearMonth firstMonth) {
        this(grain, firstMonth, firstMonth.plusMonths(grain.months() - 1L));
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

    /** January up to and including the month. */
    public static Period yearToDate(YearMonth lastMonth) {
        return new Period(PeriodGrain.YEAR_TO_DATE, lastMonth.withMonth(1), lastMonth);
    }

    /** The twelve months that end with the month. */
    public static Period rollingYear(YearMonth lastMonth) {
        return new Period(PeriodGrain.ROLLING_YEAR, lastMonth.minusMonths(MONTHS_IN_YEAR - 1L), lastMonth);
    }

    /**
     * All months from the first to the last, both included.
     *
     * @throws IllegalArgumentException when the last lies before the first
     */
    public static Period span(YearMonth firstMonth, YearMonth lastMonth) {
        return new Period(PeriodGrain.SPAN, firstMonth, lastMonth);
    }

    /**
     * The year, quarter or month that holds the month; of a year to date and a rolling year the one that ends with it.
     *
     * @throws IllegalArgumentException for a span, because many hold the month
     */
    public static Period containing(PeriodGrain grain, YearMonth month) {
        return switch (grain) {
            case YEAR, QUARTER, MONTH -> {
                int offset = (month.getMonthValue() - 1) % grain.months();
                yield new Period(grain, month.minusMonths(offset));
            }
            case YEAR_TO_DATE -> yearToDate(month);
            case ROLLING_YEAR -> rollingYear(month);
            case SPAN -> throw new IllegalArgumentException("Many spans hold " + month + "; name both its ends");
        };
    }

    /**
     * All periods from the first to the last, both included; empty when the last lies before the first.
     *
     * <ul>
     *   <li>Years, quarters and months follow one another.
     *   <li>Rolling years move on by a month.
     *   <li>Years to date grow by a month within one year. Of different years they are the same months of each year.
     *   <li>Spans of the same length follow one another.
     * </ul>
     *
     * @throws IllegalArgumentException when the two do not belong to one such series
     */
    public static List<Period> range(Period first, Period last) {
        if (first.grain != last.grain) {
            throw new IllegalArgumentException("A range needs two periods of the same length");
        }
        int step = step(first, last);
        long apart = monthsBetween(first.lastMonth, last.lastMonth);
        if (apart < 0) {
            return List.of();
        }
        if (apart % step != 0) {
            throw new IllegalArgumentException("No range runs from " + first + " to " + last);
        }
        return LongStream.rangeClosed(0, apart / step)
                .mapToObj(index -> first.movedOn(index * step))
                .toList();
    }

    private static int step(Period first, Period last) {
        return switch (first.grain) {
            case YEAR, QUARTER, MONTH -> first.grain.months();
            case ROLLING_YEAR -> 1;
            case YEAR_TO_DATE -> first.year() == last.year() ? 1 : MONTHS_IN_YEAR;
            case SPAN -> {
                if (first.monthCount() != last.monthCount()) {
                    throw new IllegalArgumentException("A range needs two periods of the same length");
                }
                yield first.monthCount();
            }
        };
    }

    /** The period of the same grain and as long, so many months later; of a year to date the one that ends then. */
    private Period movedOn(long months) {
        YearMonth last = lastMonth.plusMonths(months);
        return grain == PeriodGrain.YEAR_TO_DATE
                ? yearToDate(last)
                : new Period(grain, firstMonth.plusMonths(months), last);
    }

    /**
     * The period to compare with first: the one of the same grain and length that ends where this one starts. Of a year to
     * date it is the same months of the year before.
     */
    public Period previous() {
        return grain == PeriodGrain.YEAR_TO_DATE ? sameLastYear() : movedOn(-monthCount());
    }

    /** The same months of the year before. */
    public Period sameLastYear() {
        return movedOn(-MONTHS_IN_YEAR);
    }

    /** The same months so many years later; a negative number goes back. */
    public Period plusYears(long years) {
        return movedOn(MONTHS_IN_YEAR * years);
    }

    /** Number of months. */
    public int monthCount() {
        return (int) monthsBetween(firstMonth, lastMonth) + 1;
    }

    /** Its months, in order. */
    public List<YearMonth> months() {
        return LongStream.range(0, monthCount())
                .mapToObj(firstMonth::plusMonths)
                .toList();
    }

    /** What adds up to it, one step finer: the quarters of a year, else the months. A month has no parts. */
    public List<Period> parts() {
        return switch (grain) {
            case YEAR -> range(containing(PeriodGrain.QUARTER, firstMonth), containing(PeriodGrain.QUARTER, lastMonth));
            case MONTH -> List.of();
            case QUARTER, YEAR_TO_DATE, ROLLING_YEAR, SPAN ->
                range(new Period(PeriodGrain.MONTH, firstMonth), new Period(PeriodGrain.MONTH, lastMonth));
        };
    }

    /** Whether the two have a month in common. */
    public boolean overlaps(Period other) {
        return !firstMonth.isAfter(other.lastMonth) && !other.firstMonth.isAfter(lastMonth);
    }

    /** Whether the month is one of its months. */
    public boolean holds(YearMonth month) {
        return !month.isBefore(firstMonth) && !month.isAfter(lastMonth);
    }

    /** Year of the first month. */
    public int year() {
        return firstMonth.getYear();
    }

    /**
     * As the API writes it: {@code 2023}, {@code 2023-K2}, {@code 2023-05}; a year to date {@code 2023-TM05}, a rolling year
     * {@code 2023-05-R12}, a span {@code 2019-01--2022-12} (two months with the double hyphen by which ISO 8601 replaces the
     * solidus of an interval). {@link #parse} reads it back.
     */
    public String label() {
        return PeriodLabel.of(this);
    }

    /** In words, such as {@code 2e kwartaal 2023} or {@code 2023 t/m mei}: English for an English locale, else Dutch. */
    public String label(Locale locale) {
        return PeriodWords.in(locale).of(this);
    }

    /** Reads a {@link #label()}; empty for anything else. */
    public static Optional<Period> parse(String label) {
        return PeriodLabel.parse(label);
    }

    /** Written out: figures are looked up by it, and what a record has of itself is slow until it is compiled in full. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Period period
                && grain == period.grain
                && firstMonth.equals(period.firstMonth)
                && lastMonth.equals(period.lastMonth);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * firstMonth.hashCode() + lastMonth.hashCode()) + grain.hashCode();
    }

    /** Orders by first month; of two that start together the longer one comes first. */
    @Override
    public int compareTo(Period other) {
        int byStart = firstMonth.compareTo(other.firstMonth);
        int byEnd = other.lastMonth.compareTo(lastMonth);
        return byStart != 0 ? byStart : byEnd != 0 ? byEnd : grain.compareTo(other.grain);
    }

    @Override
    public String toString() {
        return label();
    }

    private static long monthsBetween(YearMonth from, YearMonth to) {
        return ChronoUnit.MONTHS.between(from, to);
    }
}
