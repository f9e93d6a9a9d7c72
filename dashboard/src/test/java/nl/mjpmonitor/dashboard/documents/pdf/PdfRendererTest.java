package nl.mjpmonitor.dashboard.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.documents.Block;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.Documents;
import nl.mjpmonitor.dashboard.documents.Paragraph;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Section;
import nl.mjpmonitor.dashboard.documents.Table;
import nl.mjpmonitor.dashboard.texts.Texts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfRendererTest {

    private static final int LONG = 40;

    private final PdfRenderer renderer = new PdfRenderer(new Texts());

    @Test
    void conformsToTheNormsForArchiveAndAccess() throws Exception {
        byte[] pdf = render(Documents.everything());
        PdfVerdict.isArchivableAndAccessible(pdf);
        Files.write(Files.createDirectories(Path.of("target", "documents")).resolve("everything.pdf"), pdf);
    }

    @Test
    void saysWhatTheDocumentSays() throws Exception {
        String said = textOf(render(Documents.everything()));
        assertThat(said)
                .contains("Tussenrapportage", "2025, Maastricht", "Demonstratiegegevens", "pagina 1 van")
                .contains("De stijging komt door één dader. Die is aangehouden.")
                .contains("Diefstal/inbraak woning 167 193")
                .contains("onbekend", "afgeschermd", "\u221267%", "v: voorlopig")
                .contains("De cijfers van zorgveiligheid kwamen niet.");
    }

    /** The letters of a drawing are shapes: who searches the text finds its figures in the table. */
    @Test
    void aMapBringsItsFiguresAlong() throws Exception {
        assertThat(textOf(render(Documents.document(
                        List.of(new Section("gebieden", "Gebieden", List.of(Documents.map("kaart"))))))))
                .contains("Fietsdiefstal per buurt", "Boschstraatkwartier 130", "Itteren afgeschermd")
                .contains("afgeschermd: het aantal is klein");
    }

    @Test
    void whoDoesNotSeeAMapHearsWhatItSays() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(render(
                Documents.document(List.of(new Section("gebieden", "Gebieden", List.of(Documents.map("kaart")))))))) {
            assertThat(alternatives(pdf.getDocumentCatalog().getStructureTreeRoot()))
                    .contains("Het hoogst is Binnenstad, 412; het laagst Heer, 0.");
        }
    }

    /** The texts that stand in the place of pictures. */
    private static List<String> alternatives(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .flatMap(element -> Stream.concat(
                        Stream.ofNullable(element.getAlternateDescription()), alternatives(element).stream()))
                .toList();
    }

    @Test
    void hasABookmarkForEverySection() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(render(Documents.everything()))) {
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().children())
                    .extracting(item -> item.getTitle())
                    .containsExactly("High impact crime", "Ondermijning", "Zorg en veiligheid");
        }
    }

    @Test
    void repeatsTheHeadingsOfALongTable() throws Exception {
        Table wijken = Documents.crime("tabel");
        Table longer = new Table(
                "lange-tabel",
                wijken.caption(),
                wijken.heading(),
                wijken.columns(),
                IntStream.range(0, 120)
                        .mapToObj(i ->
                                new Row("Buurt " + i, wijken.rows().getFirst().cells()))
                        .toList(),
                List.of());
        byte[] pdf = render(Documents.document(List.of(new Section("lang", "Lang", List.of(longer)))));
        PdfVerdict.isArchivableAndAccessible(pdf);
        try (PDDocument parsed = Loader.loadPDF(pdf)) {
            assertThat(parsed.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= parsed.getNumberOfPages(); page++) {
                assertThat(textOf(parsed, page)).contains("% verschil");
            }
        }
    }

    /** Wherever on a page a long table comes: its rows stay whole, and its headings stand above its first row. */
    @ParameterizedTest
    @ValueSource(ints = {0, 6, 12, 15, 16, 20, 22, 26, 30})
    void breaksBetweenRowsAndNeverAfterAHeading(int linesBefore) throws Exception {
        Section before = new Section(
                "voor",
                "Vooraf",
                IntStream.range(0, linesBefore)
                        .<Block>mapToObj(line -> new Paragraph("Regel " + line))
                        .toList());
        Section section = new Section("telling", "Verantwoording", List.of(worded("een"), worded("twee")));
        try (PDDocument pdf = Loader.loadPDF(render(Documents.document(List.of(before, section))))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                String said = textOf(pdf, page).replaceAll("-?\\s+", " ");
                for (String table : List.of("een", "twee")) {
                    assertThat(said.contains("Verantwoording"))
                            .as("heading on page %d", page)
                            .isEqualTo(said.contains("begineen0 "));
                    assertThat(said.contains("Tabel " + table))
                            .as("caption on page %d", page)
                            .isEqualTo(said.contains("begin" + table + "0 "));
                    for (int row = 0; row < LONG; row++) {
                        assertThat(said.contains("begin" + table + row + " "))
                                .as("row %d of table %s on page %d", row, table, page)
                                .isEqualTo(said.contains("eind" + table + row + " "));
                    }
                }
            }
        }
    }

    private static Table worded(String name) {
        return new Table(
                name,
                "Tabel " + name,
                "Onderwerp",
                List.of(new Column("Wat wordt geteld", false), new Column("Eenheid", false)),
                IntStream.range(0, LONG)
                        .mapToObj(row -> new Row(
                                "Onderwerp in het verkeer met een lange naam",
                                List.of(
                                        Cell.text("begin" + name + row + " " + "geregistreerd ".repeat(4 + row * 5 % 14)
                                                + "eind" + name + row),
                                        Cell.text("aantal"))))
                        .toList(),
                List.of());
    }

    @Test
    void aMarkStaysOnTheLineOfItsFigure() throws Exception {
        List<Column> narrow = IntStream.rangeClosed(1, 9)
                .mapToObj(column -> new Column(Integer.toString(column), true))
                .toList();
        Table table = new Table(
                "merken",
                "Merken",
                "Onderwerp met een lange naam die ruimte vraagt",
                narrow,
                List.of(new Row(
                        "Gescreende overlastmeldingen",
                        narrow.stream()
                                .map(column -> Documents.count(123_456).withMark("c s"))
                                .toList())),
                List.of("c: ongeveer"));
        assertThat(textOf(render(Documents.document(List.of(new Section("onderdeel", "Merken", List.of(table)))))))
                .containsPattern("(123\\.456.c.s\\s+){8}");
    }

    @Test
    void printsAnyCharacterOrItsName() throws Exception {
        String odd = "\u0000\u0007 <b>&amp;]]> \u202eomgekeerd \u05e9\u05dc\u05d5\u05dd \ud83d\ude80 \ud800 ok "
                + "\u4e2d \ue000 " + "lang".repeat(400);
        byte[] pdf = render(Documents.document(List.of(
                new Section("tekens", odd.substring(0, 40), List.of(new Paragraph(odd), Documents.bars("grafiek"))))));
        PdfVerdict.isArchivableAndAccessible(pdf);
        assertThat(textOf(pdf))
                .contains("<b>&amp;]]>", "[U+0000]", "[U+0007]", "ok", "[private use area e000]")
                .contains("[cjk unified ideographs 4e2d]")
                .doesNotContain("\u25a1");
    }

    /** Hebrew, Arabic with its letters joined, and pictures, between Dutch and by themselves. */
    @Test
    void printsWhatIsWrittenFromRightToLeftAndEmoji() throws Exception {
        String hebrew = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd";
        String arabic = "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645";
        String rocket = "\ud83d\ude80";
        Table table = new Table(
                "namen",
                "Namen " + arabic,
                "Naam",
                List.of(new Column("Betekenis", false), new Column("Aantal", true)),
                List.of(new Row(hebrew, List.of(Cell.text("groet " + rocket), Documents.count(12)))),
                List.of(arabic + ": opmerking"));
        byte[] pdf = render(Documents.document(List.of(new Section(
                "schriften",
                "Schriften " + hebrew,
                List.of(
                        new Paragraph("Op het bord stond " + hebrew + " en daarnaast " + arabic + ". \u2764\ufe0f"),
                        new Paragraph(hebrew + " (12 x)"),
                        new Paragraph(arabic + "\u060c " + arabic + "."),
                        table)))));
        Files.write(Files.createDirectories(Path.of("target", "documents")).resolve("schriften.pdf"), pdf);

        PdfVerdict.isArchivableAndAccessible(pdf);
        assertThat(textOf(pdf))
                .contains("Op het bord stond " + hebrew + " en daarnaast " + arabic)
                .contains("groet " + rocket, "\u2764")
                .doesNotContain("\u25a1", "[");
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(fonts(read))
                    .anyMatch(name -> name.endsWith("NotoSansHebrew-Regular"))
                    .anyMatch(name -> name.endsWith("NotoSansArabic-Regular"))
                    .anyMatch(name -> name.endsWith("NotoEmoji-Regular"));
        }
    }

    @Test
    void aDocumentWithoutThemHasNoFontsOfOtherScripts() throws Exception {
        try (PDDocument read = Loader.loadPDF(render(Documents.everything()))) {
            assertThat(fonts(read)).isNotEmpty().allMatch(name -> name.contains("SourceSans3"));
        }
    }

    private static List<String> fonts(PDDocument pdf) throws IOException {
        List<String> names = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                names.add(page.getResources().getFont(name).getName());
            }
        }
        return names;
    }

    @Test
    void aLongSeriesOfMonthsIsATableOfYears() throws Exception {
        List<Row> months = IntStream.range(0, 30)
                .mapToObj(month -> YearMonth.of(2024, 3).plusMonths(month))
                .map(month -> new Row(
                        month.getMonth().getDisplayName(TextStyle.FULL, Texts.DUTCH) + " " + month.getYear(),
                        List.of(Documents.count(1_000 + month.getYear() % 100 * 10 + month.getMonthValue())
                                .withMark(month.getYear() == 2026 ? "v" : ""))))
                .toList();
        Table table = new Table(
                "reeks",
                "Meldingen per maand",
                "Periode",
                List.of(new Column("Overlastmeldingen", true)),
                months,
                List.of("v: voorlopig"));
        byte[] pdf = render(Documents.document(List.of(new Section("verloop", "Verloop", List.of(table)))));

        PdfVerdict.isArchivableAndAccessible(pdf);
        assertThat(textOf(pdf).lines().map(line -> line.replace('\u00a0', ' ').strip()))
                .contains(
                        "Meldingen per maand, Overlastmeldingen",
                        "Periode 2024 2025 2026",
                        "januari n.v.t. 1.251 1.261 v",
                        "maart 1.243 1.253 1.263 v",
                        "september 1.249 1.259 n.v.t.",
                        "december 1.252 1.262 n.v.t.")
                .containsSubsequence("januari n.v.t. 1.251 1.261 v", "maart 1.243 1.253 1.263 v");
    }

    @Test
    void aShortSeriesAndOneOfOtherThingsStayAsTheyAre() {
        for (Table table : List.of(series(8, "kwartaal 20"), series(20, "buurt "), series(20, "januari 20"))) {
            assertThat(LongSeries.of(table, "n.v.t.")).isSameAs(table);
        }
        assertThat(LongSeries.of(series(9, "kwartaal 20"), "n.v.t.").columns()).hasSize(9);
    }

    private static Table series(int rows, String name) {
        return new Table(
                "reeks",
                "Reeks",
                "Naam",
                List.of(new Column("Aantal", true)),
                IntStream.range(0, rows)
                        .mapToObj(row -> new Row(name + (10 + row), List.of(Documents.count(row))))
                        .toList(),
                List.of());
    }

    /** What a judgement is made of stays on one line, also where there are many columns. */
    @Test
    void aJudgementIsNeverBroken() throws Exception {
        List<Column> columns = List.of(
                new Column("december 2022", true),
                new Column("december 2023", true),
                new Column("Verschil", true),
                new Column("Oordeel", false),
                new Column("2022 t/m december", true),
                new Column("2023 t/m december", true),
                new Column("% verschil", true));
        List<Cell> cells = List.of(
                Documents.count(12_345),
                Documents.count(1_234),
                Cell.text("van 1 naar 4 (+3)"),
                Cell.text("binnen toevalsvariatie"),
                Documents.count(112_345),
                Documents.count(112_345),
                Cell.text("onbekend"));
        Table table = new Table(
                "oordelen",
                "Oordelen",
                "Onderwerp",
                columns,
                List.of(new Row("Vernieling en zaakbeschadiging in de openbare ruimte", cells)),
                List.of());

        assertThat(textOf(render(Documents.document(List.of(new Section("oordeel", "Oordeel", List.of(table)))))))
                .contains("binnen toevalsvariatie", "van 1 naar 4 (+3)");
    }

    /** A source is a sentence: beside a definition it gets room for more than a word a line. */
    @Test
    void sentencesBesideEachOtherShareTheRoom() {
        String definition =
                "Geregistreerde diefstallen van brommers, snorfietsen en fietsen met hun pogingen erbij. ".repeat(2);
        Table table = new Table(
                "definities",
                "Zo is het cijfer gemaakt",
                "Indicator",
                List.of(new Column("Wat wordt geteld", false), new Column("Eenheid", false), new Column("Bron", false)),
                List.of(new Row(
                        "Diefstal van brom-, snor-, fietsen",
                        List.of(
                                Cell.text(definition),
                                Cell.text("meldingen"),
                                Cell.text("Politie, maandelijkse levering van geregistreerde misdrijven")))),
                List.of());
        List<Integer> widths = ColumnWidths.of(table);

        assertThat(widths).hasSize(4);
        assertThat(widths.stream().mapToInt(Integer::intValue).sum()).isBetween(95, 100);
        assertThat(widths.get(1)).isGreaterThan(widths.get(3));
        assertThat(widths.get(3)).isGreaterThanOrEqualTo(20);
        assertThat(widths.get(2)).isBetween(8, 15);
        assertThat(ColumnWidths.of(series(3, "buurt "))).isEmpty();
    }

    /** Ligatures have glyphs without a character of their own, which PDF/A does not allow. */
    @Test
    void everyPairOfLettersKeepsItsCharacters() throws Exception {
        String pairs = IntStream.rangeClosed('a', 'z')
                .mapToObj(first -> IntStream.rangeClosed('a', 'z')
                        .mapToObj(second -> Character.toString(first) + Character.toString(second))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" "));
        byte[] pdf = render(Documents.document(List.of(
                new Section("paren", "Paren", List.of(new Paragraph(pairs), new Paragraph("ffi ffl fft fj"))))));
        PdfVerdict.isArchivableAndAccessible(pdf);
        assertThat(textOf(pdf)).contains("fi fj", "ffi ffl fft fj");
    }

    private byte[] render(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.write(document, out);
        return out.toByteArray();
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument parsed = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(parsed);
        }
    }

    private static String textOf(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }
}
