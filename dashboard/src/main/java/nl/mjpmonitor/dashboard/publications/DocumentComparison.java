package nl.mjpmonitor.dashboard.publications;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.documents.Block;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.Drawing;
import nl.mjpmonitor.dashboard.documents.Failure;
import nl.mjpmonitor.dashboard.documents.Paragraph;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Section;
import nl.mjpmonitor.dashboard.documents.Table;

/** Compares what two documents say, cell by cell and text by text. Where they come from does not matter. */
record DocumentComparison(Document first, Document second) {

    /** A place in a document, and how a reader finds it. */
    private record Place(String key, String words, String column) {}

    /** Everything that differs, also what stands in one of the two only. */
    List<Difference> all() {
        return differences(false);
    }

    /** The figures that both give and that differ: of two periods that is what was restated. */
    List<Difference> inBoth() {
        return differences(true);
    }

    /** Number of figures and texts of the first. */
    int size() {
        return said(first).size();
    }

    private List<Difference> differences(boolean inBoth) {
        Map<Place, String> before = said(first);
        Map<Place, String> after = said(second);
        Set<Place> places = new LinkedHashSet<>(before.keySet());
        if (inBoth) {
            places.retainAll(after.keySet());
            places.removeIf(place -> place.column().isEmpty());
        } else {
            places.addAll(after.keySet());
        }
        return places.stream()
                .map(place -> new Difference(
                        place.words(), place.column(), before.getOrDefault(place, ""), after.getOrDefault(place, "")))
                .filter(difference -> !difference.before().equals(difference.after()))
                .toList();
    }

    private static Map<Place, String> said(Document document) {
        Map<Place, String> said = new LinkedHashMap<>();
        for (Section section : document.sections()) {
            String text = section.blocks().stream()
                    .map(DocumentComparison::text)
                    .filter(one -> !one.isEmpty())
                    .collect(Collectors.joining("\n\n"));
            if (!text.isEmpty()) {
                said.put(new Place(section.id(), section.title(), ""), text);
            }
            section.tables().forEach(table -> add(said, table));
        }
        return said;
    }

    private static String text(Block block) {
        return switch (block) {
            case Paragraph(String text) -> text;
            case Failure(String message) -> message;
            case Drawing drawing -> drawing.description();
            case Table _ -> "";
        };
    }

    private static void add(Map<Place, String> said, Table table) {
        for (Row row : table.rows()) {
            for (int i = 0; i < table.columns().size(); i++) {
                String column = table.columns().get(i).title();
                said.put(
                        new Place(table.id() + "/" + row.heading(), table.caption() + ": " + row.heading(), column),
                        row.cells().get(i).full());
            }
        }
    }
}
