package nl.mjpmonitor.streaming.registrations;

/**
 * What one row counts for.
 *
 * @param cell where
 * @param count for how many
 * @param unknown 1 when the row does not know for how many, 0 otherwise
 */
record Share(Cell cell, long count, long unknown) {}
