package nl.mjpmonitor.dashboard.documents.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Table;

/**
 * How the room of a page is shared by the columns of a table with sentences in it. Left to itself the longest column takes nearly all of
 * it, and a shorter one beside it breaks into a word a line.
 */
final class ColumnWidths {

    /** Letters beside each other on a page, in the size of such a table. */
    private static final int LINE = 116;

    /** A text of more letters than this is a sentence, which is broken anyway. */
    private static final int SENTENCE = 40;

    /** A column of figures has this much air. */
    private static final int AIR = 2;

    private static final int LEAST_FOR_WORDS = 30;
    private static final int ALL = 100;

    private ColumnWidths() {}

    /** Parts of a hundred, the column of the headings first; empty when the table needs no help, or has no room to share. */
    static List<Integer> of(Table table) {
        int columns = table.columns().size();
        boolean hasSentences = IntStream.range(0, columns)
                .filter(place -> !table.columns().get(place).isNumeric())
                .anyMatch(place -> cells(table, place).anyMatch(text -> text.length() > SENTENCE));
        if (!hasSentences) {
            return List.of();
        }
        double[] letters = new double[columns + 1];
        int forFigures = 0;
        for (int place = 0; place < columns; place++) {
            if (table.columns().get(place).isNumeric()) {
                letters[place + 1] = AIR
                        + Math.max(
                                longestWord(Stream.of(table.columns().get(place).title())),
                                longest(cells(table, place)));
                forFigures += (int) letters[place + 1];
            }
        }
        int forWords = LINE - forFigures;
        if (forWords < LEAST_FOR_WORDS) {
            return List.of();
        }
        share(table, letters, forWords);
        double all = Arrays.stream(letters).sum();
        List<Integer> widths = new ArrayList<>();
        for (double one : letters) {
            widths.add((int) Math.floor(one * ALL / all));
        }
        return widths;
    }

    /**
     * Whether everything in its cells can stand on one line, each figure and each short text, when headings and longer texts are broken.
     *
     * @param shortText letters of the longest text that is not broken
     */
    static boolean hasRoomUnbroken(Table table, int shortText) {
        int letters =
                Math.min(LEAST_FOR_WORDS - AIR, longest(table.rows().stream().map(Row::heading)));
        for (int place = 0; place < table.columns().size(); place++) {
            letters += AIR
                    + Math.max(
                            longestWord(Stream.of(table.columns().get(place).title())),
                            Math.min(shortText, longest(cells(table, place))));
        }
        return letters <= LINE;
    }

    /** Four times as long a text gets twice the width and twice the lines; no word is broken. */
    private static void share(Table table, double[] letters, int room) {
        double[] weights = new double[letters.length];
        double[] least = new double[letters.length];
        for (int place = 0; place < letters.length; place++) {
            if (letters[place] > 0) {
                continue;
            }
            List<String> texts = place == 0
                    ? table.rows().stream().map(Row::heading).toList()
                    : cells(table, place - 1).toList();
            String title = place == 0
                    ? table.heading()
                    : table.columns().get(place - 1).title();
            weights[place] = Math.sqrt(Math.max(longest(texts.stream()), 1));
            least[place] = 1 + longestWord(Stream.concat(Stream.of(title), texts.stream()));
        }
        double all = Arrays.stream(weights).sum();
        for (int place = 0; place < letters.length; place++) {
            if (weights[place] > 0) {
                letters[place] = Math.max(least[place], room * weights[place] / all);
            }
        }
    }

    private static Stream<String> cells(Table table, int place) {
        return table.rows().stream().map(row -> row.cells().get(place)).map(Cell::full);
    }

    private static int longest(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    /** Very long words are broken whatever their column gets. */
    private static int longestWord(Stream<String> texts) {
        return texts.flatMap(text -> Arrays.stream(text.split("[ \\n]", -1)))
                .mapToInt(String::length)
                .filter(length -> length <= SENTENCE / 2)
                .max()
                .orElse(0);
    }
}
