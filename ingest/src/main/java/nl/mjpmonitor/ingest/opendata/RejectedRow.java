package nl.mjpmonitor.ingest.opendata;

/**
 * A row of a service that cannot be what it says.
 *
 * @param reason names the column and what was expected
 * @param row the row as it came
 */
record RejectedRow(String reason, String row) {}
