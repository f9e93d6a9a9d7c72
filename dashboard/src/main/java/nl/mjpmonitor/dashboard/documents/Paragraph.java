package nl.mjpmonitor.dashboard.documents;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Running text.
 *
 * @param text plain text; an empty line starts a new paragraph
 */
public record Paragraph(String text) implements Block {

    /** The paragraphs, none of them blank. */
    public List<String> paragraphs() {
        return Pattern.compile("\\R\\s*\\R")
                .splitAsStream(text.strip())
                .map(paragraph -> paragraph.strip().replaceAll("\\s*\\R\\s*", " "))
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
