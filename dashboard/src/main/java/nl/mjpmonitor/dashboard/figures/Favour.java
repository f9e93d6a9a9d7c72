package nl.mjpmonitor.dashboard.figures;

import java.util.Locale;
import nl.mjpmonitor.warehouse.indicators.Direction;
import nl.mjpmonitor.warehouse.statistics.Verdict;

/** Whether an unusual figure is good news. Never told by colour alone: the mark is outlined, filled or half filled. */
public enum Favour {
    FAVOURABLE,
    UNFAVOURABLE,
    /** More can also mean better sight, or nothing unusual is the matter. */
    NONE;

    /** Of a figure with this verdict, when this is the favourable direction. */
    public static Favour of(Direction direction, Verdict verdict) {
        return switch (verdict) {
            case UNUSUALLY_HIGH, LONG_HIGHER, RISING -> rising(direction);
            case UNUSUALLY_LOW, LONG_LOWER, FALLING -> opposite(rising(direction));
            case WITHIN_CHANCE, TOO_FEW_DATA, INCOMPLETE, UNKNOWN, WITHHELD, NOT_COMPARABLE -> NONE;
        };
    }

    private static Favour rising(Direction direction) {
        return switch (direction) {
            case LOWER_IS_BETTER -> UNFAVOURABLE;
            case HIGHER_IS_BETTER -> FAVOURABLE;
            case NEUTRAL -> NONE;
        };
    }

    private static Favour opposite(Favour favour) {
        return switch (favour) {
            case FAVOURABLE -> UNFAVOURABLE;
            case UNFAVOURABLE -> FAVOURABLE;
            case NONE -> NONE;
        };
    }

    String className() {
        return name().toLowerCase(Locale.ROOT);
    }
}
