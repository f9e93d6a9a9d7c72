package nl.mjpmonitor.ops.chain;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import nl.mjpmonitor.ops.launcher.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person signs in, reads the table, and sees a change made at the source appear without a reload. Keeps screenshots for review. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);
    private static final String BINNENSTAD = "BU09350000";
    private static final double LIMIT_MILLIS = Until.LIMIT.toSeconds() * 1000.0;

    private final Stack stack;
    private Playwright playwright;
    private Page page;
    private final List<String> said = new CopyOnWriteArrayList<>();

    DashboardIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeAll
    void openBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(1440, 1000).setLocale("nl-NL"));
        page.setDefaultTimeout(LIMIT_MILLIS);
        page.onConsoleMessage(message -> said.add(message.type() + ": " + message.text()));
        page.onPageError(said::add);
        page.onRequestFailed(request -> said.add("not loaded: " + request.url() + " " + request.failure()));
    }

    /** What the page looked like and what the browser said, for whoever has to find out why the test failed. */
    @AfterEach
    void keepWhatWasSeen() throws IOException {
        screenshot("aan-het-eind");
        Files.write(SCREENSHOTS.resolve("console.txt"), said);
    }

    @AfterAll
    void closeBrowser() {
        playwright.close();
    }

    @Test
    void aChangeAtTheSourceAppearsOnTheOpenPage() throws Exception {
        logIn(stack.accounts().getFirst());
        page.navigate(stack.dashboardAddress().resolve("/criminaliteit").toString());

        Locator total = page.getByTestId("zakkenrollerij-2023").first();
        assertThat(total).hasText("341", longWait());
        assertThat(page.getByTestId("overval-bedrijf-2021").first()).hasText("onbekend");
        assertThat(page.getByTestId("zakkenrollerij-procent").first()).hasText("9%");
        assertThat(page.getByTestId("trend-zakkenrollerij")
                        .locator(".highcharts-series")
                        .first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LIMIT_MILLIS));
        screenshot("criminaliteit");
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .as("what axe finds")
                .isEmpty();

        page.evaluate("window.isTheSamePage = true");
        try (PoliceRegister register = new PoliceRegister(stack)) {
            long registration = register.idOf("A40", BINNENSTAD, DECEMBER);
            int before = register.countOf(registration);
            register.restate(registration, before + 100);
            assertThat(total).hasText("441", longWait());
            screenshot("criminaliteit-gewijzigd");
            register.restate(registration, before);
            assertThat(total).hasText("341", longWait());
        }
        assertThat(page.evaluate("window.isTheSamePage")).as("no reload").isEqualTo(true);
    }

    private void logIn(DemoAccount account) {
        page.navigate(stack.dashboardAddress().resolve("/").toString());
        page.locator("input[name=username]").fill(account.name());
        page.locator("input[name=password]").fill(account.password());
        screenshot("aanmelden");
        page.locator("vaadin-login-form vaadin-button").first().click();
        page.locator("main#inhoud").waitFor();
    }

    private void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static LocatorAssertions.HasTextOptions longWait() {
        return new LocatorAssertions.HasTextOptions().setTimeout(LIMIT_MILLIS);
    }

    private static Path executable() {
        String chosen = System.getenv("MJP_BROWSER");
        return Path.of(chosen == null ? "/usr/bin/chromium" : chosen);
    }
}
