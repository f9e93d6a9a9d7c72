package nl.mjpmonitor.warehouse.indicators;

/** What about a value follows from a published figure, from strong to weak. */
public enum Provenance {
    /** The total of the year is published; of a month within it only that it adds up to that. */
    PUBLISHED_YEAR,
    /** The sum over several years is published, its spread over them is demonstration. */
    PUBLISHED_PERIOD,
    /** The source does not say; so it is where no demonstration is run. */
    UNMARKED,
    /** Made for the demonstration. */
    DEMONSTRATION;

    /** The weaker of the two. */
    public Provenance weakest(Provenance other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The word of the sources, such as {@code published_year}; unmarked for any other. */
    static Provenance of(String word) {
        return switch (word) {
            case "published_year" -> PUBLISHED_YEAR;
            case "published_period" -> PUBLISHED_PERIOD;
            case "demonstration" -> DEMONSTRATION;
            default -> UNMARKED;
        };
    }
}
