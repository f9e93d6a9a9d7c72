package nl.mjpmonitor.ops.chain;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import nl.mjpmonitor.ops.launcher.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person signs in, reads the table, and sees a change made at the source appear without a reload. Keeps screenshots for review. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {

    private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);
    private static final String BINNENSTAD = "BU09350000";

    private final Stack stack;
    private final Visit.Chromium chromium = Visit.Chromium.launch();

    DashboardIT(Stack stack) {
        this.stack = stack;
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void aChangeAtTheSourceAppearsOnTheOpenPage() throws Exception {
        try (Visit analyst = Visit.of(chromium, stack, "analist")) {
            Page page = analyst.page();
            analyst.open("/criminaliteit");

            Locator total = page.getByTestId("zakkenrollerij-2023").first();
            assertThat(total).hasText("341", longWait());
            assertThat(page.getByTestId("overval-bedrijf-2021").first()).containsText("onbekend");
            assertThat(page.getByTestId("zakkenrollerij-procent").first()).hasText("9%");
            assertThat(page.getByTestId("trend-zakkenrollerij")
                            .locator(".highcharts-series")
                            .first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Visit.LIMIT_MILLIS));
            analyst.look("criminaliteit");

            page.evaluate("window.isTheSamePage = true");
            try (PoliceRegister register = new PoliceRegister(stack)) {
                long registration = register.idOf("A40", BINNENSTAD, DECEMBER);
                int before = register.countOf(registration);
                register.restate(registration, before + 100);
                assertThat(total).hasText("441", longWait());
                analyst.picture("criminaliteit-gewijzigd");
                register.restate(registration, before);
                assertThat(total).hasText("341", longWait());
            }
            assertThat(page.evaluate("window.isTheSamePage")).as("no reload").isEqualTo(true);
        }
    }

    @Test
    void anAdministratorChangesAThresholdAndSendsALinkToTheTable() {
        try (Visit administrator = Visit.of(chromium, stack, "beheerder")) {
            Page page = administrator.page();
            administrator.open("/beheer");
            Locator table = page.getByTestId("tabel-drempels");
            Locator most = page.getByTestId("wijzig-per-dag");
            most.click();
            administrator.look("drempel");
            page.getByTestId("drempel-waarde").locator("input").fill("9");
            page.getByTestId("drempel-opslaan").click();
            assertThat(page.getByTestId("drempel-waarde")).containsText("niet meer signalen zijn dan van alle regels");
            administrator.look("drempel-geweigerd");
            page.getByTestId("drempel-waarde").locator("input").fill("30");
            page.getByTestId("drempel-opslaan").click();
            assertThat(table).containsText("wordt 30: wacht op de stroom");
            administrator.look("drempels-wachten");
            assertThat(table).not().containsText("wacht op de stroom", hasLongWait());
            most.click();
            page.getByTestId("drempel-standaard").click();
            assertThat(table).containsText("wordt 25: wacht op de stroom");
            assertThat(table).not().containsText("wacht op de stroom", hasLongWait());

            table.locator("thead .table-sort").first().click();
            table.locator("thead .table-sort").first().click();
            page.waitForURL(address -> address.contains("tabel-drempels"));
            administrator.open(page.url());
            assertThat(table.locator("thead th").first()).hasAttribute("aria-sort", "descending");
            administrator.open("/beheer?tabel=tabel-drempels%7E99%7Eop%7E&tabel=onzin");
            assertThat(table.locator("thead th").first()).hasAttribute("aria-sort", "descending");

            page.setViewportSize(390, 844);
            administrator.look("drempels-smal");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            administrator.picture("drempels-afdruk");
        }
    }

    private static LocatorAssertions.ContainsTextOptions hasLongWait() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(Visit.LIMIT_MILLIS);
    }

    private static LocatorAssertions.HasTextOptions longWait() {
        return new LocatorAssertions.HasTextOptions().setTimeout(Visit.LIMIT_MILLIS);
    }
}
