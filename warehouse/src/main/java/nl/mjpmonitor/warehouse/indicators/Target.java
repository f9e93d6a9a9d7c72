package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;
import java.time.YearMonth;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;

/** What the programme aims at. */
public sealed interface Target {

    /** The target in words. */
    LocalizedText text();

    /** A way to go. */
    record Heading(Way way, LocalizedText text) implements Target {}

    /**
     * A value to reach or to stay below.
     *
     * @param comparison at least or at most
     * @param value the value, in the unit of the indicator
     * @param period period it holds for, such as {@code 2024}, as {@link nl.mjpmonitor.warehouse.periods.Period#label()}
     *     writes it
     * @param text the target in words
     */
    record Norm(Comparison comparison, BigDecimal value, String period, LocalizedText text) implements Target {}

    /** Something to be done by a month. */
    record Milestone(YearMonth by, LocalizedText text) implements Target {}

    /** A target that stands in words only. */
    record Criterion(LocalizedText text) implements Target {}

    /** No target was published. */
    record None(LocalizedText text) implements Target {}

    /** A way to go. */
    enum Way {
        DOWN,
        UP,
        HOLD
    }

    /** How a value compares with a norm. */
    enum Comparison {
        AT_LEAST,
        AT_MOST
    }
}
