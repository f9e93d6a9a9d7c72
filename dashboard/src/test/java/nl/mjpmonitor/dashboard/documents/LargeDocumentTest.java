package nl.mjpmonitor.dashboard.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.mjpmonitor.dashboard.documents.pdf.PdfRenderer;
import nl.mjpmonitor.dashboard.documents.pdf.PdfVerdict;
import nl.mjpmonitor.dashboard.documents.sheets.OdsRenderer;
import nl.mjpmonitor.dashboard.texts.Texts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** Every buurt beside every indicator: more columns than a page has room for. */
class LargeDocumentTest {

    private static final int AREAS = 44;
    private static final int INDICATORS = 60;

    private final Document large = Documents.document(List.of(new Section(
            "gebieden",
            "Alle gebieden",
            List.of(new Table(
                    "alles",
                    "Elk gebied en elk cijfer",
                    "Gebied",
                    IntStream.rangeClosed(1, INDICATORS)
                            .mapToObj(number -> new Column("Indicator " + number, true))
                            .toList(),
                    IntStream.rangeClosed(1, AREAS)
                            .mapToObj(area -> new Row(
                                    "Buurt " + area,
                                    IntStream.rangeClosed(1, INDICATORS)
                                            .mapToObj(number -> Documents.count(figure(area, number)))
                                            .toList()))
                            .toList(),
                    List.of("v: voorlopig"))))));

    /** All different, and below a thousand so that they print as they are. */
    private static long figure(int area, int number) {
        return 100 + (area * 7L + number * 13L) % 900;
    }

    @Test
    void onPaperEveryFigureStandsOnThePage() throws Exception {
        byte[] pdf = render(new PdfRenderer(new Texts()));
        PdfVerdict.isArchivableAndAccessible(pdf);
        try (PDDocument parsed = Loader.loadPDF(pdf)) {
            Set<String> outside = new HashSet<>();
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) throws IOException {
                    TextPosition last = positions.getLast();
                    if (last.getXDirAdj() + last.getWidthDirAdj() > last.getPageWidth()) {
                        outside.add(text);
                    }
                    super.writeString(text, positions);
                }
            };
            String text = stripper.getText(parsed);
            assertThat(outside).isEmpty();
            List<String> words = List.of(text.split("\\s+", -1));
            long figures =
                    words.stream().filter(word -> word.matches("[1-9][0-9]{2}")).count();
            assertThat(figures).isGreaterThanOrEqualTo((long) AREAS * INDICATORS);
            for (int number = 1; number <= INDICATORS; number++) {
                assertThat(text.replaceAll("\\s+", " ")).contains("Indicator " + number);
            }
            assertThat(text).contains("v: voorlopig");
        }
    }

    @Test
    void inAWorkbookItIsOneTable() throws Exception {
        byte[] ods = render(new OdsRenderer(new Texts()));
        SpreadSheet book = new SpreadSheet(new ByteArrayInputStream(ods));
        boolean isWhole = book.getSheets().stream()
                .anyMatch(sheet -> sheet.getMaxColumns() > INDICATORS && sheet.getMaxRows() > AREAS);
        assertThat(isWhole).isTrue();
        assertThat(large.tables()
                        .findFirst()
                        .orElseThrow()
                        .rows()
                        .getLast()
                        .cells()
                        .getLast()
                        .number())
                .contains(BigDecimal.valueOf(figure(AREAS, INDICATORS)));
    }

    private byte[] render(DocumentRenderer renderer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.write(large, out);
        return out.toByteArray();
    }
}
