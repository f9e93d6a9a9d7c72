package nl.mjpmonitor.dashboard.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryAuditStore;
import nl.mjpmonitor.dashboard.InMemoryEditionStore;
import nl.mjpmonitor.dashboard.InMemorySignals;
import nl.mjpmonitor.dashboard.InMemoryStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.LoggedIn;
import nl.mjpmonitor.dashboard.Pages;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditFilter;
import nl.mjpmonitor.dashboard.audit.TrailDriver;
import nl.mjpmonitor.dashboard.documents.pdf.PdfVerdict;
import nl.mjpmonitor.dashboard.publications.EditionLife;
import nl.mjpmonitor.dashboard.publications.EditionSubject;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.dashboard.store.StoreState;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DashboardTest
@WithMockUser(roles = {"ANALIST", "PROGRAMMAMANAGER"})
@ViewPackages(
        packages = {
            "nl.mjpmonitor.dashboard.access",
            "nl.mjpmonitor.dashboard.archive",
            "nl.mjpmonitor.dashboard.areas",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.goals",
            "nl.mjpmonitor.dashboard.indicator",
            "nl.mjpmonitor.dashboard.overview",
            "nl.mjpmonitor.dashboard.publications",
            "nl.mjpmonitor.dashboard.quality",
            "nl.mjpmonitor.dashboard.review",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.signals",
            "nl.mjpmonitor.dashboard.themes"
        })
class PageExportsTest extends SpringBrowserlessTest {

    private static final String CASES = "lwo-casussen";

    private final YearMonth lastMonth =
            YearMonth.now(ZoneId.of("Europe/Amsterdam")).minusMonths(1);
    private final int lastYear = lastMonth.getYear() - 1;
    private final JsonMapper mapper = JsonMapper.builder().build();

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private InMemoryStore store;

    @Autowired
    private InMemorySignals signals;

    @Autowired
    private InMemoryAuditStore trail;

    @Autowired
    private TrailDriver trailDriver;

    @Autowired
    private IndicatorCatalogue catalogue;

    @Autowired
    private EditionLife life;

    @Autowired
    private InMemoryEditionStore editions;

    @BeforeEach
    void fill() {
        leave();
        store.become(StoreState.READY);
        signals.clear();
        signals.open(
                SignalRule.MONTH_OUTSIDE_LIMITS,
                "woninginbraak",
                "GM0935",
                Instant.now().minus(1, ChronoUnit.DAYS));
        warehouse.clear();
        warehouse.cover(YearMonth.of(2019, 1), lastMonth);
        warehouse.add(CASES, "BU09359999", YearMonth.of(lastYear, 1), 77);
        warehouse.add("woninginbraak", "BU09350000", YearMonth.of(lastYear, 1), 41);
        warehouse.heardFrom("ondermijning", Instant.now());
    }

    /** Each test opens the view itself; an earlier one must not keep watching. */
    @AfterEach
    void leave() {
        signals.clear();
        UI.getCurrent().navigate("login");
    }

    @ParameterizedTest
    @CsvSource({
        "overzicht?gebied=GM0935, overzicht-GM0935-",
        "maandbeeld?gebied=GM0935, maandbeeld-",
        "ondermijning?gebied=GM0935&jaar=2023, ondermijning-GM0935-2023-",
        "overlast?gebied=BU09350000, overlast-BU09350000-",
        "criminaliteit?gebied=WK093500, criminaliteit-WK093500-",
        "gebieden?gebied=BU09350000&indicator=woninginbraak&jaar=2024, gebieden-BU09350000-woninginbraak-2024-",
        "doelen, doelen-",
        "signalen, signalen-open-",
        "datakwaliteit, datakwaliteit-"
    })
    void everyPageOfFiguresCanBeTakenAlongInEveryForm(String address, String name) throws Exception {
        open(address);

        for (ExportForm form :
                List.of(ExportForm.PDF, ExportForm.XLSX, ExportForm.ODS, ExportForm.CSVW, ExportForm.JSON)) {
            ExportFile file = menu().make(form).orElseThrow();
            assertThat(file.name())
                    .startsWith(name)
                    .contains(LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString());
            assertThat(file.bytes()).hasSizeGreaterThan(500);
            if (form == ExportForm.PDF) {
                PdfVerdict.isArchivableAndAccessible(file.bytes());
                Path folder = Files.createDirectories(Path.of("target", "documents"));
                Files.write(folder.resolve("pagina-" + address.replaceAll("[?].*", "") + ".pdf"), file.bytes());
            }
        }
        assertThat(json().get("onderdelen").size()).isPositive();
        assertThat(tables(json())).isNotEmpty();
    }

