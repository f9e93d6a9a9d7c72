package nl.mjpmonitor.dashboard.documents;

import java.util.List;
import java.util.stream.Stream;

/**
 * A chapter of a document, and a sheet of a workbook.
 *
 * @param id short name in lower case, letters, digits and hyphens
 * @param title heading
 * @param blocks what stands in it, in the order of reading
 */
public record Section(String id, String title, List<Block> blocks) {

    public Section {
        Ids.require(id);
        blocks = List.copyOf(blocks);
    }

    /** Its tables in the order of reading, those beside drawings among them. */
    public Stream<Table> tables() {
        return blocks.stream().flatMap(block -> switch (block) {
            case Table table -> Stream.of(table);
            case Drawing drawing -> Stream.of(drawing.table());
            case Paragraph _, Failure _ -> Stream.empty();
        });
    }
}
