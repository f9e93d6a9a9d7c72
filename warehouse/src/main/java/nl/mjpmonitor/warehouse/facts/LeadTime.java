package nl.mjpmonitor.warehouse.facts;

/**
 * The whole days between two dates of a row.
 *
 * @param name name within the fact, such as {@code lead-time}
 * @param from column with the first date
 * @param to column with the last date; null while it goes on
 */
public record LeadTime(String name, String from, String to) {}
