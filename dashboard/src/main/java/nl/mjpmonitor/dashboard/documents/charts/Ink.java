package nl.mjpmonitor.dashboard.documents.charts;

/**
 * The colours of a drawing on white paper, those of the light screen. Every contrast with white is at least 3.9; lines also differ by dash, bars
 * by lightness, so that grey paper tells them apart.
 */
enum Ink {
    TEXT("#17212b"),
    TEXT_2("#4a5662"),
    RULE("#d3dae1"),
    AXIS("#75818d"),
    FIRST("#0b4f8a"),
    SECOND("#b85c00"),
    THIRD("#75828e"),
    FOURTH("#6fa9d3");

    private final String colour;

    Ink(String colour) {
        this.colour = colour;
    }

    String colour() {
        return colour;
    }

    /** The colour of a series, by its place. */
    static Ink ofLine(int place) {
        return switch (place % 4) {
            case 1 -> SECOND;
            case 2 -> THIRD;
            case 3 -> FOURTH;
            default -> FIRST;
        };
    }

    /** The dashes of a line, by its place; empty for none. */
    static String dashes(int place) {
        return switch (place % 4) {
            case 1 -> "6 3";
            case 2 -> "2 2";
            case 3 -> "8 2 2 2";
            default -> "";
        };
    }
}
