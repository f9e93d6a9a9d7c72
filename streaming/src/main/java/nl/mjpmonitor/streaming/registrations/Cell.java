package nl.mjpmonitor.streaming.registrations;

/**
 * What is counted apart: measure, area and month.
 *
 * @param measure such as {@code politie.A40} or {@code melddesk.persons}
 * @param areaCode buurt, or the project's code for what cannot be assigned to one
 * @param monthEpochDay first day of the month, in days since 1970-01-01
 */
public record Cell(String measure, String areaCode, long monthEpochDay) {}
