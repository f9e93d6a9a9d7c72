package nl.mjpmonitor.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.PublishedFigures;
import nl.mjpmonitor.dashboard.TestAccounts;
import nl.mjpmonitor.dashboard.progress.Turn;
import nl.mjpmonitor.dashboard.progress.Turns;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DashboardTest
@AutoConfigureMockMvc
class SeriesFileInterfaceTest {

    private static final String SERIES =
            "/api/v1/indicatoren/zakkenrollerij/reeks?van=2019&tot=2023&peildatum=2024-02-06T00:00:00Z&formaat=";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private Areas areas;

    @Autowired
    private Turns turns;

    @BeforeEach
    void fill() {
        warehouse.clear();
        PublishedFigures.fill(warehouse, areas, Instant.parse("2026-10-15T06:00:00Z"));
    }

    /** Forty may wait, as the settings say. */
    @Test
    void whenTooManyWaitTheProgramIsToldWhenToComeBack() throws Exception {
        CountDownLatch isLetGo = new CountDownLatch(1);
        List<Turn<Boolean>> waiting = IntStream.range(0, 40)
                .mapToObj(number -> turns.enter(List.of("waiting", number), () -> {
                    isLetGo.await();
                    return true;
                }))
                .toList();
        try {
            assertThat(get(SERIES + "pdf"))
                    .hasStatus(503)
                    .hasHeader("Retry-After", "30")
                    .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyText()
                    .contains("te veel bestanden");
            assertThat(get("/opendata/zakkenrollerij.csv"))
                    .hasStatus(503)
                    .hasHeader("Retry-After", "30")
                    .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        } finally {
            isLetGo.countDown();
        }
        assertThat(waiting.stream().map(Turn::await)).hasSize(40).doesNotContain(false);
        assertThat(get(SERIES + "pdf")).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "csv, text/csv, csv",
        "csvw, application/zip, zip",
        "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, xlsx",
        "ods, application/vnd.oasis.opendocument.spreadsheet, ods",
        "json-document, application/json, json",
        "pdf, application/pdf, pdf",
        "svg, image/svg+xml, svg",
        "png, image/png, png"
    })
    void everyFormHasItsTypeAndAName(String form, String mediaType, String extension) {
        MvcTestResult result = get(SERIES + form);

        assertThat(result)
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.parseMediaType(mediaType))
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"zakkenrollerij-GM0935-2024-02-06." + extension + "\"");
        assertThat(bytes(result)).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, csv",
        "application/zip, zip",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, xlsx",
        "application/vnd.oasis.opendocument.spreadsheet, ods",
        "application/pdf, pdf",
        "image/svg+xml, svg",
        "image/png, png"
    })
    void theFormCanAlsoBeAskedByItsType(String mediaType, String extension) {
        MvcTestResult result = asked(mediaType);

        assertThat(result)
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.parseMediaType(mediaType))
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"zakkenrollerij-GM0935-2024-02-06." + extension + "\"");
    }

    @Test
    void whoLikesEverythingGetsTheAnswerItselfAndWhoLikesNothingIsTold() {
        assertThat(asked("*/*")).hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        assertThat(asked("text/csv;q=0.5, application/json"))
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .bodyJson()
                .extractingPath("$.indicator")
                .isEqualTo("zakkenrollerij");
        assertThat(asked("application/msword"))
                .hasStatus(406)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("application/pdf");
    }

    private MvcTestResult asked(String accept) {
        return mvc.get()
                .uri(SERIES.replace("&formaat=", ""))
                .header("Accept", accept)
                .header("Authorization", "Bearer " + TestAccounts.token("analist"))
                .exchange();
    }

    @Test
    void theCsvHoldsTheSeries() {
        assertThat(new String(bytes(get(SERIES + "csv")), StandardCharsets.UTF_8).lines())
                .hasSize(6)
                .anyMatch(line -> line.startsWith("zakkenrollerij,GM0935,Maastricht,2023,2023-01,2023-12,341,"));
    }

    @Test
    void theWorkbookHoldsTheSeriesTheDefinitionAndTheOrigin() throws Exception {
        SpreadSheet workbook = new SpreadSheet(new ByteArrayInputStream(bytes(get(SERIES + "ods"))));

        assertThat(workbook.getSheets())
                .extracting(sheet -> sheet.getName())
                .containsExactly("Reeks", "Wat wordt geteld", "Herkomst");
        assertThat(Arrays.stream(workbook.getSheet(0).getDataRange().getValues()))
                .anySatisfy(row -> {
                    assertThat(row[0]).isEqualTo("2023");
                    assertThat(((Number) row[1]).intValue()).isEqualTo(341);
                });
        assertThat(Arrays.stream(workbook.getSheet(2).getDataRange().getValues())
                        .flatMap(Stream::of))
                .anyMatch(value -> "6 feb 2024 01:00".equals(value));
    }

    @Test
    void thePdfHoldsTheSeries() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(bytes(get(SERIES + "pdf")))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("2019 434", "2023 341");
        }
    }

    @Test
    void aPictureOfNothingDoesNotExist() {
        warehouse.clear();

        assertThat(get(SERIES + "png")).hasStatus(404);
        assertThat(get(SERIES + "xlsx")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "docx", "", "CSV"})
    void anUnknownFormIsAProblem(String form) {
        assertThat(get(SERIES + form)).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void withoutATokenThereIsNoFile() {
        assertThat(mvc.get().uri(URI.create(SERIES + "csv")).exchange()).hasStatus(401);
    }

    private MvcTestResult get(String address) {
        return mvc.get()
                .uri(URI.create(address))
                .header("Authorization", "Bearer " + TestAccounts.ANALYST_TOKEN)
                .exchange();
    }

    private static byte[] bytes(MvcTestResult result) {
        return result.getResponse().getContentAsByteArray();
    }
}
