package nl.mjpmonitor.dashboard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.mjpmonitor.dashboard.DashboardInMemory;
import nl.mjpmonitor.dashboard.TestAccounts;
import org.springframework.context.ConfigurableApplicationContext;

/** Pictures of the Maandbeeld, its presentation and its paper, for a person to look at: {@code ReviewScreenshots <folder>}. */
public final class ReviewScreenshots {

    private static final int WIDE = 1440;
    private static final int NARROW = 390;
    private static final String MONTH = "?maand=2023-12&gebied=GM0935";

    private final Path folder;
    private final String address;
    private final Browser browser;

    private ReviewScreenshots(Path folder, String address, Browser browser) {
        this.folder = folder;
        this.address = address;
        this.browser = browser;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (ConfigurableApplicationContext dashboard = DashboardInMemory.start(0);
                Playwright playwright = Browsers.playwright();
                Browser browser = Browsers.chromium(playwright)) {
            String port = dashboard.getEnvironment().getProperty("local.server.port");
            new ReviewScreenshots(folder, "http://127.0.0.1:" + port, browser).takeAll();
        }
    }

    private void takeAll() {
        try (BrowserContext context = context(WIDE, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> System.out.println(message.type() + ": " + message.text()));
            Browsers.logIn(page, address, "driehoek", TestAccounts.ADMINISTRATOR_PASSWORD);
            open(page, "/maandbeeld" + MONTH);
            shoot(page, "1440", true);
            page.getByTestId("onderwerpen-bewaren").click();
            page.locator("[data-testid^=besluit-gevraagd-][data-testid$=-wijzigen]")
                    .first()
                    .click();
            page.waitForTimeout(800);
            shoot(page, "1440-editor", true);
            page.getByTestId("vaststellen").click();
            page.getByTestId("vaststellen-zeker").click();
            page.getByTestId("bericht").waitFor();
            page.getByTestId("vastgesteld").locator("a").first().click();
            page.getByTestId("vingerafdruk").waitFor();
            shoot(page, "1440-snapshot", true);
            presentation(page, "present");
            open(page, "/maandbeeld" + MONTH);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.waitForTimeout(500);
            page.pdf(new Page.PdfOptions()
                    .setPath(folder.resolve("maandbeeld.pdf"))
                    .setPreferCSSPageSize(true)
                    .setPrintBackground(true));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            open(page, "/maandbeeld?maand=2025-06&gebied=GM0935");
            shoot(page, "1440-empty", true);
        }
        pictures(NARROW, ColorScheme.LIGHT, "390");
        pictures(WIDE, ColorScheme.DARK, "dark");
    }

    private void pictures(int width, ColorScheme scheme, String name) {
        try (BrowserContext context = context(width, scheme)) {
            Page page = context.newPage();
            Browsers.logIn(page, address, "driehoek", TestAccounts.ADMINISTRATOR_PASSWORD);
            open(page, "/maandbeeld" + MONTH + "&alles=hic");
            System.out.println(name + " scroll width "
                    + page.evaluate("document.documentElement.scrollWidth + ' of ' + innerWidth"));
            shoot(page, name, true);
            page.navigate(address + "/maandbeeld/presentatie" + MONTH + "&scherm=4");
            page.locator(".highcharts-series").first().waitFor();
            shoot(page, name + "-present", false);
        }
    }

    private void presentation(Page page, String name) {
        page.setViewportSize(1600, 900);
        page.navigate(address + "/maandbeeld/presentatie" + MONTH + "&scherm=1");
        page.getByTestId("plaats").waitFor();
        for (int screen = 1; screen <= 11; screen++) {
            page.waitForTimeout(1_200);
            shoot(page, name + "-" + screen, false);
            page.keyboard().press("ArrowRight");
        }
        page.keyboard().press("Home");
        page.waitForTimeout(600);
        for (int step = 0; step < 3; step++) {
            page.keyboard().press("PageDown");
            page.waitForTimeout(600);
        }
        page.keyboard().press("t");
        page.keyboard().press("Shift+?");
        page.waitForTimeout(800);
        shoot(page, name + "-table-help", false);
        page.setViewportSize(WIDE, 900);
    }

    private void open(Page page, String path) {
        page.navigate(address + path);
        page.locator("main#inhoud").waitFor();
        page.getByTestId("gegevens").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        page.waitForTimeout(1_500);
    }

    private void shoot(Page page, String name, boolean isWhole) {
        page.waitForTimeout(600);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setFullPage(isWhole));
    }

    private BrowserContext context(int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width == NARROW ? 844 : 900)
                .setColorScheme(scheme));
        context.addCookies(List.of(new Cookie("weergave", "systeem").setUrl(address)));
        return context;
    }
}
