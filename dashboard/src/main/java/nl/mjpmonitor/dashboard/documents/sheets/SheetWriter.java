package nl.mjpmonitor.dashboard.documents.sheets;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import nl.mjpmonitor.dashboard.documents.NumberKind;

/**
 * Writes cells to a workbook, row after row and in a row from left to right. A text is never read as a number or a formula, whatever
 * it starts with.
 */
interface SheetWriter {

    /** The most rows a sheet holds in common programs. */
    int MOST_ROWS = 1_048_576;

    /** The most characters a cell holds in common programs. */
    int MOST_CHARACTERS = 32_767;

    /**
     * Starts a sheet.
     *
     * @param frozenRows how many rows at the top stay in sight
     * @param widths widths of the columns, in characters
     */
    void start(String name, int frozenRows, List<Integer> widths) throws IOException;

    /**
     * Writes a text.
     *
     * @param text as {@link SheetText} makes it
     */
    void text(int row, int column, String text, Look look) throws IOException;

    /**
     * Writes a number.
     *
     * @param kind not {@link NumberKind#NONE}
     */
    void number(int row, int column, BigDecimal number, NumberKind kind) throws IOException;

    void end() throws IOException;
}
