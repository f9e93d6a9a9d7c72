package nl.mjpmonitor.warehouse.indicators;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.periods.Period;

/** The periods of a question as windows over months, which may overlap. */
final class MonthWindows {

    private final int size;
    private final Map<Integer, List<Integer>> byMonth = new HashMap<>();

    /** Windows for these periods, each with the place of its period, counted from 0. */
    MonthWindows(List<Period> periods) {
        size = periods.size();
        for (int window = 0; window < size; window++) {
            Period period = periods.get(window);
            for (int month = number(period.firstMonth()); month <= number(period.lastMonth()); month++) {
                byMonth.computeIfAbsent(month, any -> new ArrayList<>()).add(window);
            }
        }
    }

    /** How many windows there are. */
    int size() {
        return size;
    }

    /** The windows that a day lies in. */
    List<Integer> holding(LocalDate day) {
        return byMonth.getOrDefault(number(day), List.of());
    }

    /** The month, or the month of a day, as a number: months since January of the year 0. */
    static int number(Temporal month) {
        return (int) month.getLong(ChronoField.PROLEPTIC_MONTH);
    }
}
