package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import nl.mjpmonitor.ops.launcher.Stack;

/**
 * Somebody in front of the dashboard. Every stop is looked at: axe finds nothing and a picture is kept under
 * {@code target/screenshots}. Errors in the console fail the visit when it ends.
 */
final class Visit implements AutoCloseable {

    /** A playwright with one Chromium as the system has it; nothing is downloaded. */
    record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

        static Chromium launch() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Chromium(
                    playwright,
                    playwright
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
                                            "--disable-sync"))));
        }

        private static Path executable() {
            String chosen = System.getenv("MJP_BROWSER");
            return Path.of(chosen == null ? "/usr/bin/chromium" : chosen);
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    /** Longest wait for something to come on the screen. */
    static final double LIMIT_MILLIS = Until.LIMIT.toMillis();

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** The server has said all, and every chart is drawn and has its words. */
    private static final String IS_QUIET = """
            () => {
              const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
              return clients.length > 0 && clients.every(client => !client.isActive?.())
                  && [...document.querySelectorAll('vaadin-chart')]
                      .filter(chart => chart.checkVisibility())
                      .every(chart => {
                        const picture = (chart.shadowRoot ?? chart).querySelector('#chart');
                        return picture?.querySelector('svg') && picture.getAttribute('aria-label') !== '';
                      });
            }""";

    private final BrowserContext context;
    private final Stack stack;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visit(BrowserContext context, Stack stack) {
        this.context = context;
        this.stack = stack;
        this.page = context.newPage();
        page.setDefaultTimeout(LIMIT_MILLIS);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    /** The one with this role logs in. */
    static Visit of(Chromium chromium, Stack stack, String role) {
        Visit visit = new Visit(
                chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(1440, 1000)
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setLocale("nl-NL")),
                stack);
        visit.logIn(account(stack, role));
        return visit;
    }

    static DemoAccount account(Stack stack, String role) {
        return stack.accounts().stream()
                .filter(account -> account.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    private void logIn(DemoAccount account) {
        open("/");
        page.locator("input[name=username]").fill(account.name());
        page.locator("input[name=password]").fill(account.password());
        page.locator("vaadin-login-form vaadin-button").first().click();
        page.locator("main#inhoud").waitFor();
    }

    Page page() {
        return page;
    }

    void open(String address) {
        page.navigate(stack.dashboardAddress().resolve(address).toString());
    }

    /** Looks at what is on the screen now: a picture of it, and nothing for axe to find. */
    void look(String name) {
        page.waitForFunction(IS_QUIET);
        picture(name);
        AxeRunOptions options = new AxeRunOptions();
        // what it found to be right fills megabytes, and is not read
        options.setResultTypes(List.of("violations"));
        assertThat(new AxeBuilder(page)
                        .options(options)
                        .withTags(WCAG)
                        // in one go: there are no frames
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations())
                .extracting(found -> found.getId() + ": "
                        + found.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getTarget() + " " + node.getHtml())
                                .toList())
                .as("what axe finds at %s", name)
                .isEmpty();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complains of").isEmpty();
    }
}
