package nl.mjpmonitor.warehouse.quality;

/**
 * Something that figures are made of and that changes by itself: one measure that the stream counts, or one table of casework.
 *
 * @param store table of the warehouse it stands in
 * @param name what it is called there
 */
public record FigureSource(String store, String name) {

    static final String COUNTS = "mart.monthly_count";
    static final String CASEWORK = "core.casework_change";

    /** The counts of one measure, such as {@code politie.A40}. */
    public static FigureSource ofCounts(String measure) {
        return new FigureSource(COUNTS, measure);
    }

    /** The rows of one captured table, which are counted at the moment of asking, or say which months were kept. */
    public static FigureSource ofCasework(String system, String table) {
        return new FigureSource(CASEWORK, system + "." + table);
    }
}
