package nl.mjpmonitor.dashboard.documents.charts;

/**
 * The colours of a drawing on white paper, those of the light screen. Lines and letters have a contrast with white of at least 3.9; lines
 * also differ by dash, bars and classes by lightness, so that grey paper tells them apart.
 */
enum Ink {
    TEXT("#17212b"),
    TEXT_2("#4a5662"),
    RULE("#d3dae1"),
    AXIS("#75818d"),
    FIRST("#0b4f8a"),
    SECOND("#b85c00"),
    THIRD("#75828e"),
    FOURTH("#6fa9d3"),
    PAPER("#ffffff"),
    BAND("#e8edf2"),
    UNUSUAL("#b34700"),
    CLASS_1("#e3eef7"),
    CLASS_2("#b5d3ea"),
    CLASS_3("#6fa9d3"),
    CLASS_4("#2f77b2"),
    CLASS_5("#0b4578");

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

    /** The colour of a class of a map, 1 for the lowest to 5. */
    static Ink ofClass(int number) {
        return switch (number) {
            case 1 -> CLASS_1;
            case 2 -> CLASS_2;
            case 3 -> CLASS_3;
            case 4 -> CLASS_4;
            case 5 -> CLASS_5;
            default -> throw new IllegalArgumentException("There is no class " + number);
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
