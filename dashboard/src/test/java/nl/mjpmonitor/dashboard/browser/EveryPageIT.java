package nl.mjpmonitor.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.DashboardInMemory;
import nl.mjpmonitor.dashboard.InMemoryDetections;
import nl.mjpmonitor.dashboard.InMemoryQuality;
import nl.mjpmonitor.dashboard.InMemorySignals;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.MadeUpFigures;
import nl.mjpmonitor.dashboard.TestAccounts;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.function.Executable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks every page that the router knows, so that a new view is covered by itself: accessible in every display, whole on a telephone,
 * loaded without an error, and standing when there are no figures or no warehouse. Keeps a picture of everything it sees under
 * {@code target/screenshots}, for a person to look at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int WIDE = 1440;
    private static final int NARROW = 390;

    /** What is left of a screen of 1280 pixels that is zoomed in to 400 % (WCAG 1.4.10). */
    private static final int ZOOMED = 320;

    private static final int HEIGHT = 900;

    /** A busy machine is no reason to fail. */
    private static final double LIMIT_MILLIS = 120_000;

    /** Who looks where everybody may. */
    private static final String USUAL_ROLE = "programmamanager";

    /** Views that show nothing of the warehouse themselves; what they stand in tells that it is away. */
    private static final Set<String> WITHOUT_FIGURES = Set.of(
            "AdministrationView", "ArchiveView", "EditionView", "PublicationsView", "SendingView", "SnapshotView");

    /** Views that neither show figures nor stand in the frame that tells of the warehouse. */
    private static final Set<String> BARE = Set.of("AccessibilityView", "LoginView", "NotFoundView");

    /** The server has said all, nothing is being fetched, and every chart is drawn within its own width and has its words. */
    private static final String IS_SETTLED = """
            () => {
              const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
              const isQuiet = clients.length > 0 && clients.every(client => !client.isActive?.());
              const isThere = document.querySelector('h1, vaadin-login-form') !== null;
              const isFetching = [...document.querySelectorAll('.notice-badge')]
                  .some(badge => badge.checkVisibility() && badge.textContent === 'Even geduld');
              const isDrawn = [...document.querySelectorAll('vaadin-chart')]
                  .filter(chart => chart.checkVisibility())
                  .every(chart => {
                    const picture = (chart.shadowRoot ?? chart).querySelector('#chart');
                    const drawing = picture?.querySelector('svg');
                    return drawing && picture.getAttribute('aria-label') !== ''
                        && drawing.getBoundingClientRect().width <= chart.clientWidth + 1;
                  });
              return isQuiet && isThere && !isFetching && isDrawn;
            }""";

    private static final String AFTER_TWO_FRAMES =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    /** A way in which a reader's screen shows colours. */
    private enum Look {
        LICHT(ColorScheme.LIGHT, "systeem", ForcedColors.NONE),
        DONKER(ColorScheme.DARK, "systeem", ForcedColors.NONE),
        CONTRAST(ColorScheme.LIGHT, "contrast", ForcedColors.NONE),
        SYSTEEMKLEUREN(ColorScheme.LIGHT, "systeem", ForcedColors.ACTIVE);

        private final ColorScheme scheme;
        private final String display;
        private final ForcedColors forced;

        Look(ColorScheme scheme, String display, ForcedColors forced) {
            this.scheme = scheme;
            this.display = display;
            this.forced = forced;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One page to look at.
     *
     * @param view simple name of its class
     * @param path address below the root
     * @param role who looks; empty when nobody has logged in
     */
    private record Stop(String view, String path, Optional<String> role) {

        String pictureName() {
            return path.isEmpty() ? "begin" : path.replaceAll("[^a-z0-9-]+", "_");
        }
    }

    private final Map<String, BrowserContext> contexts = new HashMap<>();
    private ServletWebServerApplicationContext dashboard;
    private Playwright playwright;
    private Browser browser;
    private String address;
    private List<Stop> stops = List.of();

    @BeforeAll
    void start() throws Exception {
        assumeTrue(Browsers.isThere(), "Needs Chromium at " + Browsers.executable() + " or at $MJP_BROWSER");
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MILLIS);
        Files.createDirectories(PICTURES);
        dashboard = (ServletWebServerApplicationContext) DashboardInMemory.start(0);
        YearMonth last = YearMonth.now(ZoneId.of("Europe/Amsterdam")).minusMonths(1);
        MadeUpFigures.fill(
                dashboard.getBean(InMemoryWarehouse.class), dashboard.getBean(IndicatorCatalogue.class), last);
        address = "http://127.0.0.1:" + dashboard.getEnvironment().getProperty("local.server.port");
        playwright = Browsers.playwright();
        browser = Browsers.chromium(playwright);
        stops = stops(establishMonth(last), startEdition());
    }

    @AfterAll
    void stop() {
        if (dashboard != null) {
            contexts.values().forEach(BrowserContext::close);
            browser.close();
            playwright.close();
            dashboard.close();
        }
    }

    /** Of a view with a choice in its path, and of one that has more than one face, the pages that stand for it. */
    private Map<String, List<String>> examples(String snapshot, String edition) {
        return Map.of(
                "AreasView", List.of("gebieden", "gebieden?gebied=BU09350006"),
                "CrimeView", List.of("criminaliteit", "criminaliteit?indicator=woninginbraak"),
                "EditionView", List.of("publicaties/" + edition),
                "GoalsView", List.of("doelen", "doelen?document=uitvoeringsplan-2024"),
                "IndicatorView", List.of("indicator/woninginbraak", "indicator/lwo-casussen?gebied=GM0935&korrel=jaar"),
                "PresentationView", List.of("maandbeeld/presentatie?scherm=1", "maandbeeld/presentatie?scherm=4"),
                "SnapshotView", List.of("maandbeeld/vastgesteld/" + snapshot),
                "ThemeRedirect", List.of("thema/ondermijning"),
                "ThemeView",
                        dashboard.getBean(IndicatorCatalogue.class).themes().stream()
                                .map(IndicatorTheme::id)
                                .filter(theme -> !theme.equals("criminaliteit"))
                                .toList());
    }

    private List<Stop> stops(String snapshot, String edition) {
        Map<String, List<String>> examples = examples(snapshot, edition);
        List<RouteData> routes = RouteConfiguration.forRegistry(
                        ApplicationRouteRegistry.getInstance(new VaadinServletContext(dashboard.getServletContext())))
                .getAvailableRoutes();
        assertThat(routes).as("the pages that the router knows").isNotEmpty();
        return Stream.concat(
                        routes.stream().flatMap(route -> stops(route, examples)),
                        Stream.of(new Stop("NotFoundView", "bestaat-niet", Optional.of(USUAL_ROLE))))
                .toList();
    }

    private static Stream<Stop> stops(RouteData route, Map<String, List<String>> examples) {
        Class<? extends Component> view = route.getNavigationTarget();
        String name = view.getSimpleName();
        List<String> paths = Optional.ofNullable(examples.get(name)).orElseGet(() -> List.of(route.getTemplate()));
        assertThat(paths)
                .as("%s has a choice in its path: name a page that stands for it among the examples", name)
                .noneMatch(path -> path.contains(":"));
        return paths.stream().map(path -> new Stop(name, path, role(view)));
    }

    private static Optional<String> role(Class<? extends Component> view) {
        if (view.isAnnotationPresent(AnonymousAllowed.class)) {
            return Optional.empty();
        }
        return Optional.ofNullable(view.getAnnotation(RolesAllowed.class))
                .map(allowed -> List.of(allowed.value()))
                .filter(roles -> !roles.contains(USUAL_ROLE.toUpperCase(Locale.ROOT)))
                .map(roles -> roles.getFirst().toLowerCase(Locale.ROOT))
                .or(() -> Optional.of(USUAL_ROLE));
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> everyPageIsAccessibleFitsItsScreenAndLoadsWhole() {
        return stops.stream().map(stop -> dynamicTest("/" + stop.path(), () -> inEveryLook(stop)));
    }

    private void inEveryLook(Stop stop) {
        try (Page page = blank(stop)) {
            PageCheck check = new PageCheck(page);
            open(page, stop);
            // Chromium goes on drawing the rules of tables in the colours of the system once it has been told to use
            // those
            List<Executable> checks = Stream.of(NARROW, WIDE)
                    .flatMap(width -> Stream.of(Look.values())
                            // colours do not depend on the width
                            .filter(look -> width == WIDE || look == Look.LICHT)
                            .<Executable>map(look -> () -> inOneLook(page, check, stop, width, look)))
                    .toList();
            assertAll(
                    stop.path(),
                    Stream.of(
                                    Stream.<Executable>of(() -> print(page, check, stop)),
                                    checks.stream(),
                                    Stream.<Executable>of(
                                            () -> zoomedIn(page, check),
                                            () -> assertStandsWhenTheWarehouseGoesAway(page, stop),
                                            check::assertNoComplaints))
                            .flatMap(all -> all));
        }
    }

    private static void inOneLook(Page page, PageCheck check, Stop stop, int width, Look look) {
        page.setViewportSize(width, HEIGHT);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(look.scheme).setForcedColors(look.forced));
        page.evaluate("display => { document.documentElement.dataset.weergave = display; }", look.display);
        settle(page);
        if (look == Look.LICHT || look == Look.DONKER) {
            picture(page, stop.pictureName() + "-" + width + "-" + look.word());
        }
        // what is on the page is the same in every look
        if (look == Look.LICHT) {
            check.assertAccessible();
            check.assertFitsTheScreen();
        } else {
            check.assertColoursAccessible();
        }
    }

    private static void zoomedIn(Page page, PageCheck check) {
        page.setViewportSize(ZOOMED, HEIGHT);
        settle(page);
        check.assertFitsTheScreen();
    }

    /** On paper everything stands whole, also what was drawn for a narrow screen. */
    private static void print(Page page, PageCheck check, Stop stop) {
        page.setViewportSize(NARROW, HEIGHT);
        settle(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(WIDE, HEIGHT);
        settle(page);
        assertThat(page.locator("h1, vaadin-login-form").first()).isVisible();
        check.assertChartsStandWhole();
        page.pdf(new Page.PdfOptions()
                .setPath(PICTURES.resolve(stop.pictureName() + ".pdf"))
                .setPreferCSSPageSize(true)
                .setPrintBackground(true));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /** What was read stays, and the page says that it may not hold any more; afterwards it goes on by itself. */
    private void assertStandsWhenTheWarehouseGoesAway(Page page, Stop stop) {
        if (BARE.contains(stop.view())) {
            return;
        }
        String title = page.locator("h1").first().textContent();
        goAway();
        try {
            assertThat(notice(page, stop)).isVisible();
            assertThat(page.locator("h1").first()).hasText(title);
        } finally {
            comeBack();
        }
        assertThat(notice(page, stop)).isHidden();
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> everyPageOpensWithoutTheWarehouseAndSaysSo() {
        return oneOfEachView()
                .map(stop -> dynamicTest("/" + stop.path(), () -> {
                    goAway();
                    try {
                        assertStandsAndSays(stop, "zonder-datawarehouse");
                    } finally {
                        comeBack();
                    }
                }));
    }

    /** The last, because nothing fills the warehouse again. */
    @TestFactory
    @Order(3)
    Stream<DynamicTest> everyPageOpensOnAnEmptyWarehouse() {
        dashboard.getBean(InMemoryWarehouse.class).clear();
        dashboard.getBean(InMemorySignals.class).clear();
        dashboard.getBean(InMemoryQuality.class).clear();
        dashboard.getBean(InMemoryDetections.class).hold(List.of(), List.of());
        return oneOfEachView().map(stop -> dynamicTest("/" + stop.path(), () -> assertStandsAndSays(stop, "leeg")));
    }

    private Stream<Stop> oneOfEachView() {
        Set<String> seen = new HashSet<>();
        return stops.stream().filter(stop -> seen.add(stop.view()));
    }

    private void assertStandsAndSays(Stop stop, String state) {
        try (Page page = blank(stop)) {
            PageCheck check = new PageCheck(page);
            page.setViewportSize(WIDE, HEIGHT);
            open(page, stop);
            Executable says = () -> {
                if (state.equals("leeg")) {
                    assertThat(page.locator("h1, vaadin-login-form").first()).isVisible();
                } else if (!BARE.contains(stop.view())) {
                    assertThat(notice(page, stop)).isVisible();
                }
            };
            assertAll(
                    stop.path(),
                    says,
                    () -> assertThat(page.getByText("Er ging iets mis")).isHidden(),
                    () -> picture(page, stop.pictureName() + "-" + state),
                    check::assertAccessible,
                    () -> {
                        page.setViewportSize(NARROW, HEIGHT);
                        settle(page);
                        check.assertFitsTheScreen();
                    },
                    check::assertNoComplaints);
        }
    }

    /** Where a page says that the figures are not there or not the newest. */
    private static Locator notice(Page page, Stop stop) {
        return WITHOUT_FIGURES.contains(stop.view())
                ? page.getByTestId("stand-badge")
                : page.locator("[data-testid=melding], [data-testid=signalen-melding]")
                        .first();
    }

    private void goAway() {
        dashboard.getBean(InMemoryWarehouse.class).goAway();
        dashboard.getBean(InMemorySignals.class).goAway();
        dashboard.getBean(InMemoryQuality.class).goAway();
        dashboard.getBean(InMemoryDetections.class).goAway();
    }

    /** The sources went on meanwhile: with them nothing is late, however long all pages take. */
    private void comeBack() {
        dashboard.getBean(InMemoryWarehouse.class).hearFromAll();
        dashboard.getBean(InMemoryWarehouse.class).comeBack();
        dashboard.getBean(InMemorySignals.class).comeBack();
        dashboard.getBean(InMemoryQuality.class).comeBack();
        dashboard.getBean(InMemoryDetections.class).comeBack();
    }

    private Page blank(Stop stop) {
        return contexts.computeIfAbsent(stop.role().orElse(""), this::context).newPage();
    }

    private BrowserContext context(String role) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDE, HEIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("nl-NL"));
        if (!role.isEmpty()) {
            try (Page page = context.newPage()) {
                Browsers.logIn(page, address, role, TestAccounts.ADMINISTRATOR_PASSWORD);
            }
        }
        return context;
    }

    private void open(Page page, Stop stop) {
        page.navigate(address + "/" + stop.path());
        settle(page);
    }

    private static void settle(Page page) {
        page.waitForFunction(IS_SETTLED, null, new Page.WaitForFunctionOptions().setTimeout(LIMIT_MILLIS));
        page.evaluate(AFTER_TWO_FRAMES);
        page.waitForFunction(IS_SETTLED, null, new Page.WaitForFunctionOptions().setTimeout(LIMIT_MILLIS));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setFullPage(true));
    }

    /** Establishes a Maandbeeld as the driehoek does, and returns its number. */
    private String establishMonth(YearMonth month) {
        try (Page page = contexts.computeIfAbsent("driehoek", this::context).newPage()) {
            page.navigate(address + "/maandbeeld?gebied=GM0935&maand=" + month);
            page.getByTestId("onderwerpen-bewaren").click();
            page.getByTestId("vaststellen").click();
            page.getByTestId("vaststellen-zeker").click();
            Locator kept = page.getByTestId("vastgesteld").locator("a").first();
            kept.waitFor();
            String target = kept.getAttribute("href");
            return target.substring(target.lastIndexOf('/') + 1);
        }
    }

    /** Starts a report as an analyst does, and returns its number. */
    private String startEdition() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/publicaties"))
                .header("Authorization", "Bearer " + TestAccounts.ANALYST_TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"rapport\": \"tussenrapportage\", \"gebied\": \"GM0935\", \"periode\": \"2023\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return JsonMapper.shared().readTree(answer.body()).get("id").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
