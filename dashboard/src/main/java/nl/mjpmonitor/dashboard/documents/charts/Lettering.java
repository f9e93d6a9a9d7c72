package nl.mjpmonitor.dashboard.documents.charts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.figures.BreakableName;

/** How wide texts are in the font of the drawings, and how they are broken to fit. Widths are in units of the drawing. */
final class Lettering {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Font FONT = font();

    private Lettering() {}

    /** The font of the drawings. */
    static Font font() {
        try (InputStream in = Lettering.class.getResourceAsStream("/fonts/SourceSans3-Regular.ttf")) {
            if (in == null) {
                throw new IllegalStateException("The font of the drawings is not packaged");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException problem) {
            throw new IllegalStateException("The font of the drawings cannot be read", problem);
        }
    }

    static double width(String text, double size) {
        return FONT.deriveFont((float) size).getStringBounds(text, EXACT).getWidth();
    }

    /**
     * A text in letters of one size.
     *
     * @param lines at least one
     */
    record Fitted(List<String> lines, double size) {

        Fitted {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Sets a text in the largest of the sizes in which it fits; in the smallest it is cut when it still does not.
     *
     * @param sizes from large to small
     */
    static Fitted fit(String text, double room, int mostLines, List<Double> sizes) {
        return sizes.stream()
                .flatMap(size -> lines(text, room, size)
                        .filter(lines -> lines.size() <= mostLines)
                        .map(lines -> new Fitted(lines, size))
                        .stream())
                .findFirst()
                .orElseGet(() -> cut(text, room, sizes.getLast()));
    }

    /** The lines; empty when a piece that cannot be broken is wider than the room. */
    private static Optional<List<String>> lines(String text, double room, double size) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String whole = line.isEmpty() ? word : line + " " + word;
            if (width(whole, size) <= room) {
                line = whole;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            if (width(word, size) > room) {
                List<String> parts = BreakableName.parts(word);
                lines.addAll(parts.subList(0, parts.size() - 1));
                line = parts.getLast();
            }
        }
        lines.add(line);
        return lines.stream().allMatch(one -> width(one, size) <= room) ? Optional.of(lines) : Optional.empty();
    }

    private static Fitted cut(String text, double room, double size) {
        int length = text.codePointCount(0, text.length());
        String shortened = text;
        while (length > 1 && width(shortened, size) > room) {
            shortened = Cut.to(text, --length);
        }
        return new Fitted(List.of(shortened), size);
    }
}
