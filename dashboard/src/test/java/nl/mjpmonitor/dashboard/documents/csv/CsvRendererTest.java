package nl.mjpmonitor.dashboard.documents.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.Documents;
import nl.mjpmonitor.dashboard.documents.Paragraph;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Section;
import nl.mjpmonitor.dashboard.documents.Table;
import nl.mjpmonitor.dashboard.texts.Texts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CsvRendererTest {

    private final CsvRenderer renderer = new CsvRenderer(new Texts());

    @Test
    void aTableIsAFileWithNumbersOnlyAmongNumbers() throws IOException {
        List<CSVRecord> records = records(read(Documents.everything()), "hic-tabel.csv");

        assertThat(records.getFirst().toList())
                .containsExactly(
                        "Categorie",
                        "2022",
                        "2022, opmerking",
                        "2023",
                        "2023, opmerking",
                        "% verschil",
                        "% verschil, opmerking");
        assertThat(records.get(1).toList()).containsExactly("Diefstal/inbraak woning", "167", "", "193", "v", "16", "");
        assertThat(records.get(2).toList())
                .containsExactly("Overval in bedrijven", "", "onbekend", "1", "", "", "n.v.t.");
        assertThat(records.get(3).toList())
                .containsExactly("Overval in woning", "", "afgeschermd", "1234", "", "-67", "");
    }

    @Test
    void theDescriptionTellsOfEveryColumnOfEveryFile() throws IOException {
        Map<String, String> files = read(Documents.everything());
        JsonNode metadata = JsonMapper.builder().build().readTree(files.get(CsvRenderer.METADATA));

        assertThat(metadata.get("@context").get(0).asString()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(metadata.get("tables")
                        .valueStream()
                        .map(table -> table.get("url").asString()))
                .containsExactlyElementsOf(files.keySet().stream()
                        .filter(name -> name.endsWith(".csv"))
                        .toList())
                .hasSize(5);
        assertThat(metadata.get("tables").valueStream()).allSatisfy(table -> {
            List<String> titles = table.get("tableSchema")
                    .get("columns")
                    .valueStream()
                    .map(column -> column.get("titles").asString())
                    .toList();
            assertThat(records(files, table.get("url").asString()).getFirst().toList())
                    .isEqualTo(titles);
        });
        assertThat(metadata.get("tables")
                        .get(0)
                        .get("tableSchema")
                        .get("columns")
                        .get(1)
                        .get("datatype")
                        .asString())
                .isEqualTo("integer");
        assertThat(metadata.get("tables")
                        .get(0)
                        .get("tableSchema")
                        .get("columns")
                        .get(5)
                        .get("datatype")
                        .asString())
                .isEqualTo("decimal");
    }

    /** The rules of the Model and of the Metadata Vocabulary for Tabular Data (W3C) by which a validator refuses files. */
    @Test
    void everyFileIsWhatItsDescriptionSaysItIs() throws IOException {
        Map<String, String> files = read(Documents.everything());
        JsonNode metadata = JsonMapper.builder().build().readTree(files.get(CsvRenderer.METADATA));

        assertThat(metadata.get("@context").get(1).get("@language").asString()).isEqualTo("nl");
        assertThat(metadata.get("tables")).isNotEmpty();
        for (JsonNode table : metadata.get("tables")) {
            List<JsonNode> columns =
                    table.get("tableSchema").get("columns").valueStream().toList();
            assertThat(columns.stream().map(column -> column.get("name").asString()))
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("[A-Za-z0-9][A-Za-z0-9_.]*"));
            List<CSVRecord> records = records(files, table.get("url").asString());
            for (CSVRecord record : records.subList(1, records.size())) {
                assertThat(record.size()).isEqualTo(columns.size());
                for (int place = 0; place < columns.size(); place++) {
                    assertThat(record.get(place))
                            .matches(
                                    switch (columns.get(place).get("datatype").asString()) {
                                        case "integer" -> "|[-+]?[0-9]+";
                                        case "decimal" -> "|[-+]?[0-9]+([.][0-9]+)?";
                                        case "string" -> "(?s).*";
                                        default -> throw new AssertionError("No datatype of XML Schema");
                                    });
                }
            }
        }
    }

    @Test
    void textsAreQuotedAndNeverFormulas() throws IOException {
        Table table = new Table(
                "tabel",
                "Tabel",
                "Kop",
                List.of(new Column("Tekst", false)),
                List.of(
                        new Row("a,\"b\"\r\nc", List.of(Cell.text("=HYPERLINK(\"x\")"))),
                        new Row("@x", List.of(Cell.text("gewoon")))),
                List.of());
        Map<String, String> files = read(Documents.document(List.of(new Section("deel", "Deel", List.of(table)))));

        assertThat(files.get("tabel.csv"))
                .startsWith("Kop,Tekst\r\n\"a,\"\"b\"\"\r\nc\",\"'=HYPERLINK(\"\"x\"\")\"\r\n");
        assertThat(records(files, "tabel.csv").get(2).get(0)).isEqualTo("'@x");
    }

    @Test
    void whatIsNoTableStandsInTheText() throws IOException {
        assertThat(read(Documents.everything()).get(CsvRenderer.TEXT))
                .contains(
                        "De stijging komt door één dader. Die is aangehouden.",
                        "De cijfers van zorgveiligheid kwamen niet.",
                        "Van 77 casussen gingen er 16 naar ATOM.",
                        "Het hoogst is Binnenstad, 412; het laagst Heer, 0.",
                        "v: voorlopig");
    }

    /** The Metadata Vocabulary for Tabular Data wants one table at least in a description, and readers refuse one without. */
    @Test
    void withoutTablesThereIsNothingToDescribeAndTheTextSaysSo() throws IOException {
        Map<String, String> files = read(Documents.document(
                List.of(new Section("vooraf", "Vooraf", List.of(new Paragraph("Er is nog niets geteld."))))));

        assertThat(files).containsOnlyKeys(CsvRenderer.TEXT);
        assertThat(files.get(CsvRenderer.TEXT))
                .contains("Er is nog niets geteld.", "Dit document heeft geen tabellen.");
        assertThat(read(Documents.everything()).get(CsvRenderer.TEXT)).doesNotContain("geen tabellen");
    }

    private static List<CSVRecord> records(Map<String, String> files, String name) throws IOException {
        return CSVFormat.RFC4180
                .parse(new StringReader(String.valueOf(files.get(name))))
                .getRecords();
    }

    private Map<String, String> read(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.write(document, out);
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
