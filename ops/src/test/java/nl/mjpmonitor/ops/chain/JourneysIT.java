package nl.mjpmonitor.ops.chain;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three readers do what they come for, from logging in to the end, on the figures of the demonstration. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneysIT {

    private static final Locale DUTCH = Locale.of("nl");
    private static final Pattern PLACE = Pattern.compile("scherm (\\d+) van (\\d+)");
    private static final String BURGLARY = "woninginbraak";
    private static final String CONFIDENTIAL = "mot-casussen";

    private final Stack stack;
    private final IndicatorCatalogue catalogue = IndicatorCatalogue.load();
    private final Visit.Chromium chromium = Visit.Chromium.launch();

    JourneysIT(Stack stack) {
        this.stack = stack;
        PlaywrightAssertions.setDefaultAssertionTimeout(Visit.LIMIT_MILLIS);
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void theDriehoekMeets() {
        String month;
        String topic;
        String said = "Twee reeksen aan de westkant, inmiddels opgelost.";
        try (Visit analyst = visit("analist")) {
            analyst.open("/maandbeeld");
            Locator article = firstTopic(analyst.page());
            topic = topicOf(article);
            month = analyst.page().locator("h1").textContent();
            write(article, said);
        }
        try (Visit manager = visit("programmamanager")) {
            manager.open("/maandbeeld");
            establish(manager.page().getByTestId("onderwerp-" + topic), said);
        }
        try (Visit mayor = visit("driehoek")) {
            Page page = mayor.page();
            assertThat(page.locator("h1")).hasText("Overzicht Maastricht");
            mayor.look("driehoek-1-overzicht");

            open(page, "Maandbeeld");
            assertThat(page.locator("h1")).hasText(month);
            Locator discussed = page.getByTestId("onderwerp-" + topic);
            assertThat(discussed).containsText(said);
            mayor.look("driehoek-2-maandbeeld");

            page.getByTestId("presenteren").focus();
            page.keyboard().press("Enter");
            goThroughTheAgenda(mayor, said);
            page.keyboard().press("Escape");
            assertThat(page).hasURL(Pattern.compile("/maandbeeld\\?"));

            discussed.locator("a.indicator-link").first().focus();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/indicator/" + topic));
            assertThat(page.locator("h1")).hasText(name(topic));
            assertThat(card(page.getByTestId("duiding"), said)).containsText("vastgesteld");
            mayor.look("driehoek-5-indicator");
        }
    }

    /** All screens by the keyboard alone, and what the letters do. */
    private static void goThroughTheAgenda(Visit mayor, String said) {
        Page page = mayor.page();
        Locator place = page.getByTestId("plaats");
        assertThat(place).containsText(Pattern.compile("scherm 1 van \\d+"));
        Matcher counted = PLACE.matcher(place.textContent());
        assertThat(counted.find()).isTrue();
        int screens = Integer.parseInt(counted.group(2));
        boolean isRead = false;
        for (int screen = 1; screen <= screens; screen++) {
            assertThat(place).containsText("scherm " + screen + " van " + screens);
            mayor.look("driehoek-3-scherm-" + screen);
            isRead |= page.getByTestId("scherm").textContent().contains(said);
            page.keyboard().press(screen % 2 == 0 ? "PageDown" : "ArrowRight");
        }
        assertThat(isRead).as("the duiding is on a screen").isTrue();
        assertThat(place).containsText("scherm " + screens + " van " + screens);

        page.keyboard().press("Home");
        assertThat(place).containsText("scherm 1 van");
        for (int screen = 2; screen <= 4; screen++) {
            page.keyboard().press("ArrowRight");
            assertThat(place).containsText("scherm " + screen + " van");
        }
        Locator stage = page.getByTestId("scherm");
        assertThat(stage.locator("vaadin-chart")).isVisible();
        page.keyboard().press("t");
        assertThat(stage.locator("table")).isVisible();
        assertThat(stage.locator("vaadin-chart")).isHidden();
        mayor.look("driehoek-4-tabel");
        page.keyboard().press("b");
        assertThat(page.getByTestId("zwart")).isVisible();
        page.keyboard().press("b");
        assertThat(page.getByTestId("zwart")).isHidden();
        page.keyboard().press("Shift+?");
        assertThat(page.getByTestId("hulp-tekst")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByTestId("hulp-tekst")).isHidden();
    }

    @Test
    void theProgrammeManagerHasAWeek() {
        String said = "De daling volgt op het donkeredagenoffensief.";
        String own = "Let op: de cijfers van dit jaar zijn nog voorlopig.";
        try (Visit manager = visit("programmamanager")) {
            Page page = manager.page();
            manager.look("manager-1-overzicht");

            open(page, "Signalen");
            manager.look("manager-2-signalen");
            Locator unseen = page.getByTestId("signaal-gezien").first();
            String id = unseen.locator("xpath=ancestor::li[@data-testid][1]").getAttribute("data-testid");
            Locator signal = page.getByTestId(id);
            unseen.click();
            assertThat(signal.getByTestId("signaal-toestand")).hasText("gezien");
            signal.getByTestId("signaal-toelichten").click();
            signal.getByTestId("signaal-tekst").locator("textarea").fill("Besproken met het basisteam.");
            signal.getByTestId("signaal-bewaren").click();
            assertThat(signal.getByTestId("signaal-toestand")).hasText("toegelicht");
            assertThat(signal.getByTestId("signaal-geschiedenis")).containsText("Besproken met het basisteam.");
            manager.look("manager-3-signaal-toegelicht");
        }
        try (Visit analyst = visit("analist")) {
            analyst.open("/indicator/" + BURGLARY + "?gebied=GM0935&korrel=jaar&tot=2023-12");
            write(analyst.page().getByTestId("duiding"), said);
        }
        try (Visit manager = visit("programmamanager")) {
            Page page = manager.page();
            manager.open("/indicator/" + BURGLARY + "?gebied=GM0935&korrel=jaar&tot=2023-12");
            Locator panel = page.getByTestId("duiding");
            establish(panel, said);
            write(panel, own);
            assertThat(card(panel, own)).containsText("Iemand anders stelt uw tekst vast.");
            manager.look("manager-4-duiding");

            open(page, "Doelen");
            assertThat(page.locator("h1")).hasText("Doelen en acties");
            assertThat(page.locator("main h2").first()).isVisible();
            manager.look("manager-5-doelen");

            open(page, "Datakwaliteit");
            assertThat(page.getByTestId("oordeel")).not().isEmpty();
            assertThat(page.getByTestId("tabel-vergelijking")).isVisible();
            manager.look("manager-6-datakwaliteit");
        }
    }

    @Test
    void aCouncillorAsksAQuestion() throws Exception {
        try (Visit councillor = visit("raad")) {
            Page page = councillor.page();
            assertThat(page.locator("vaadin-side-nav").first()).containsText("Maandbeeld");
            assertThat(page.locator("vaadin-side-nav").getByText("Datakwaliteit"))
                    .hasCount(0);
            assertThat(page.locator("vaadin-side-nav").getByText("Beheer")).hasCount(0);
            councillor.look("raad-1-overzicht");

            page.keyboard().press("Control+k");
            assertThat(page.locator("#zoek")).isFocused();
            page.keyboard().type(BURGLARY);
            assertThat(page.getByTestId("zoek-vondst").first()).containsText(name(BURGLARY));
            councillor.look("raad-2-zoeken");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText(name(BURGLARY));
            assertThat(page.getByTestId("duiding-schrijven")).isHidden();

            councillor.open("/indicator/" + BURGLARY + "?gebied=GM0935&korrel=jaar&van=2019-01&tot=2023-12");
            page.getByTestId("toon-tabel").locator("vaadin-details-summary").click();
            assertThat(page.getByTestId(BURGLARY + "-2023")).hasText("193");
            page.getByTestId("exporteren").locator("vaadin-details-summary").click();
            councillor.look("raad-3-indicator");
            Download file =
                    page.waitForDownload(() -> page.getByTestId("export-csv").click());
            assertThat(onScreen(page, List.of("2019", "2020", "2021", "2022", "2023")))
                    .isEqualTo(inFile(file))
                    .isEqualTo(Map.of("2019", "357", "2020", "222", "2021", "130", "2022", "167", "2023", "193"));

            assertHidden(councillor);
        }
    }

    /** What is not for the council is not there: not by its address, not in the search, not in the API, not as a file. */
    private void assertHidden(Visit councillor) throws IOException, InterruptedException {
        Page page = councillor.page();
        for (String address : List.of("/indicator/" + CONFIDENTIAL, "/datakwaliteit", "/beheer")) {
            councillor.open(address);
            assertThat(page.locator("h1")).hasText("Deze pagina bestaat niet");
        }
        councillor.look("raad-4-niet-gevonden");
        councillor.open("/overzicht");
        assertThat(page.locator("h1")).hasText("Overzicht Maastricht");
        page.keyboard().press("Control+k");
        assertThat(page.locator("#zoek")).isFocused();
        page.keyboard().type(CONFIDENTIAL);
        assertThat(page.getByTestId("zoek-uitkomst")).containsText("Niets gevonden");

        List<String> open = ask("/api/v1/indicatoren", 200)
                .path("indicatoren")
                .valueStream()
                .map(indicator -> indicator.path("id").asString())
                .toList();
        assertThat(open)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(catalogue.indicators().stream()
                        .filter(indicator -> indicator.confidentiality() == Confidentiality.OPENBAAR)
                        .map(indicator -> indicator.id().value())
                        .toList());
        ask("/api/v1/indicatoren/" + CONFIDENTIAL + "/reeks", 404);
        ask("/api/v1/indicatoren/" + CONFIDENTIAL + "/reeks?formaat=csv", 404);
    }

    private Visit visit(String role) {
        return Visit.of(chromium, stack, role);
    }

    private String name(String indicator) {
        return require(indicator).name().in(DUTCH);
    }

    private Indicator require(String indicator) {
        return catalogue.find(new IndicatorId(indicator)).orElseThrow();
    }

    /** Follows the menu. */
    private static void open(Page page, String view) {
        page.locator("vaadin-side-nav-item")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(view).setExact(true))
                .click();
        assertThat(page.locator("h1")).containsText(view);
    }

    private static Locator firstTopic(Page page) {
        return page.locator("article[data-testid^=onderwerp-]").first();
    }

    private static String topicOf(Locator article) {
        return article.getAttribute("data-testid").substring("onderwerp-".length());
    }

    private static void write(Locator panel, String text) {
        panel.getByTestId("duiding-schrijven").click();
        panel.getByTestId("duiding-invoer").locator("textarea").fill(text);
        panel.getByTestId("duiding-bewaren").click();
        assertThat(card(panel, text)).containsText("concept");
    }

    private static void establish(Locator panel, String text) {
        card(panel, text).getByTestId("duiding-vaststellen").click();
        assertThat(card(panel, text).locator(".duiding-state").first()).hasText("vastgesteld");
    }

    private static Locator card(Locator panel, String text) {
        return panel.locator("li.duiding-card").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Map<String, String> onScreen(Page page, List<String> years) {
        Map<String, String> figures = new LinkedHashMap<>();
        years.forEach(year -> figures.put(
                year,
                page.getByTestId(BURGLARY + "-" + year).textContent().strip().replace(".", "")));
        return figures;
    }

    private static Map<String, String> inFile(Download file) throws IOException {
        List<List<String>> records = Files.readString(file.path(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        int period = records.getFirst().indexOf("periode");
        int value = records.getFirst().indexOf("waarde");
        Map<String, String> figures = new LinkedHashMap<>();
        records.stream().skip(1).forEach(fields -> figures.put(fields.get(period), fields.get(value)));
        return figures;
    }

    private JsonNode ask(String path, int status) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stack.dashboardAddress().resolve(path))
                .header(
                        "Authorization",
                        "Bearer " + Visit.account(stack, "raad").token())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            return JsonMapper.shared().readTree(answer.body());
        }
    }
}
