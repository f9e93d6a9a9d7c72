package nl.mjpmonitor.ops.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.facts.Category;
import nl.mjpmonitor.warehouse.facts.Condition;
import nl.mjpmonitor.warehouse.facts.Fact;
import nl.mjpmonitor.warehouse.facts.FactCatalogue;

/**
 * Made-up rows for every table of the facts catalogue that is counted at the moment of asking: {@value #ROWS} a table, spread over
 * ten years and the buurten of the municipality, with every value that an indicator may choose.
 */
final class MadeUpCasework {

    static final int ROWS = 1_000;

    private final FactCatalogue facts;
    private final Map<String, List<Fact>> tables = new TreeMap<>();

    MadeUpCasework(FactCatalogue facts) {
        this.facts = facts;
        facts.facts().stream()
                .filter(fact -> fact.streamed().isEmpty())
                .forEach(fact -> tables.computeIfAbsent(
                                fact.id().system() + "." + fact.table(), table -> new ArrayList<>())
                        .add(fact));
    }

    /** Writes all rows and the months that were kept; answers how many changes were written. */
    int fill(WarehouseConnection connection) {
        tables.forEach((table, ofTable) -> fill(connection, ofTable));
        tables.keySet().stream()
                .map(table -> table.substring(0, table.indexOf('.')))
                .distinct()
                .forEach(system -> keepMonths(connection, system));
        return tables.size() * ROWS;
    }

    private static void fill(WarehouseConnection connection, Collection<Fact> ofTable) {
        Map<String, String> columns = new TreeMap<>();
        for (Fact fact : ofTable) {
            fact.where().forEach(condition -> columns.merge(condition.column(), anyOf(condition), (one, other) -> one));
            fact.categories().forEach(category -> columns.put(category.column(), anyOf(category)));
            fact.identities()
                    .forEach(column -> columns.put(column, "toString(sipHash64(number, '" + column + "') % 400)"));
            fact.amount()
                    .ifPresent(column -> columns.put(column, "toString(sipHash64(number, '" + column + "') % 20)"));
            fact.margin().ifPresent(margin -> {
                columns.put(margin.lower(), "'1'");
                columns.put(margin.upper(), "'2'");
            });
            fact.leadTimes().forEach(leadTime -> {
                columns.put(leadTime.from(), day(0));
                columns.put(leadTime.to(), day(60));
            });
        }
        for (Fact fact : ofTable) {
            columns.put(fact.date(), day(0));
            fact.area()
                    .ifPresent(
                            column -> columns.put(
                                    column,
                                    "concat('BU09350', toString(sipHash64(number, 'wijk') % 7), '0', toString(sipHash64(number, 'buurt') % 5))"));
        }
        columns.put("provenance", "'demonstration'");
        Fact first = ofTable.iterator().next();
        String names = columns.keySet().stream().map(MadeUpCasework::quoted).collect(Collectors.joining(", "));
        connection.execute(
                "Filling of " + first.id().system() + "." + first.table(),
                """
                INSERT INTO raw.change_event
                SELECT %s, %s, concat('{"id":', toString(number), '}'), 1, 'c', 0,
                    toJSONString(mapFromArrays([%s], [%s])),
                    now64(3), toDateTime64('2016-01-02 00:00:00', 3, 'UTC') + toIntervalHour(number * 80), 'bench', 0, number
                FROM numbers(%d)""".formatted(
                                quoted(first.id().system()),
                                quoted(first.table()),
                                names,
                                String.join(", ", columns.values()),
                                ROWS),
                Map.of());
    }

    private void keepMonths(WarehouseConnection connection, String system) {
        String registers = new TreeSet<>(facts.registers(system))
                .stream().map(MadeUpCasework::quoted).collect(Collectors.joining(", "));
        if (registers.isEmpty()) {
            return;
        }
        connection.execute("Months kept by " + system, """
                INSERT INTO raw.change_event
                SELECT %s, 'register_period', concat('{"register":"', register, '"}'), 1, 'c', 0,
                    toJSONString(map('register', register, 'period_from', '2016-01-01', 'period_to', '2025-12-01',
                        'provenance', 'demonstration')),
                    now64(3), toDateTime64('2016-01-02 00:00:00', 3, 'UTC'), 'bench', 0, 1
                FROM (SELECT arrayJoin([%s]) AS register)""".formatted(quoted(system), registers), Map.of());
    }

    private static String anyOf(Condition condition) {
        return quoted(
                condition.values().contains(Condition.ANY)
                        ? "x"
                        : condition.values().get(0));
    }

    private static String anyOf(Category category) {
        String values = category.values().stream().map(MadeUpCasework::quoted).collect(Collectors.joining(", "));
        return "[" + values + "][1 + sipHash64(number, " + quoted(category.column()) + ") % "
                + category.values().size() + "]";
    }

    private static String day(int later) {
        return "toString(toDate('2016-01-01') + sipHash64(number, 'day') % 3652 + sipHash64(number, 'later') % "
                + (later + 1) + ")";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
