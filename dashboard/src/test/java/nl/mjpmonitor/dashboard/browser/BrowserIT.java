package nl.mjpmonitor.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import nl.mjpmonitor.dashboard.DashboardInMemory;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The dashboard as it is shipped, in Chromium: what opens on a page, keyboard, live figures, language, login. {@link EveryPageIT} walks
 * the pages.
 */
class BrowserIT {

    private static ConfigurableApplicationContext dashboard;
    private static Playwright playwright;
    private static Browser browser;
    private static String address;

    private BrowserContext context;
    private Page page;
    private PageCheck check;

    @BeforeAll
    static void start() {
        assumeTrue(Browsers.isThere(), "Needs Chromium at " + Browsers.executable() + " or at $MJP_BROWSER");
        // a busy machine is no reason to fail
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        dashboard = DashboardInMemory.start(0);
        address = "http://127.0.0.1:" + dashboard.getEnvironment().getProperty("local.server.port");
        playwright = Browsers.playwright();
        browser = Browsers.chromium(playwright);
    }

    @AfterAll
    static void stop() {
        if (dashboard != null) {
            browser.close();
            playwright.close();
            dashboard.close();
        }
    }

    @BeforeEach
    void openContext() {
        open(1440, ColorScheme.LIGHT, "systeem");
    }

    @AfterEach
    void closeContext() {
        context.close();
        check.assertNoComplaints();
    }

    private void open(int width, ColorScheme scheme, String display) {
        if (context != null) {
            context.close();
        }
        context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        context.addCookies(List.of(new Cookie("weergave", display).setUrl(address)));
        page = context.newPage();
        check = new PageCheck(page);
    }

    @Test
    void theLoginIsAccessibleAndDutch() {
        page.navigate(address + "/login?error");
        page.locator("input[name=username]").waitFor();
        assertThat(page.locator("html")).hasAttribute("lang", "nl");
        assertThat(page.getByText("De naam of het wachtwoord klopt niet")).isVisible();
        check.assertAccessible();
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, systeem", "1440, DARK, systeem", "1440, LIGHT, contrast", "390, LIGHT, systeem"})
    void theViewIsAccessible(int width, ColorScheme scheme, String display) {
        open(width, scheme, display);
        Browsers.logIn(page, address);
        page.navigate(address + "/criminaliteit?gebied=GM0935&indicator=overval-bedrijf");
        page.getByTestId("toon-tabel").locator("vaadin-details-summary").click();
        page.getByTestId("toon-definitie").locator("vaadin-details-summary").click();
        page.locator("#indicator .highcharts-point").first().waitFor();
        assertThat(page.getByTestId("overval-bedrijf-2021")).containsText("onbekend");
        check.assertAccessible();
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, systeem", "1440, DARK, systeem", "1440, LIGHT, contrast", "390, LIGHT, systeem"})
    void aThemeIsAccessible(int width, ColorScheme scheme, String display) {
        open(width, scheme, display);
        Browsers.logIn(page, address);
        page.navigate(address + "/ondermijning");
        page.locator("#groep-trechter vaadin-details-summary").click();
        page.locator("#groep-trechter dl").first().waitFor();
        check.assertAccessible();
    }

    @Test
    void theStatementIsForEverybody() {
        page.navigate(address + "/toegankelijkheid");
        assertThat(page.locator("h1")).hasText("Toegankelijkheidsverklaring");
    }

    @Test
    void theSearchOpensAndChoosesWithTheKeyboard() {
        Browsers.logIn(page, address);
        page.navigate(address + "/overzicht");
        page.getByTestId("woninginbraak-waarde").waitFor();
        page.keyboard().press("Control+k");
        assertThat(page.locator("#zoek")).isFocused();
        page.keyboard().type("doelen");
        assertThat(page.getByTestId("zoek-vondst").first()).containsText("Doelen");
        check.assertAccessible();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/doelen"));
    }

    @Test
    void theKeyboardSkipsToTheContent() {
        Browsers.logIn(page, address);
        page.navigate(address + "/criminaliteit");
        page.getByTestId("woninginbraak-2023").waitFor();
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip-link")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main#inhoud")).isFocused();
    }

    @Test
    void anIndicatorOpensWithTheKeyboardAndTakesTheFocus() {
        Browsers.logIn(page, address);
        page.navigate(address + "/criminaliteit");
        Locator link = page.getByTestId("tabel-hic").getByText("Straatroof");
        link.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#kop-indicator")).isFocused();
        assertThat(page).hasURL(Pattern.compile("indicator=straatroof"));
        assertThat(page).hasURL(Pattern.compile("gebied=GM0935"));
    }

    @Test
    void aChangeReachesTheOpenPage() {
        Browsers.logIn(page, address);
        page.navigate(address + "/criminaliteit");
        Locator cell = page.getByTestId("zakkenrollerij-2023");
        assertThat(cell).hasText("341");
        InMemoryWarehouse warehouse = dashboard.getBean(InMemoryWarehouse.class);
        warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 5), 1);
        assertThat(cell).hasText("342");
        assertThat(page.locator("td.changed").first()).isVisible();
        assertThat(page.getByTestId("nieuws")).containsText("Zakkenrollerij 2023: 342 (was 341)");
        warehouse.add("zakkenrollerij", "BU09350006", YearMonth.of(2023, 5), -1);
        assertThat(cell).hasText("341");
    }

    @Test
    void theLanguageCanBeEnglish() {
        Browsers.logIn(page, address);
        page.locator("#gebruikersmenu vaadin-menu-bar-button").first().click();
        page.getByText("Taal", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("English").click();
        assertThat(page.locator("h1")).hasText("Overview Maastricht");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void loggingOutEndsTheSession() {
        Browsers.logIn(page, address);
        page.locator("#gebruikersmenu vaadin-menu-bar-button").first().click();
        page.getByText("Uitloggen").click();
        page.locator("input[name=username]").waitFor();
        page.navigate(address + "/criminaliteit");
        assertThat(page.locator("input[name=username]")).isVisible();
    }
}
