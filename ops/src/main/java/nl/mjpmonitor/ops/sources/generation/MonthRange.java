package nl.mjpmonitor.ops.sources.generation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * Months in a row.
 *
 * @param from the first
 * @param to the last, inclusive
 */
public record MonthRange(YearMonth from, YearMonth to) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the last month lies before the first
     */
    public MonthRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period from " + from + " cannot end in " + to);
        }
    }

    /** From one month to another, each written as 2023-01. */
    public static MonthRange of(String from, String to) {
        return new MonthRange(YearMonth.parse(from), YearMonth.parse(to));
    }

    /** All months, in order. */
    public List<YearMonth> months() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }

    /** Whether a day lies in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** Its first day. */
    public LocalDate firstDay() {
        return from.atDay(1);
    }

    /** Its last day. */
    public LocalDate lastDay() {
        return to.atEndOfMonth();
    }
}
