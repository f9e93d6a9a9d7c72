package nl.mjpmonitor.warehouse.facts;

import java.util.List;

/**
 * A column by which rows may be chosen.
 *
 * @param column the column
 * @param values all values it can have, in the order of the catalogue
 */
public record Category(String column, List<String> values) {

    public Category {
        values = List.copyOf(values);
    }
}