    @Test
    void theFileHoldsTheFiguresAndTheChoiceOfThePage() throws Exception {
        open("ondermijning?jaar=" + lastYear);
        JsonNode document = json();

        assertThat(document.get("titel").asString()).isEqualTo("Ondermijnende criminaliteit");
        assertThat(document.get("herkomst").get("vertrouwelijkheid").asString()).isEqualTo("vertrouwelijk");
        assertThat(tables(document).stream()
                        .flatMap(table -> table.get("rijen").valueStream())
                        .filter(row -> row.get("kop").asString().startsWith("Casussen behandeld in de LWO"))
                        .flatMap(row -> row.get("cellen").valueStream())
                        .filter(cell -> cell.get("getal").isNumber())
                        .map(cell -> cell.get("getal").asLong()))
                .contains(77L);
        assertThat(section(document, "Wat wordt geteld").toString()).contains("Casussen behandeld in de LWO");
    }

    @Test
    void theFileOfAnotherAreaHasItsFigures() throws Exception {
        open("criminaliteit?gebied=BU09350001");
        JsonNode document = json();

        assertThat(document.get("ondertitel").asString()).isNotEqualTo("Maastricht");
        assertThat(document.toString()).doesNotContain("\"getal\":41");
        open("criminaliteit?gebied=BU09350000");
        assertThat(json().toString()).contains("\"getal\":41");
    }

