package nl.mjpmonitor.warehouse.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.mjpmonitor.warehouse.periods.Period;

/** The periods that questions ask for, as windows over months; questions for the same periods share a set. */
final class WindowSets {

    private final Map<List<Period>, Integer> numbers = new LinkedHashMap<>();

    /** The set of the periods, numbered from 0. */
    int number(List<Period> periods) {
        return numbers.computeIfAbsent(periods, any -> numbers.size());
    }

    /** Binds the months of every window and the days that hold all of them. */
    void bind(Map<String, Object> parameters) {
        List<List<Object>> months = new ArrayList<>();
        numbers.forEach((periods, set) -> {
            for (int place = 0; place < periods.size(); place++) {
                for (YearMonth month : periods.get(place).months()) {
                    months.add(List.of(set, place, month.atDay(1).toString()));
                }
            }
        });
        parameters.put("windows", SeriesStatement.rows(months));
        bindDays(numbers.keySet(), parameters);
    }

    /** Binds the first day of all the periods and the day after their last. */
    static void bindDays(Collection<List<Period>> asked, Map<String, Object> parameters) {
        parameters.put("first_day", first(asked, WindowSets::firstDay, Comparator.naturalOrder()));
        parameters.put("end_day", first(asked, WindowSets::endDay, Comparator.reverseOrder()));
    }

    private static String first(
            Collection<List<Period>> asked, Function<Period, LocalDate> day, Comparator<LocalDate> order) {
        return asked.stream()
                .flatMap(List::stream)
                .map(day)
                .min(order)
                .orElseThrow()
                .toString();
    }

    private static LocalDate firstDay(Period period) {
        return period.firstMonth().atDay(1);
    }

    private static LocalDate endDay(Period period) {
        return period.lastMonth().plusMonths(1).atDay(1);
    }
}
