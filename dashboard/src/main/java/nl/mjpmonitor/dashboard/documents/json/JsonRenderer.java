package nl.mjpmonitor.dashboard.documents.json;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.mjpmonitor.dashboard.documents.AreaMap;
import nl.mjpmonitor.dashboard.documents.Block;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Chart;
import nl.mjpmonitor.dashboard.documents.ChartKind;
import nl.mjpmonitor.dashboard.documents.ChartLine;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentOrigin;
import nl.mjpmonitor.dashboard.documents.DocumentRenderer;
import nl.mjpmonitor.dashboard.documents.Drawing;
import nl.mjpmonitor.dashboard.documents.Failure;
import nl.mjpmonitor.dashboard.documents.MapTile;
import nl.mjpmonitor.dashboard.documents.NumberKind;
import nl.mjpmonitor.dashboard.documents.Paragraph;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Section;
import nl.mjpmonitor.dashboard.documents.Table;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents as JSON, as {@value #SCHEMA} among the resources describes. A figure that is withheld or unknown is {@code null} with the word
 * beside it that says so.
 */
public final class JsonRenderer implements DocumentRenderer {

    /** JSON Schema of what is written. */
    public static final String SCHEMA = "/documents/document.schema.json";

    static final String VERSION = "mjp-monitor/document/1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public void write(Document document, OutputStream out) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("vorm", VERSION);
            json.writeStringProperty("titel", document.title());
            json.writeStringProperty("ondertitel", document.subtitle());
            json.writeStringProperty("taal", document.locale().toLanguageTag());
            write(document.origin(), json);
            json.writeArrayPropertyStart("onderdelen");
            for (Section section : document.sections()) {
                write(section, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (JacksonException problem) {
            throw new IOException("The document cannot be written", problem);
        }
    }

    private static void write(DocumentOrigin origin, JsonGenerator json) {
        json.writeObjectPropertyStart("herkomst");
        json.writeStringProperty("organisatie", origin.organisation());
        json.writeStringProperty("peildatum", origin.peildatum().toString());
        json.writeStringProperty("gemaaktOp", origin.madeAt().toString());
        json.writeStringProperty("uitgave", origin.edition());
        json.writeStringProperty("softwareversie", origin.codeVersion());
        json.writeBooleanProperty("demonstratie", origin.isDemonstration());
        json.writeStringProperty(
                "vertrouwelijkheid", origin.confidentiality().name().toLowerCase(Locale.ROOT));
        writeTexts("bronnen", origin.sources(), json);
        json.writeEndObject();
    }

    private static void write(Section section, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", section.id());
        json.writeStringProperty("titel", section.title());
        json.writeArrayPropertyStart("blokken");
        for (Block block : section.blocks()) {
            json.writeStartObject();
            switch (block) {
                case Paragraph paragraph -> {
                    json.writeStringProperty("soort", "tekst");
                    writeTexts("alineas", paragraph.paragraphs(), json);
                }
                case Failure failure -> {
                    json.writeStringProperty("soort", "mislukt");
                    json.writeStringProperty("bericht", failure.message());
                }
                case Table table -> {
                    json.writeStringProperty("soort", "tabel");
                    write(table, json);
                }
                case Chart chart -> {
                    json.writeStringProperty("soort", "grafiek");
                    write(chart, json);
                }
                case AreaMap map -> {
                    json.writeStringProperty("soort", "kaart");
                    write(map, json);
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Table table, JsonGenerator json) {
        json.writeStringProperty("id", table.id());
        json.writeStringProperty("bijschrift", table.caption());
        json.writeStringProperty("rijkop", table.heading());
        json.writeArrayPropertyStart("kolommen");
        for (Column column : table.columns()) {
            json.writeStartObject();
            json.writeStringProperty("titel", column.title());
            json.writeBooleanProperty("isGetal", column.isNumeric());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("rijen");
        for (Row row : table.rows()) {
            json.writeStartObject();
            json.writeStringProperty("kop", row.heading());
            json.writeArrayPropertyStart("cellen");
            row.cells().forEach(cell -> write(cell, json));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        writeTexts("toelichting", table.notes(), json);
    }

    private static void write(Cell cell, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("tekst", cell.text());
        json.writeStringProperty("merk", cell.mark());
        json.writeName("getal");
        write(cell.number(), json);
        json.writeName("getalsoort");
        Optional<String> kind = word(cell.kind());
        if (kind.isPresent()) {
            json.writeString(kind.get());
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    private static Optional<String> word(NumberKind kind) {
        return switch (kind) {
            case COUNT -> Optional.of("aantal");
            case DECIMAL -> Optional.of("decimaal");
            case PERCENT -> Optional.of("procent");
            case EURO -> Optional.of("euro");
            case NONE -> Optional.empty();
        };
    }

    private static void writeWords(Drawing drawing, JsonGenerator json) {
        json.writeStringProperty("id", drawing.id());
        json.writeStringProperty("titel", drawing.title());
        json.writeStringProperty("omschrijving", drawing.description());
    }

    private static void writeTable(Drawing drawing, JsonGenerator json) {
        json.writeObjectPropertyStart("tabel");
        write(drawing.table(), json);
        json.writeEndObject();
    }

    private static void write(AreaMap map, JsonGenerator json) {
        writeWords(map, json);
        json.writeArrayPropertyStart("tegels");
        for (MapTile tile : map.tiles()) {
            json.writeStartObject();
            json.writeStringProperty("naam", tile.name());
            json.writeStringProperty("cijfer", tile.figure());
            json.writeName("klasse");
            write(tile.classNumber().map(number -> BigDecimal.valueOf(number)), json);
            json.writeBooleanProperty("ongewoon", tile.isUnusual());
            json.writeNumberProperty("rij", tile.row());
            json.writeNumberProperty("kolom", tile.column());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("legenda");
        writeTexts("klassen", map.legend().classes(), json);
        json.writeStringProperty("zonderKlasse", map.legend().withoutClass());
        json.writeStringProperty("ongewoon", map.legend().unusual());
        json.writeStringProperty("rivier", map.legend().river());
        json.writeNumberProperty("rivierkolom", map.legend().riverColumn());
        json.writeEndObject();
        writeTable(map, json);
    }

    private static void write(Chart chart, JsonGenerator json) {
        writeWords(chart, json);
        json.writeStringProperty("vorm", word(chart.kind()));
        writeTexts("labels", chart.labels(), json);
        json.writeArrayPropertyStart("reeksen");
        for (ChartLine line : chart.lines()) {
            json.writeStartObject();
            json.writeStringProperty("naam", line.name());
            json.writeArrayPropertyStart("waarden");
            line.values().forEach(value -> write(value, json));
            json.writeEndArray();
            json.writeArrayPropertyStart("voorlopig");
            line.isProvisional().forEach(json::writeBoolean);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        writeTable(chart, json);
    }

    private static String word(ChartKind kind) {
        return switch (kind) {
            case BARS -> "staven";
            case LINES -> "lijnen";
            case FUNNEL -> "trechter";
        };
    }

    private static void write(Optional<BigDecimal> number, JsonGenerator json) {
        if (number.isPresent()) {
            json.writeNumber(number.get());
        } else {
            json.writeNull();
        }
    }

    private static void writeTexts(String name, List<String> texts, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
