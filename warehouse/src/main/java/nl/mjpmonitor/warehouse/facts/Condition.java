package nl.mjpmonitor.warehouse.facts;

import java.util.List;

/**
 * What a column of a row must hold.
 *
 * @param column the column
 * @param values one of these, as text; {@link #ANY} is any value but null
 */
public record Condition(String column, List<String> values) {

    /** Stands for any value but null. */
    public static final String ANY = "*";

    public Condition {
        values = List.copyOf(values);
    }
}
