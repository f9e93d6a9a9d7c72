package nl.mjpmonitor.dashboard.documents;

/**
 * A column of a table.
 *
 * @param title heading, with the unit where it differs from the table's
 * @param isNumeric whether its cells are numbers, and stand right
 */
public record Column(String title, boolean isNumeric) {}
