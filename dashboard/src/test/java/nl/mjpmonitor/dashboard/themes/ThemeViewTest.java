package nl.mjpmonitor.dashboard.themes;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@DashboardTest
@WithMockUser(roles = "ANALIST")
@ViewPackages(
        packages = {
            "nl.mjpmonitor.dashboard.access",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.review",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class ThemeViewTest extends SpringBrowserlessTest {

    private static final String CASES = "lwo-casussen";

    private final YearMonth lastMonth =
            YearMonth.now(ZoneId.of("Europe/Amsterdam")).minusMonths(1);
    private final int lastYear = lastMonth.getYear() - 1;

    @Autowired
    private InMemoryWarehouse warehouse;

    @BeforeEach
    void fill() {
        leave();
        warehouse.clear();
        warehouse.cover(YearMonth.of(lastYear - 3, 1), lastMonth);
        warehouse.add(CASES, "BU09350000", YearMonth.of(lastYear, 1), 77);
        warehouse.add(CASES, "BU09359999", lastMonth, 16);
        warehouse.heardFrom("ondermijning", Instant.now());
    }

    /** Each test opens the view itself; an earlier one must not keep watching. */
    @AfterEach
    void leave() {
        UI.getCurrent().navigate("login");
    }

    @Test
    void everyIndicatorOfTheThemeHasItsFiguresByYear() {
        open("thema/ondermijning");

        assertThat(all(H1.class))
                .singleElement()
                .satisfies(title -> assertThat(title.getText()).isEqualTo("Ondermijnende criminaliteit"));
        assertThat(figure(CASES + "-" + lastYear)).isEqualTo("77");
        assertThat(figure(CASES + "-" + (lastYear - 1))).isEqualTo("0");
    }

    @Test
    void thisYearStandsBesideTheSameMonthsOfLastYear() {
        open("thema/ondermijning");

        assertThat(figure(CASES + "-" + label(lastMonth))).isEqualTo("16");
        assertThat(figure(CASES + "-" + label(lastMonth.minusYears(1)))).isEqualTo("77");
    }

    @Test
    void theRemainderIsInTheMunicipalityOnly() {
        UI.getCurrent().navigate("thema/ondermijning", QueryParameters.of("gebied", "BU09350000"));

        assertThat(figure(CASES + "-" + lastYear)).isEqualTo("77");
        assertThat(figure(CASES + "-" + label(lastMonth))).isEqualTo("0");
    }

    @Test
    void figuresFollowTheWarehouseAndStayWhenItIsAway() {
        open("thema/ondermijning");
        warehouse.goAway();
        open("thema/overlast");

        assertThat(text(byTestId("melding"))).isNotEmpty();
    }

    @Test
    @WithMockUser(roles = "RAAD")
    void theCouncilSeesOnlyWhatIsPublic() {
        open("thema/ondermijning");

        assertThat(exists("mot-casussen-" + lastYear)).isFalse();
    }

    @Test
    void anUnknownThemeIsNotFound() {
        open("thema/zoiets");

        assertThat(all(ThemeView.class)).isEmpty();
    }

    @Test
    void groupsAreSectionsWithAHeading() {
        open("thema/ondermijning");

        assertThat(find(Section.class).all())
                .isNotEmpty()
                .allSatisfy(section -> assertThat(section.getElement().getAttribute("aria-labelledby"))
                        .startsWith("kop-"));
    }

    private static String label(YearMonth month) {
        return Period.yearToDate(month).label();
    }

    private static void open(String address) {
        UI.getCurrent().navigate(address);
    }

    private String figure(String testId) {
        return byTestId(testId).getElement().getText();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static <T> List<T> all(Class<T> type) {
        return descendants(UI.getCurrent()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static boolean exists(String testId) {
        return descendants(UI.getCurrent()).stream()
                .anyMatch(component -> testId.equals(component.getElement().getAttribute("data-testid")));
    }

    private static Component byTestId(String testId) {
        return descendants(UI.getCurrent()).stream()
                .filter(component -> testId.equals(component.getElement().getAttribute("data-testid")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing on the page has data-testid " + testId));
    }

    private static List<Component> descendants(Component component) {
        List<Component> all = new ArrayList<>();
        component.getChildren().forEach(child -> {
            all.add(child);
            all.addAll(descendants(child));
        });
        return all;
    }
}
