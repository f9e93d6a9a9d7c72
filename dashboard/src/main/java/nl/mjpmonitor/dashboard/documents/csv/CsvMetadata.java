package nl.mjpmonitor.dashboard.documents.csv;

import java.util.List;
import java.util.Locale;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentOrigin;
import nl.mjpmonitor.dashboard.documents.Table;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes files with comma-separated values after the Metadata Vocabulary for Tabular Data (W3C, CSV on the Web). */
final class CsvMetadata {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ObjectNode root = MAPPER.createObjectNode();
    private final ArrayNode tables;

    CsvMetadata(Document document) {
        DocumentOrigin origin = document.origin();
        ArrayNode context = root.putArray("@context");
        context.add("http://www.w3.org/ns/csvw");
        context.addObject().put("@language", document.locale().getLanguage());
        root.put("dc:title", document.title());
        root.put("dc:description", document.subtitle());
        root.put("dc:publisher", origin.organisation());
        root.put("dc:created", origin.madeAt().toString());
        root.put("dc:date", origin.peildatum().toString());
        root.put("dc:accessRights", origin.confidentiality().name().toLowerCase(Locale.ROOT));
        ArrayNode sources = root.putArray("dc:source");
        origin.sources().forEach(sources::add);
        root.put("dc:hasVersion", origin.edition());
        ObjectNode dialect = root.putObject("dialect");
        dialect.put("encoding", "utf-8");
        dialect.put("delimiter", ",");
        dialect.put("header", true);
        tables = root.putArray("tables");
    }

    void add(String name, Table table, List<CsvColumn> columns) {
        ObjectNode described = tables.addObject();
        described.put("url", name);
        described.put("dc:title", table.caption());
        ArrayNode notes = described.putArray("notes");
        table.notes().forEach(notes::add);
        ArrayNode schema = described.putObject("tableSchema").putArray("columns");
        for (int place = 0; place < columns.size(); place++) {
            ObjectNode column = schema.addObject();
            column.put("name", "kolom" + (place + 1));
            column.put("titles", CsvText.of(columns.get(place).title()));
            column.put("datatype", columns.get(place).datatype());
        }
    }

    /** Whether there is anything to describe: a description without tables is an error to its readers. */
    boolean hasTables() {
        return !tables.isEmpty();
    }

    String text() {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }
}
