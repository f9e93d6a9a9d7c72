package nl.mjpmonitor.dashboard.documents.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.github.miachm.sods.OfficePercentage;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.Documents;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Section;
import nl.mjpmonitor.dashboard.documents.Table;
import nl.mjpmonitor.dashboard.texts.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OdsRendererTest {

    private final OdsRenderer renderer = new OdsRenderer(new Texts());

    @Test
    void aSectionIsASheetAndTheLastSaysWhereItComesFrom() throws IOException {
        SpreadSheet workbook = read(Documents.everything());

        assertThat(workbook.getSheets())
                .extracting(Sheet::getName)
                .containsExactly("High impact crime", "Ondermijning", "Zorg en veiligheid", "Herkomst");
        assertThat(values(workbook.getSheet("Herkomst"))).contains("Gemeente Maastricht", "politiecijfers", "openbaar");
        assertThat(workbook.getSheets())
                .allSatisfy(sheet -> assertThat(values(sheet))
                        .anyMatch(value -> value.toString().contains("emonstratie")));
    }

    @Test
    void numbersAreNumbersAndWhatIsMissingIsAWord() throws IOException {
        List<Object> row = row(read(Documents.everything()).getSheet(0), "Diefstal/inbraak woning");

        assertThat(((Number) row.get(1)).doubleValue()).isEqualTo(167);
        assertThat(((Number) row.get(2)).doubleValue()).isEqualTo(193);
        assertThat(row.get(3)).isEqualTo("v");
        assertThat(((OfficePercentage) row.get(4)).getValue()).isEqualTo(0.16, within(1e-9));
        assertThat(row(read(Documents.everything()).getSheet(0), "Overval in woning"))
                .contains("afgeschermd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+31",
                "-2",
                "@SUM(A1)",
                "\t=1",
                "  twee  spaties",
                "regel\nregel",
                "<b>&amp;</b>",
                "שלום 😀"
            })
    void aTextStaysTheText(String text) throws IOException {
        Sheet sheet = read(withText(text)).getSheet(0);

        assertThat(values(sheet)).contains(text);
        assertThat(Arrays.stream(sheet.getDataRange().getFormulas())
                        .flatMap(Arrays::stream)
                        .filter(Objects::nonNull))
                .isEmpty();
    }

    @Test
    void whatXmlDoesNotHaveIsMarked() throws IOException {
        assertThat(values(read(withText("voor\u0000na\uD800")).getSheet(0))).contains("voor\uFFFDna\uFFFD");
    }

    @Test
    void theMediaTypeCanBeRecognised() throws IOException {
        byte[] bytes = render(Documents.everything());

        assertThat(new String(bytes, 30, 54, StandardCharsets.US_ASCII)).isEqualTo("mimetype" + renderer.mediaType());
    }

    static Document withText(String text) {
        Table table = new Table(
                "tabel",
                "Tabel",
                "Kop",
                List.of(new Column("Tekst", false)),
                List.of(new Row(text, List.of(Cell.text("x")))),
                List.of());
        return Documents.document(List.of(new Section("deel", "Deel", List.of(table))));
    }

    private static List<Object> row(Sheet sheet, String heading) {
        return Arrays.stream(sheet.getDataRange().getValues())
                .filter(row -> heading.equals(row[0]))
                .map(Arrays::asList)
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> values(Sheet sheet) {
        return Arrays.stream(sheet.getDataRange().getValues())
                .flatMap(Stream::of)
                .filter(Objects::nonNull)
                .toList();
    }

    private SpreadSheet read(Document document) throws IOException {
        return new SpreadSheet(new ByteArrayInputStream(render(document)));
    }

    private byte[] render(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.write(document, out);
        return out.toByteArray();
    }
}
