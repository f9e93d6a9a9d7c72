package nl.mjpmonitor.dashboard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import nl.mjpmonitor.dashboard.DashboardInMemory;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.PublishedFigures;
import nl.mjpmonitor.dashboard.TestAccounts;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.springframework.context.ConfigurableApplicationContext;

/** Pictures of the dashboard in every state, for a person to look at: {@code Screenshots <folder>}. */
public final class Screenshots {

    private static final int WIDE = 1440;
    private static final int NARROW = 390;

    private final Path folder;
    private final ConfigurableApplicationContext dashboard;
    private final String address;
    private final Browser browser;

    private Screenshots(Path folder, ConfigurableApplicationContext dashboard, Browser browser) {
        this.folder = folder;
        this.dashboard = dashboard;
        this.address = "http://127.0.0.1:" + dashboard.getEnvironment().getProperty("local.server.port");
        this.browser = browser;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (ConfigurableApplicationContext dashboard = DashboardInMemory.start(0);
                Playwright playwright = Browsers.playwright();
                Browser browser = Browsers.chromium(playwright)) {
            new Screenshots(folder, dashboard, browser).takeAll();
        }
    }

    private void takeAll() {
        try (BrowserContext stranger = context(WIDE, ColorScheme.LIGHT, "systeem")) {
            Page page = stranger.newPage();
            page.navigate(address + "/login");
            page.locator("input[name=username]").waitFor();
            shoot(page, "login");
            page.navigate(address + "/login?error");
            page.locator("input[name=username]").waitFor();
            page.setViewportSize(NARROW, 844);
            shoot(page, "login-error-390");
        }
        everything("1440", WIDE, ColorScheme.LIGHT, "systeem");
        everything("390", NARROW, ColorScheme.LIGHT, "systeem");
        everything("dark", WIDE, ColorScheme.DARK, "systeem");
        everything("contrast", WIDE, ColorScheme.LIGHT, "contrast");
        programme("1440", WIDE, ColorScheme.LIGHT, "systeem");
        programme("390", NARROW, ColorScheme.LIGHT, "systeem");
        programme("dark", WIDE, ColorScheme.DARK, "systeem");
        programme("contrast", WIDE, ColorScheme.LIGHT, "contrast");
        administration("1440", WIDE, ColorScheme.LIGHT, "systeem");
        administration("390", NARROW, ColorScheme.LIGHT, "systeem");
        administration("dark", WIDE, ColorScheme.DARK, "systeem");
        duiding();
        print();
        states();
    }

    private void everything(String name, int width, ColorScheme scheme, String display) {
        try (BrowserContext context = context(width, scheme, display)) {
            Page page = open(context, "");
            shoot(page, name);
            page.navigate(address + "/criminaliteit?gebied=GM0935&indicator=woninginbraak");
            page.locator("#indicator vaadin-chart .highcharts-series").first().waitFor();
            shoot(page, name + "-indicator");
            page.getByTestId("toon-tabel").locator("vaadin-details-summary").click();
            page.getByTestId("toon-definitie").locator("vaadin-details-summary").click();
            page.locator("#indicator")
                    .screenshot(new Locator.ScreenshotOptions().setPath(folder.resolve(name + "-indicator-open.png")));
        }
    }

    /** The overview, the goals, the search, the help and the accessibility statement. */
    private void programme(String name, int width, ColorScheme scheme, String display) {
        try (BrowserContext context = context(width, scheme, display)) {
            Page page = open(context, "");
            page.navigate(address + "/overzicht?gebied=GM0935");
            page.getByTestId("woninginbraak-waarde").waitFor();
            shoot(page, name + "-overzicht");
            page.locator("#zoekknop").click();
            page.locator("#zoek").fill("diefstal");
            page.getByTestId("zoek-vondst").first().waitFor();
            shoot(page, name + "-zoeken");
            page.keyboard().press("Escape");
            page.locator("#hulpknop").click();
            shoot(page, name + "-hulp");
            page.navigate(address + "/doelen?document=uitvoeringsplan-2024");
            page.getByTestId("up24-cter-trainingen-stand").waitFor();
            shoot(page, name + "-doelen");
            page.navigate(address + "/toegankelijkheid");
            page.locator("h1").waitFor();
            shoot(page, name + "-toegankelijkheid");
        }
    }

