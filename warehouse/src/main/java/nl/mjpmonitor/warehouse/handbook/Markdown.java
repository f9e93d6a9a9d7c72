package nl.mjpmonitor.warehouse.handbook;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A Markdown document in the making. */
final class Markdown {

    private final StringBuilder text = new StringBuilder();

    static String link(String label, String anchor) {
        return "[" + label + "](#" + anchor + ")";
    }

    /** A place that links can lead to, whatever the heading after it says. */
    Markdown anchor(String name) {
        return line("<a id=\"" + name + "\"></a>").blank();
    }

    Markdown heading(int level, String heading) {
        return line("#".repeat(level) + " " + heading).blank();
    }

    /** A paragraph. */
    Markdown text(String paragraph) {
        return line(paragraph).blank();
    }

    Markdown line(String line) {
        text.append(line).append('\n');
        return this;
    }

    Markdown blank() {
        return line("");
    }

    /** The head of a table; rows follow. */
    Markdown table(String... columns) {
        row(columns);
        return line("|" + "-|".repeat(columns.length));
    }

    Markdown row(String... cells) {
        return line(Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|").replace('\n', ' '))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }
}
