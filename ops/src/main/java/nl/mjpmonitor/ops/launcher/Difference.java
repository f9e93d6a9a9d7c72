package nl.mjpmonitor.ops.launcher;

/**
 * Something of which source and warehouse do not say the same.
 *
 * @param system source system
 * @param subject the table, or the measure that is counted
 * @param key primary key as the warehouse writes it, or area and month of a count
 * @param kind in which way
 * @param rows how many rows are lost or double; 1 for a row
 */
public record Difference(String system, String subject, String key, Kind kind, long rows) {

    /** In which way two sides differ. */
    public enum Kind {
        /** In the source and not in the warehouse, or counted too few times there. */
        LOST,
        /** In the warehouse and not, or no longer, in the source, or counted too many times. */
        DOUBLE,
        /** On both sides, with other columns: the newest change is missing. */
        STALE
    }

    @Override
    public String toString() {
        return "%s %s.%s %s%s"
                .formatted(
                        kind.name().toLowerCase(java.util.Locale.ROOT),
                        system,
                        subject,
                        key,
                        rows == 1 ? "" : " (%d)".formatted(rows));
    }
}