    private void administration(String name, int width, ColorScheme scheme, String display) {
        try (BrowserContext context = context(width, scheme, display)) {
            Page page = context.newPage();
            Browsers.logIn(page, address, TestAccounts.ADMINISTRATOR, TestAccounts.ADMINISTRATOR_PASSWORD);
            page.navigate(address + "/beheer?dagen=0");
            page.getByTestId("tabel-accounts").waitFor();
            shoot(page, name + "-beheer");
        }
    }

    private void duiding() {
        try (BrowserContext context = context(WIDE, ColorScheme.LIGHT, "systeem")) {
            Page page = open(context, "?indicator=woninginbraak");
            page.getByTestId("duiding-schrijven").click();
            page.getByTestId("duiding-invoer").locator("textarea").fill("<b>vet</b>");
            page.getByTestId("duiding-bewaren").click();
            page.waitForTimeout(600);
            page.getByTestId("duiding")
                    .screenshot(new Locator.ScreenshotOptions().setPath(folder.resolve("duiding-editor.png")));
        }
    }

    private void print() {
        try (BrowserContext context = context(WIDE, ColorScheme.DARK, "systeem")) {
            Page page = open(context, "?indicator=zakkenrollerij");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.waitForTimeout(500);
            page.pdf(new Page.PdfOptions()
                    .setPath(folder.resolve("print.pdf"))
                    .setPreferCSSPageSize(true)
                    .setPrintBackground(true));
            for (String view : List.of("overzicht", "doelen?document=uitvoeringsplan-2024")) {
                page.navigate(address + "/" + view);
                page.locator("main#inhoud h2").first().waitFor();
                page.pdf(new Page.PdfOptions()
                        .setPath(folder.resolve("print-" + view.split("\\?", 2)[0] + ".pdf"))
                        .setPreferCSSPageSize(true)
                        .setPrintBackground(true));
            }
        }
    }

    private void states() {
        InMemoryWarehouse warehouse = dashboard.getBean(InMemoryWarehouse.class);
        Areas areas = dashboard.getBean(Areas.class);
        try (BrowserContext context = context(WIDE, ColorScheme.LIGHT, "systeem")) {
            Page page = open(context, "");
            warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 5), 1);
            page.locator("[data-testid=nieuws] span").first().waitFor();
            shoot(page, "state-news");
            warehouse.goAway();
            page.getByTestId("melding").locator("p").waitFor();
            shoot(page, "state-stale");
            Page other = open(context, "?gebied=WK093500");
            shoot(other, "state-failed");
            other.close();
            warehouse.comeBack();
            page.getByTestId("melding").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            warehouse.clear();
            page.getByTestId("melding").locator("p").waitFor();
            shoot(page, "state-empty");
            PublishedFigures.fill(warehouse, areas, Instant.now().minusSeconds(3_600));
            for (int month = 1; month <= 12; month++) {
                warehouse.markProvisional(YearMonth.of(2023, month));
            }
            Page buurt = open(context, "?gebied=BU09350006&indicator=overval-bedrijf");
            shoot(buurt, "state-buurt");
            Page municipality = open(context, "?indicator=overval-bedrijf");
            shoot(municipality, "state-unknown");
        }
    }

    private BrowserContext context(int width, ColorScheme scheme, String display) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width == NARROW ? 844 : 900)
                .setColorScheme(scheme));
        context.addCookies(List.of(new Cookie("weergave", display).setUrl(address)));
        return context;
    }

    private Page open(BrowserContext context, String query) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> System.out.println(message.type() + ": " + message.text()));
        page.onPageError(error -> System.out.println("page error: " + error));
        if (context.pages().size() == 1) {
            Browsers.logIn(page, address);
        }
        page.navigate(address + "/criminaliteit" + query);
        page.locator("main#inhoud").waitFor();
        page.waitForTimeout(1_500);
        return page;
    }

    private void shoot(Page page, String name) {
        page.waitForTimeout(600);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setFullPage(false));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + "-full.png"))
                .setFullPage(true));
    }
}