    @Test
    void thePdfIsArchivableAndSaysWhatThePageSays() throws Exception {
        open("ondermijning?jaar=" + lastYear);
        byte[] pdf = menu().make(ExportForm.PDF).orElseThrow().bytes();

        PdfVerdict.isArchivableAndAccessible(pdf);
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Ondermijnende criminaliteit")
                    .contains("Casussen behandeld in de LWO")
                    .contains("77");
        }
    }

    @Test
    void theAreasAreTakenAlongWithTheirMap() throws Exception {
        open("gebieden?indicator=woninginbraak&jaar=" + lastYear);
        JsonNode map = json().get("onderdelen")
                .valueStream()
                .flatMap(section -> section.get("blokken").valueStream())
                .filter(block -> block.get("soort").asString().equals("kaart"))
                .findFirst()
                .orElseThrow();

        assertThat(map.get("tegels").size()).isEqualTo(44);
        assertThat(map.get("legenda").get("klassen").size()).isEqualTo(5);
        assertThat(map.get("omschrijving").asString()).contains("Het hoogst is Binnenstad");
        assertThat(map.get("tabel").get("rijen").valueStream())
                .filteredOn(row -> row.get("kop").asString().equals("Binnenstad"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.get("cellen").get(0).get("getal").asLong())
                                .isEqualTo(41));
        PdfVerdict.isArchivableAndAccessible(
                menu().make(ExportForm.PDF).orElseThrow().bytes());
        ExportFile picture = menu().make(
                        new ExportMenu.ChartChoice(map.get("id").asString(), "kaart"), ExportForm.SVG)
                .orElseThrow();
        assertThat(new String(picture.bytes(), StandardCharsets.UTF_8)).contains(">Binnenstad<", ">Maas<");
    }

    /** A tile says no more than the page: of a neighbour's figure an area team has only its place. */
    @Test
    @WithMockUser(authorities = {"ROLE_GEBIEDSTEAM", "AREA_WK093500"})
    void theMapOfAnAreaTeamHasItsOwnFiguresOnly() throws Exception {
        open("gebieden?indicator=woninginbraak&jaar=" + lastYear);
        List<JsonNode> tiles = json().get("onderdelen")
                .valueStream()
                .flatMap(section -> section.get("blokken").valueStream())
                .filter(block -> block.has("tegels"))
                .flatMap(block -> block.get("tegels").valueStream())
                .toList();

        assertThat(tiles).hasSize(44);
        assertThat(tiles.stream().filter(tile -> tile.get("cijfer").asString().equals("n.v.t.")))
                .hasSizeGreaterThan(35);
    }

    @Test
    void anEstablishedMaandbeeldIsTakenAlongAsItWasEstablished() throws Exception {
        open("maandbeeld?gebied=GM0935");
        click("vaststellen");
        click("vaststellen-zeker");
        String address = Pages.components().stream()
                .filter(RouterLink.class::isInstance)
                .map(link -> ((RouterLink) link).getHref())
                .filter(href -> href.startsWith("maandbeeld/vastgesteld/"))
                .findFirst()
                .orElseThrow();
        warehouse.add("woninginbraak", "BU09350000", lastMonth, 7_531);
        open(address);
        JsonNode document = json();

        assertThat(document.get("titel").asString()).startsWith("Vastgesteld Maandbeeld");
        assertThat(document.get("herkomst").get("vertrouwelijkheid").asString()).isEqualTo("vertrouwelijk");
        assertThat(document.toString()).contains("Vingerafdruk (SHA-256)").doesNotContain("7.531");
        assertThat(tables(document)).isNotEmpty();
        PdfVerdict.isArchivableAndAccessible(
                menu().make(ExportForm.PDF).orElseThrow().bytes());
        ExportMenu menu = menu();
        try (LoggedIn _ = LoggedIn.inRole("raad")) {
            assertThatThrownBy(() -> menu.make(ExportForm.PDF)).isInstanceOf(OutOfScopeException.class);
        }
    }

    private void click(String testId) {
        test((Button) Pages.byTestId(testId)).click();
    }

    @Test
    void theZipHasATableAFileWithItsDescription() throws Exception {
        open("ondermijning");
        Map<String, String> files = unzipped(menu().make(ExportForm.CSVW).orElseThrow());

        assertThat(files.keySet()).anyMatch(name -> name.endsWith(".csv")).anyMatch(name -> name.endsWith(".json"));
        assertThat(files.values()).anyMatch(text -> text.contains("Casussen behandeld in de LWO"));
    }

    @Test
    void aChartIsOfferedByItselfWhenTheMenuIsOpened() {
        open("ondermijning");
        assertThat(Pages.text(menu())).doesNotContain("vectoren");
        menu().setOpened(true);

        assertThat(Pages.text(menu())).contains("Grafieken van deze pagina").contains("vectoren");
        String id = Pages.components().stream()
                .map(component -> component.getElement().getAttribute("data-testid"))
                .filter(name -> name != null && name.matches("export-.+-svg"))
                .findFirst()
                .orElseThrow()
                .replaceAll("^export-|-svg$", "");
        ExportFile drawing = menu().make(new ExportMenu.ChartChoice(id, "grafiek"), ExportForm.SVG)
                .orElseThrow();
        assertThat(new String(drawing.bytes(), StandardCharsets.UTF_8)).contains("<svg");
        assertThat(drawing.name()).startsWith("ondermijning-GM0935-").endsWith(id + ".svg");
        assertThat(menu().make(new ExportMenu.ChartChoice("weg", "weg"), ExportForm.SVG))
                .isEmpty();
    }

    @Test
    @WithMockUser(roles = "RAAD")
    void theCouncilTakesNothingAlongThatItDoesNotSee() throws Exception {
        for (String address : List.of("overzicht", "maandbeeld", "criminaliteit", "gebieden", "doelen", "signalen")) {
            open(address);
            JsonNode document = json();
            assertThat(document.get("herkomst").get("vertrouwelijkheid").asString())
                    .as(address)
                    .isEqualTo("openbaar");
            assertThat(defined(document))
                    .as(address)
                    .doesNotContainAnyElementsOf(catalogue.indicators().stream()
                            .filter(indicator -> indicator.confidentiality() != Confidentiality.OPENBAAR)
                            .map(indicator -> indicator.name().nl())
                            .toList());
        }
    }

    @Test
    void whoLostTheRightAfterOpeningThePageGetsNothing() {
        open("ondermijning");
        ExportMenu menu = menu();
        try (LoggedIn _ = LoggedIn.inRole("raad")) {
            assertThatThrownBy(() -> menu.make(ExportForm.XLSX)).isInstanceOf(OutOfScopeException.class);
        }
    }

    @Test
    void everyFileLeavesATrace() {
        open("doelen");
        trailDriver.flush();
        trail.clear();
        String name = menu().make(ExportForm.XLSX).orElseThrow().name();
        trailDriver.flush();

        assertThat(trail.find(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 100)))
                .filteredOn(event -> event.action() == AuditAction.EXPORT)
                .singleElement()
                .satisfies(event -> assertThat(event.subject()).isEqualTo(name));
    }

    @Test
    void aSecondClickGivesTheSameFileAgain() throws Exception {
        open("doelen");
        trailDriver.flush();
        trail.clear();
        ExportFile first = menu().make(ExportForm.CSVW).orElseThrow();
        ExportFile second = menu().make(ExportForm.CSVW).orElseThrow();
        trailDriver.flush();

        assertThat(second.name()).isEqualTo(first.name());
        assertThat(tablesOf(unzipped(second))).isEqualTo(tablesOf(unzipped(first)));
        assertThat(trail.find(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 100)))
                .filteredOn(event -> event.action() == AuditAction.EXPORT)
                .hasSize(2);
    }

    @Test
    void downloadsThatAreBrokenOffHoldNothingUp() throws Exception {
        open("doelen");
        for (int download = 0; download < 3; download++) {
            assertThatThrownBy(() -> menu().download(ExportForm.XLSX).handleDownloadRequest(brokenOff()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Broken pipe");
        }

        assertThat(menu().make(ExportForm.XLSX)).isPresent();
    }

    /** A request of a browser that goes away as soon as the file comes. */
    private static DownloadEvent brokenOff() {
        OutputStream pipe = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        VaadinResponse response = (VaadinResponse) Proxy.newProxyInstance(
                VaadinResponse.class.getClassLoader(),
                new Class<?>[] {VaadinResponse.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getOutputStream" -> pipe;
                    default -> called.getReturnType() == boolean.class ? false : null;
                });
        return new DownloadEvent(VaadinRequest.getCurrent(), response, VaadinSession.getCurrent(), menu().getElement());
    }

    private static Map<String, String> tablesOf(Map<String, String> files) {
        Map<String, String> tables = new TreeMap<>(files);
        tables.keySet().removeIf(name -> !name.endsWith(".csv"));
        return tables;
    }

    @Test
    void withoutFiguresThereIsNothingToTakeAlong() {
        warehouse.goAway();
        open("ondermijning");

        assertThat(menu().make(ExportForm.PDF)).isEmpty();
        warehouse.comeBack();
    }

    @ParameterizedTest
    @CsvSource({"publicaties, publicaties-", "publicaties/archief, archief-"})
    void theListsOfEditionsAreTakenAlongWithoutTheirButtons(String address, String name) {
        editions.clear();
        open(address);
        assertThat(menu().make(ExportForm.XLSX)).as("an empty list").isEmpty();
        life.start(
                new EditionSubject(
                        new ReportId("tussenrapportage"),
                        new AreaCode("GM0935"),
                        Period.parse("2023").orElseThrow()),
                "");
        open("overzicht");
        open(address);

        assertThat(menu().make(ExportForm.XLSX).orElseThrow().name()).startsWith(name);
        JsonNode document = json();
        assertThat(document.get("herkomst").get("vertrouwelijkheid").asString())
                .as("concepts are for insiders")
                .isEqualTo("intern");
        assertThat(tables(document))
                .singleElement()
                .satisfies(table -> assertThat(table.toString())
                        .contains("Tussenrapportage", "2023", "concept")
                        .doesNotContain("Controleer"));
        editions.clear();
    }

    private static void open(String address) {
        UI.getCurrent().navigate(address.replaceAll("[?].*", ""), parameters(address));
    }

    private static QueryParameters parameters(String address) {
        int start = address.indexOf('?');
        return start < 0 ? QueryParameters.empty() : QueryParameters.fromString(address.substring(start + 1));
    }

    private static ExportMenu menu() {
        return (ExportMenu) Pages.byTestId("exporteren");
    }

    private JsonNode json() {
        return mapper.readTree(menu().make(ExportForm.JSON).orElseThrow().bytes());
    }

    private static List<JsonNode> tables(JsonNode document) {
        List<JsonNode> tables = new ArrayList<>();
        document.get("onderdelen")
                .valueStream()
                .flatMap(section -> section.get("blokken").valueStream())
                .forEach(block -> {
                    switch (block.get("soort").asString()) {
                        case "tabel" -> tables.add(block);
                        case "grafiek", "kaart" -> tables.add(block.get("tabel"));
                        default -> {
                            // no table
                        }
                    }
                });
        return tables;
    }

    private static JsonNode section(JsonNode document, String title) {
        return document.get("onderdelen")
                .valueStream()
                .filter(section -> section.get("titel").asString().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** The names of the indicators of which the file holds figures. */
    private static List<String> defined(JsonNode document) {
        return document.get("onderdelen")
                .valueStream()
                .filter(section -> section.get("titel").asString().equals("Wat wordt geteld"))
                .flatMap(section -> section.get("blokken").valueStream())
                .flatMap(block -> block.has("rijen") ? block.get("rijen").valueStream() : Stream.empty())
                .map(row -> row.get("kop").asString())
                .toList();
    }

    private static Map<String, String> unzipped(ExportFile file) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
