package nl.mjpmonitor.dashboard.documents;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a document says, independent of the form it takes. Everything in it is plain text: nothing is markup, a formula or a path.
 *
 * @param title title
 * @param subtitle period and area, or another second line; may be empty
 * @param locale language of all its texts
 * @param origin where it comes from, and as of when
 * @param sections sections in the order of reading; the ids of sections, tables and drawings are unique in the document
 */
public record Document(String title, String subtitle, Locale locale, DocumentOrigin origin, List<Section> sections) {

    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException when an id stands for two things
     */
    public Document {
        sections = List.copyOf(sections);
        Set<String> ids = new HashSet<>();
        sections.stream().flatMap(Document::ids).forEach(id -> {
            if (!ids.add(id)) {
                throw new IllegalArgumentException("Two parts of the document are called " + id);
            }
        });
    }

    /** The tables in the order of reading, those beside drawings among them. */
    public Stream<Table> tables() {
        return sections.stream().flatMap(Section::tables);
    }

    /** What could not be made, in the order of reading. */
    public List<Failure> failures() {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Failure.class::isInstance)
                .map(Failure.class::cast)
                .toList();
    }

    private static Stream<String> ids(Section section) {
        return Stream.concat(Stream.of(section.id()), section.blocks().stream().flatMap(block -> switch (block) {
            case Table table -> Stream.of(table.id());
            case Drawing drawing -> Stream.of(drawing.id(), drawing.table().id());
            case Paragraph _, Failure _ -> Stream.empty();
        }));
    }
}
