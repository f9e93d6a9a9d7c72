package nl.mjpmonitor.dashboard.documents;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A cell of a table. What is withheld or unknown has its word and no number, in every form of the document.
 *
 * @param text as it is printed, never empty
 * @param mark letters beside it that the table's notes explain; empty for none
 * @param number the number, where there is one
 * @param kind what kind of number; {@link NumberKind#NONE} without one
 */
public record Cell(String text, String mark, Optional<BigDecimal> number, NumberKind kind) {

    /**
     * Checks that number and kind agree.
     *
     * @throws IllegalArgumentException when they do not, or the text is blank
     */
    public Cell {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A cell is never blank: say what is missing");
        }
        if (number.isPresent() == (kind == NumberKind.NONE)) {
            throw new IllegalArgumentException(
                    "'" + text + "' has a number without a kind, or a kind without a number");
        }
    }

    /** A cell without a number. */
    public static Cell text(String text) {
        return new Cell(text, "", Optional.empty(), NumberKind.NONE);
    }

    /** A cell with a number. */
    public static Cell number(String text, BigDecimal number, NumberKind kind) {
        return new Cell(text, "", Optional.of(number), kind);
    }

    /** The same cell with these letters beside it. */
    public Cell withMark(String letters) {
        return new Cell(text, letters, number, kind);
    }

    /** Text and mark, as one says it. */
    public String full() {
        return mark.isEmpty() ? text : text + "\u00a0" + mark;
    }
}
