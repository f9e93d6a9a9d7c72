package nl.mjpmonitor.warehouse.indicators;

import static nl.mjpmonitor.warehouse.indicators.SeriesStatement.array;
import static nl.mjpmonitor.warehouse.indicators.SeriesStatement.pair;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Binds questions to {@code kept_months.sql}. */
final class KeptMonthsParameters {

    private KeptMonthsParameters() {}

    static Map<String, Object> of(List<SeriesQuestion> questions, String moment) {
        Set<String> tables = new TreeSet<>();
        Set<String> registers = new LinkedHashSet<>();
        for (SeriesQuestion question : questions) {
            FactReference rows = question.rows();
            String system = rows.fact().id().system();
            tables.add(pair(system, rows.monthsTable()));
            rows.registers().forEach(register -> registers.add(pair(system, register)));
            registers.add(pair(system, KeptMonths.EVERY_REGISTER));
        }
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("register_tables", array(tables));
        parameters.put("registers", array(registers));
        WindowSets.bindDays(questions.stream().map(SeriesQuestion::periods).collect(Collectors.toSet()), parameters);
        parameters.put("moment", moment);
        return parameters;
    }
}
