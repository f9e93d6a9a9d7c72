package nl.mjpmonitor.warehouse.indicators;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.facts.Coverage;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * One statement for many questions as known at one moment. The text is always the same; everything asked stands in its
 * parameters. Questions that count the same rows share a selection, so that those are read once.
 *
 * @param sql the statement
 * @param parameters its bound values
 */
record SeriesStatement(String sql, Map<String, Object> parameters) {

    /** Stands for every register of a system. */
    static final String EVERY_REGISTER = "*";

    private static final String SQL =
            PackagedFiles.read("sql/queries/indicator_series.sql").text();
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Compiles the questions; the answer refers to them by their place in the list.
     *
     * @param questions at least one
     * @param moment reference date of all of them
     * @param municipality area of facts that are known for the municipality only
     */
    static SeriesStatement compile(List<SeriesQuestion> questions, Instant moment, AreaCode municipality) {
        Selections selections = new Selections();
        Map<List<Period>, Integer> windowSets = new LinkedHashMap<>();
        List<Integer> selectionNumbers = new ArrayList<>();
        List<String> areas = new ArrayList<>();
        List<Integer> windowNumbers = new ArrayList<>();
        for (SeriesQuestion question : questions) {
            selectionNumbers.add(selections.number(question));
            areas.add(question.request().area().value());
            windowNumbers.add(windowSets.computeIfAbsent(question.periods(), periods -> windowSets.size()));
        }
        Map<String, Object> parameters = new TreeMap<>();
        selections.bind(parameters);
        parameters.put("selection_no", selectionNumbers);
        parameters.put("area_code", areas);
        parameters.put("window_set", windowNumbers);
        bindWindows(windowSets.keySet(), parameters);
        parameters.put("first_day", firstDay(windowSets.keySet()).toString());
        parameters.put("end_day", endDay(windowSets.keySet()).toString());
        parameters.put("moment", MOMENT.format(moment));
        parameters.put("municipality", municipality.value());
        return new SeriesStatement(SQL, parameters);
    }

    private static void bindWindows(Collection<List<Period>> sets, Map<String, Object> parameters) {
        List<Integer> setNumbers = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<String> firstDays = new ArrayList<>();
        List<Integer> months = new ArrayList<>();
        int set = 0;
        for (List<Period> periods : sets) {
            for (int number = 0; number < periods.size(); number++) {
                setNumbers.add(set);
                numbers.add(number);
                firstDays.add(start(periods.get(number)).toString());
                months.add(periods.get(number).monthCount());
            }
            set++;
        }
        parameters.put("window_set_no", setNumbers);
        parameters.put("window_no", numbers);
        parameters.put("window_from", firstDays);
        parameters.put("window_months", months);
    }

    private static LocalDate firstDay(Collection<List<Period>> sets) {
        return sets.stream()
                .flatMap(List::stream)
                .map(SeriesStatement::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate endDay(Collection<List<Period>> sets) {
        return sets.stream()
                .flatMap(List::stream)
                .map(SeriesStatement::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate start(Period period) {
        return period.firstMonth().atDay(1);
    }

    private static LocalDate end(Period period) {
        return period.lastMonth().plusMonths(1).atDay(1);
    }

    /** Which rows are counted, each way of counting once. */
    private static final class Selections {

        private final Map<IndicatorId, Integer> ofIndicators = new HashMap<>();
        private final Map<Selected, Integer> numbers = new LinkedHashMap<>();
        private final List<SelectionText> casework = new ArrayList<>();
        private final List<Integer> streamedNumbers = new ArrayList<>();
        private final List<String> measures = new ArrayList<>();
        private final Set<String> tables = new TreeSet<>();
        private final Set<String> registerTables = new TreeSet<>();
        private final Set<String> registers = new LinkedHashSet<>();

        private record Selected(Measure measure, FactReference rows) {}

        int number(SeriesQuestion question) {
            return ofIndicators.computeIfAbsent(
                    question.indicator().id(), id -> number(question.indicator().measure(), question.rows()));
        }

        /** A quantile more or less counts the same rows. */
        private int number(Measure measure, FactReference rows) {
            Measure counted = measure instanceof Measure.Duration duration
                    ? new Measure.Duration(rows, duration.leadTime(), Measure.Quantile.MEDIAN)
                    : measure;
            return numbers.computeIfAbsent(new Selected(counted, rows), selected -> {
                int number = numbers.size();
                add(number, selected);
                return number;
            });
        }

        private void add(int number, Selected selected) {
            FactReference rows = selected.rows();
            String system = rows.fact().id().system();
            if (rows.fact().streamed().isPresent()) {
                rows.measures().forEach(measure -> {
                    streamedNumbers.add(number);
                    measures.add(measure);
                });
            } else {
                casework.add(SelectionText.of(number, selected.measure(), rows));
                tables.add(pair(system, rows.fact().table()));
            }
            if (rows.needsMonths()) {
                boolean isDelivered = rows.fact().coverage() == Coverage.DELIVERIES;
                registerTables.add(pair(system, isDelivered ? "delivery" : "register_period"));
                rows.registers().forEach(register -> registers.add(pair(system, register)));
                registers.add(pair(system, EVERY_REGISTER));
            }
        }

        void bind(Map<String, Object> parameters) {
            parameters.put("selections", SelectionText.json(casework));
            parameters.put("streamed_no", streamedNumbers);
            parameters.put("measure", measures);
            parameters.put("tables", array(tables));
            parameters.put("register_tables", array(registerTables));
            parameters.put("registers", array(registers));
        }

        private static String pair(String first, String second) {
            return "(" + quoted(first) + "," + quoted(second) + ")";
        }

        /** Names out of the catalogue, of which the schemas allow neither quote nor backslash; a register may be a value. */
        private static String quoted(String text) {
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }

        private static String array(Collection<String> elements) {
            return "[" + String.join(",", elements) + "]";
        }
    }
}
