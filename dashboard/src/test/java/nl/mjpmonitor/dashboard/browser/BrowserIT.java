package nl.mjpmonitor.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import nl.mjpmonitor.dashboard.DashboardInMemory;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import org.assertj.core.api.InstanceOfAssertFactories;
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

    /** Nothing of what the server sends by itself arrives, as on a connection that was lost without anybody noticing. */
    @Test
    void figuresComeAlsoWhenTheirNewsIsLost() {
        page.routeWebSocket(Pattern.compile("/VAADIN/push"), socket -> {
            WebSocketRoute server = socket.connectToServer();
            server.onMessage(lost -> {});
        });
        Browsers.logIn(page, address);
        synchronized (dashboard.getBean(InMemoryWarehouse.class)) {
            // nobody else is answered while this thread has the warehouse
            page.navigate(address + "/criminaliteit");
            assertThat(page.getByTestId("melding")).containsText("De cijfers worden opgehaald");
        }
        assertThat(page.getByTestId("zakkenrollerij-2023")).hasText("341");
        assertThat(page.getByTestId("melding")).isHidden();
    }

    @Test
    void aTableIsSortedFilteredAndCopied() {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Browsers.logIn(page, address);
        page.navigate(address + "/criminaliteit");
        page.getByTestId("zakkenrollerij-2023").waitFor();
        Locator table = page.locator("table.figure-table")
                .filter(new Locator.FilterOptions().setHas(page.getByTestId("zakkenrollerij-2023")));
        Locator names = table.locator("tbody th");
        List<String> ofTheServer = names.allInnerTexts();
        Locator year =
                table.locator("thead th").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^2023$")));

        year.getByRole(AriaRole.BUTTON).focus();
        page.keyboard().press("Enter");
        assertThat(year).hasAttribute("aria-sort", "ascending");
        page.keyboard().press("Enter");
        assertThat(year).hasAttribute("aria-sort", "descending");
        List<Integer> sorted = numbers(table, year);
        assertThat(sorted).hasSizeGreaterThan(2).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(table.locator("xpath=preceding-sibling::*[1]").getByRole(AriaRole.STATUS))
                .hasText("Gesorteerd op 2023, aflopend");
        check.assertAccessible();

        table.locator("xpath=preceding-sibling::*[1]")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Kopieer tabel"))
                .click();
        assertThat(table.locator("xpath=preceding-sibling::*[1]").getByRole(AriaRole.STATUS))
                .containsText("Gekopieerd: " + ofTheServer.size() + " rijen");
        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertThat(copied.lines()).hasSize(ofTheServer.size() + 1);
        assertThat(copied.lines().filter(line -> line.startsWith("Zakkenrollerij")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("\t341");

        page.reload();
        page.getByTestId("zakkenrollerij-2023").waitFor();
        assertThat(year).hasAttribute("aria-sort", "descending");
        year.getByRole(AriaRole.BUTTON).click();
        assertThat(year).not().hasAttribute("aria-sort", "descending");
        assertThat(names.allInnerTexts()).isEqualTo(ofTheServer);
    }

    private static List<Integer> numbers(Locator table, Locator heading) {
        Object column = heading.evaluate("heading => heading.cellIndex");
        return table
                .locator("tbody tr > :nth-child(" + (((Number) column).intValue() + 1) + ")")
                .allInnerTexts()
                .stream()
                .filter(text -> text.matches("[\\d.]+"))
                .map(text -> Integer.valueOf(text.replace(".", "")))
                .toList();
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
