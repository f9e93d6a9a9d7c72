package nl.mjpmonitor.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.figures.MonthChart;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@DashboardTest
@WithMockUser(roles = "DRIEHOEK")
@ViewPackages(
        packages = {
            "nl.mjpmonitor.dashboard.access",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.review",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class PresentationViewTest extends ReviewPages {

    private static final int SCREENS = 3 + 2 * ReviewRanking.TOPICS + 2;
    private static final int FIRST_TOPIC = 4;

    @Test
    void theKeyboardLeadsThroughTheScreens() {
        present(1);
        assertThat(text("plaats")).endsWith("scherm 1 van " + SCREENS);
        fireShortcut(Key.ARROW_RIGHT);
        assertThat(text("plaats")).endsWith("scherm 2 van " + SCREENS);
        fireShortcut(Key.PAGE_DOWN);
        assertThat(text("plaats")).endsWith("scherm 3 van " + SCREENS);
        fireShortcut(Key.ARROW_LEFT);
        fireShortcut(Key.PAGE_UP);
        fireShortcut(Key.PAGE_UP);
        assertThat(text("plaats")).endsWith("scherm 1 van " + SCREENS);
        fireShortcut(Key.END);
        fireShortcut(Key.ARROW_RIGHT);
        assertThat(text("plaats")).endsWith("scherm " + SCREENS + " van " + SCREENS);
        fireShortcut(Key.HOME);
        assertThat(text("plaats")).endsWith("scherm 1 van " + SCREENS);
    }

    @Test
    void theScreenIsTheAddress() {
        present(FIRST_TOPIC);

        assertThat(all(H1.class).getFirst().getText()).startsWith("Vernieling");
        assertThat(all(MonthChart.class)).hasSize(1);
        fireShortcut(Key.ARROW_RIGHT);
        assertThat(UI.getCurrent()
                        .getInternals()
                        .getActiveViewLocation()
                        .getQueryParameters()
                        .getSingleParameter(PresentationView.SCREEN))
                .contains(Integer.toString(FIRST_TOPIC + 1));
        assertThat(text(DAMAGE + "-WK093500-" + month)).isEqualTo("60");
    }

    @Test
    void theScreensFollowTheOrderOfThePage() {
        List<AgendaItem> order = new ArrayList<>();
        present(1);
        for (int screen = 1; screen <= SCREENS; screen++) {
            String place = text("plaats");
            for (AgendaItem item : AgendaItem.values()) {
                if (place.contains("minuut " + item.minutes())) {
                    order.add(item);
                }
            }
            fireShortcut(Key.ARROW_RIGHT);
        }
        assertThat(order).hasSize(SCREENS).isSorted();
        assertThat(order).contains(AgendaItem.values());
    }

    @Test
    void aLetterTurnsThePictureIntoATableAndTheScreenBlack() {
        present(FIRST_TOPIC);
        fireShortcut(Key.KEY_T);
        assertThat(all(MonthChart.class)).isEmpty();
        assertThat(all(NativeTable.class)).hasSize(1);
        fireShortcut(Key.KEY_T);
        assertThat(all(MonthChart.class)).hasSize(1);

        fireShortcut(Key.KEY_B);
        assertThat(isShown("zwart")).isTrue();
        fireShortcut(Key.ESCAPE);
        assertThat(isShown("zwart")).isFalse();
        assertThat(all(PresentationView.class)).hasSize(1);
    }

    @Test
    void theDecisionIsShownOnAsking() {
        reviews.append(
                new ReviewKey(month, new AreaCode("GM0935")),
                new AgendaVersion(
                        1,
                        new AgendaContent(List.of(new Topic(DAMAGE, "Meer toezicht?", "Ja")), "", List.of()),
                        "jansen",
                        Role.ANALIST,
                        Instant.now()));
        present(FIRST_TOPIC);
        assertThat(isShown("besluit")).isFalse();
        fireShortcut(Key.KEY_N);
        assertThat(text("besluit")).contains("Meer toezicht?").contains("Ja");
    }

    @Test
    void lettersCanBePutOffAndStayOff() {
        present(FIRST_TOPIC);
        fireShortcut(Key.of("?"));
        assertThat(isShown("hulp-tekst")).isTrue();
        test(byTestId("letters", Checkbox.class)).click();
        fireShortcut(Key.KEY_T);
        assertThat(all(MonthChart.class)).hasSize(1);
        fireShortcut(Key.ARROW_RIGHT);
        fireShortcut(Key.ARROW_LEFT);
        fireShortcut(Key.KEY_B);
        assertThat(isShown("zwart")).isFalse();
    }

    @Test
    void escapeLeadsBackToThePage() {
        present(FIRST_TOPIC);
        fireShortcut(Key.ESCAPE);

        assertThat(all(ReviewView.class)).hasSize(1);
    }

    @Test
    void withoutTheWarehouseItSaysSo() {
        warehouse.goAway();
        present(1);

        assertThat(text("melding")).isNotEmpty();
    }

    @Test
    @WithMockUser(roles = "GEBIEDSTEAM")
    void itIsNotForEverybody() {
        present(1);

        assertThat(all(PresentationView.class)).isEmpty();
    }

    private void present(int screen) {
        open("maandbeeld/presentatie?maand=" + month + "&gebied=GM0935&scherm=" + screen);
    }
}
