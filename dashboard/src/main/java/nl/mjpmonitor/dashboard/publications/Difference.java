package nl.mjpmonitor.dashboard.publications;

/**
 * A place at which two documents say something else.
 *
 * @param place caption of the table and heading of the row, or title of the section
 * @param column heading of the column; empty for a text
 * @param before what the first says; empty when it says nothing there
 * @param after what the second says; empty when it says nothing there
 */
public record Difference(String place, String column, String before, String after) {}
