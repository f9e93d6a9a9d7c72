package nl.mjpmonitor.ops.sources;

import nl.mjpmonitor.ops.sources.generation.MonthRange;

/**
 * How a fact is counted in a source system.
 *
 * @param name as in the system's published figures
 * @param register the register that must have been kept for it
 * @param table without schema
 * @param date the column with the day it counts on
 * @param count what is counted, as SQL
 * @param condition which rows count, as SQL; rows that were withdrawn never do
 */
public record CountedFact(String name, String register, String table, String date, String count, String condition) {
    /** Counts rows. */
    public static CountedFact rows(String name, String register, String table, String date, String condition) {
        return new CountedFact(name, register, table, date, "count(*)", condition);
    }

    String value(String schema, MonthRange period) {
        return "SELECT %s FROM %s WHERE %s AND %s BETWEEN '%s' AND '%s'"
                .formatted(count, from(schema), condition, date, period.firstDay(), period.lastDay());
    }

    /** Rows that count although their register was not kept, or whose provenance is not that of the register. */
    String strays(String schema) {
        return """
                SELECT fact.%1$s || ' ' || fact.provenance FROM %2$s
                LEFT JOIN %3$s.register_period kept ON kept.register = '%4$s'
                  AND fact.%1$s >= kept.period_from AND fact.%1$s < kept.period_to + interval '1 month'
                WHERE %5$s AND fact.%1$s IS NOT NULL AND kept.provenance IS DISTINCT FROM fact.provenance
                """.formatted(date, from(schema), schema, register, condition);
    }

    private String from(String schema) {
        return schema + "." + table + " AS fact";
    }
}
