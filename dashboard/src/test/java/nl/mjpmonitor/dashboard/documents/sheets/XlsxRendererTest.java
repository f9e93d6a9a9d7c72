package nl.mjpmonitor.dashboard.documents.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.Documents;
import nl.mjpmonitor.dashboard.texts.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class XlsxRendererTest {

    @TempDir
    private Path folder;

    private final XlsxRenderer renderer = new XlsxRenderer(new Texts());

    @Test
    void aSectionIsASheetAndTheLastSaysWhereItComesFrom() throws Exception {
        assertThat(all(read(Documents.everything()).get("xl/workbook.xml"), "sheet"))
                .extracting(sheet -> sheet.getAttribute("name"))
                .containsExactly("High impact crime", "Ondermijning", "Zorg en veiligheid", "Herkomst");
    }

    @Test
    void numbersAreNumbersAndWhatIsMissingIsAWord() throws Exception {
        Element sheet = read(Documents.everything()).get("xl/worksheets/sheet1.xml");
        Element home = row(sheet, "Diefstal/inbraak woning");

        assertThat(all(home, "c"))
                .extracting(Element::getTextContent)
                .containsExactly("Diefstal/inbraak woning", "167", "193", "v", "0.16");
        assertThat(all(home, "v")).extracting(Element::getTextContent).containsExactly("167", "193", "0.16");
        assertThat(all(row(sheet, "Overval in woning"), "v"))
                .extracting(Element::getTextContent)
                .containsExactly("1234", "-0.67");
        assertThat(row(sheet, "Overval in woning").getTextContent()).contains("afgeschermd");
    }

    @Test
    void theHeadingsStayInSight() throws Exception {
        Element origin = read(Documents.everything()).get("xl/worksheets/sheet2.xml");

        assertThat(all(origin, "pane")).singleElement().satisfies(pane -> {
            assertThat(pane.getAttribute("state")).isEqualTo("frozen");
            assertThat(pane.getAttribute("ySplit")).isEqualTo("1");
        });
        Element single = read(OdsRendererTest.withText("x")).get("xl/worksheets/sheet1.xml");
        assertThat(all(single, "pane").getFirst().getAttribute("ySplit")).isEqualTo("5");
        assertThat(all(single, "row").get(3).getTextContent()).isEqualTo("KopTekst");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "<b>&amp;</b>", "שלום 😀"})
    void aTextStaysTheText(String text) throws Exception {
        Element sheet = read(OdsRendererTest.withText(text)).get("xl/worksheets/sheet1.xml");

        assertThat(all(sheet, "f")).isEmpty();
        assertThat(all(sheet, "c"))
                .filteredOn(cell -> cell.getTextContent().equals(text))
                .singleElement()
                .satisfies(cell -> assertThat(cell.getAttribute("t")).isEqualTo("inlineStr"));
    }

    @Test
    void aTextThatIsTooLongIsCutAndSaysSo() throws Exception {
        Element sheet = read(OdsRendererTest.withText("lang ".repeat(10_000))).get("xl/worksheets/sheet1.xml");

        assertThat(all(sheet, "c")).anyMatch(cell -> cell.getTextContent().endsWith("[…]"));
    }

    @Test
    void namesOfSheetsAreAcceptedEverywhere() {
        SheetNames names = new SheetNames("Herkomst");

        assertThat(Stream.of("A/B: [c]?", "a b   c", "History", "", "'", "x".repeat(40), "X".repeat(40))
                        .map(names::of))
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name)
                        .hasSizeBetween(1, 31)
                        .doesNotContainPattern("[\\[\\]:*?/\\\\]")
                        .isNotEqualToIgnoringCase("history"));
        assertThat(IntStream.range(0, 12).mapToObj(i -> names.of("Zelfde"))).doesNotHaveDuplicates();
    }

    private static Element row(Element sheet, String heading) {
        return all(sheet, "row").stream()
                .filter(row -> row.getTextContent().startsWith(heading))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> all(Element root, String name) {
        NodeList found = root.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private Map<String, Element> read(Document document) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Map<String, Element> parts = new HashMap<>();
        Path file = Files.write(folder.resolve("document.xlsx"), render(document));
        // by its directory, as spreadsheet programs read it: the sizes stand behind the parts
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(),
                        factory.newDocumentBuilder()
                                .parse(zip.getInputStream(entry))
                                .getDocumentElement());
            }
        }
        return parts;
    }

    private byte[] render(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.write(document, out);
        return out.toByteArray();
    }
}
