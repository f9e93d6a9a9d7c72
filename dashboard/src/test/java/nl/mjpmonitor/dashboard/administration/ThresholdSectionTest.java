package nl.mjpmonitor.dashboard.administration;

import static nl.mjpmonitor.dashboard.Pages.byTestId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryAuditStore;
import nl.mjpmonitor.dashboard.InMemoryThresholds;
import nl.mjpmonitor.dashboard.Pages;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditEvent;
import nl.mjpmonitor.dashboard.audit.AuditFilter;
import nl.mjpmonitor.dashboard.audit.TrailDriver;
import nl.mjpmonitor.dashboard.live.LiveDriver;
import nl.mjpmonitor.warehouse.thresholds.StreamThresholds;
import nl.mjpmonitor.warehouse.thresholds.ThresholdChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@DashboardTest
@WithMockUser(username = "beheerder", roles = "BEHEERDER")
@ViewPackages(
        packages = {
            "nl.mjpmonitor.dashboard.access",
            "nl.mjpmonitor.dashboard.administration",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.shell"
        })
class ThresholdSectionTest extends SpringBrowserlessTest {

    @Autowired
    private InMemoryThresholds thresholds;

    @Autowired
    private InMemoryAuditStore trail;

    @Autowired
    private TrailDriver trailDriver;

    @Autowired
    private LiveDriver live;

    @Autowired
    private ThresholdDesk desk;

    @Autowired
    private Clock clock;

    @BeforeEach
    void start() {
        UI.getCurrent().navigate("login");
        thresholds.startWith(StreamThresholds.USUAL.with(Map.of("per-dag", 40)));
        trailDriver.flush();
        trail.clear();
    }

    @AfterEach
    void leave() {
        thresholds.startWith(StreamThresholds.USUAL);
        UI.getCurrent().navigate("login");
    }

    @Test
    void everyThresholdIsShownWithWhatItIsAndCanBe() {
        open();
        assertThat(table())
                .containsSubsequence(
                        "Meldingen in het venster", "Mogelijke hotspot", "5", "5", "2 tot en met 3.650", "nooit")
                .containsSubsequence("Dagen dat een plek wordt onthouden", "1.826", "met --hotspot-memory-days")
                .containsSubsequence("Dagen in de stap LWO", "Casus staat stil", "60", "1 tot en met 3.650")
                .containsSubsequence("Signalen op een dag, hooguit", "Meer signalen", "40", "40", "1 tot en met 1.000")
                .containsSubsequence(
                        "Maanden om mee te vergelijken", "Ongewone maand, Lopende maand hoog, Reeks woninginbraken")
                .containsSubsequence("Dagen geleden", "Alle regels", "62")
                .containsSubsequence("Minuten stilte van de bron opendata", "Bron is stil", "2.880");
        assertThat(Pages.has("wijzig-hotspot-memory-days")).isFalse();
    }

    @Test
    void aChangeIsRecordedAndWaitsUntilTheStreamTookIt() {
        open();
        fill("hotspot-reports", 4, "Het is rustig");
        click("drempel-opslaan");

        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(text("drempels-melding")).startsWith("Opgeslagen");
        assertThat(table())
                .containsSubsequence(
                        "Meldingen in het venster", "5", "wordt 4: wacht op de stroom", "Beheerder, ", "Het is rustig");
        assertThat(thresholds.read().changes()).singleElement().satisfies(change -> {
            assertThat(change.key()).isEqualTo("hotspot-reports");
            assertThat(change.value()).contains(4);
            assertThat(change.changedBy()).isEqualTo("BEHEERDER");
        });
        trailDriver.flush();
        assertThat(trail.find(new AuditFilter(
                        Optional.empty(), Optional.of(AuditAction.THRESHOLD_CHANGED), Optional.empty(), 9)))
                .extracting(AuditEvent::actor, AuditEvent::subject)
                .containsExactly(tuple("beheerder", "hotspot-reports 4"));

        thresholds.startAgain();
        look();
        assertThat(table()).doesNotContain("wacht op de stroom");
        assertThat(text("drempels-melding")).isEmpty();
    }

    @Test
    void itCanBeMadeTheDefaultAgain() {
        open();
        click("wijzig-per-dag");
        assertThat(named(Button.class, "drempel-standaard").isEnabled())
                .as("nobody changed it")
                .isFalse();
        fill("per-dag", 50, "");
        click("drempel-opslaan");

        click("wijzig-per-dag");
        click("drempel-standaard");

        assertThat(thresholds.read().wanted().byKey()).containsEntry("per-dag", 40);
        assertThat(thresholds.read().changes())
                .last()
                .satisfies(change -> assertThat(change.value()).isEmpty());
        assertThat(table()).doesNotContain("wacht op de stroom");
    }

    @Test
    void whatIsNoNumberOfTheRangeIsSaidAtTheField() {
        open();
        click("wijzig-hotspot-reports");
        named(IntegerField.class, "drempel-waarde").setValue(1);
        click("drempel-opslaan");

        assertThat(problem()).isEqualTo("Vul een heel getal in van 2 tot en met 3.650.");
        assertThat(thresholds.read().changes()).isEmpty();
    }

    @Test
    void whatContradictsAnotherThresholdIsRefusedWithAReason() {
        open();
        fill("hotspot-reports", 2, "");
        click("drempel-opslaan");

        assertThat(problem())
                .isEqualTo(
                        "Er zijn dan meer verschillende dagen nodig dan meldingen. Wijzig eerst de andere van de twee.");
        assertThat(thresholds.read().changes()).isEmpty();
    }

    @Test
    void whoIsSecondIsToldAndDecides() {
        open();
        fill("hotspot-reports", 4, "");
        thresholds.change(new ThresholdChange("hotspot-reports", Optional.of(8), clock.instant(), "BEHEERDER", ""));
        click("drempel-opslaan");

        assertThat(problem()).startsWith("Iemand anders heeft deze drempel op ").contains("in 8.");
        assertThat(thresholds.read().wanted().byKey()).containsEntry("hotspot-reports", 8);

        click("drempel-opslaan");
        assertThat(thresholds.read().wanted().byKey()).containsEntry("hotspot-reports", 4);
    }

    @Test
    void withoutTheWarehouseNothingIsSavedAndThatIsSaid() {
        open();
        fill("hotspot-reports", 4, "");
        thresholds.goAway();
        click("drempel-opslaan");

        assertThat(problem()).startsWith("Het datawarehouse geeft nu geen antwoord. Er is niets opgeslagen");
    }

    @Test
    void aStreamThatNeverSaidWhatItJudgesByIsUnknown() {
        thresholds.inForceIsUnknown();
        open();
        assertThat(table()).containsSubsequence("Meldingen in het venster", "onbekend", "5");
    }

    @Test
    @WithMockUser(username = "manager", roles = "PROGRAMMAMANAGER")
    void onlyTheAdministratorChangesThem() {
        for (Runnable act : List.<Runnable>of(
                () -> desk.change("per-dag", Optional.of(30), Optional.empty(), ""),
                () -> desk.follow(UI.getCurrent(), state -> {}))) {
            assertThatThrownBy(act::run).isInstanceOf(OutOfScopeException.class);
        }
        assertThat(thresholds.read().changes()).isEmpty();
    }

    private void fill(String key, int value, String reason) {
        find(Dialog.class).all().forEach(Dialog::close);
        click("wijzig-" + key);
        test(named(IntegerField.class, "drempel-waarde")).setValue(value);
        test(named(TextField.class, "drempel-reden")).setValue(reason);
    }

    private void look() {
        live.look();
        VaadinSession session = UI.getCurrent().getSession();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    /** Also in a dialog. */
    private <T extends Component> T named(Class<T> type, String testId) {
        return find(type).all().stream()
                .filter(component -> testId.equals(component.getElement().getAttribute("data-testid")))
                .findFirst()
                .orElseThrow();
    }

    private void click(String testId) {
        test(named(Button.class, testId)).click();
    }

    private String problem() {
        IntegerField field = named(IntegerField.class, "drempel-waarde");
        assertThat(field.isInvalid()).isTrue();
        return field.getErrorMessage();
    }

    private static void open() {
        UI.getCurrent().navigate("beheer");
    }

    private static String table() {
        return text("tabel-drempels");
    }

    private static String text(String testId) {
        return Pages.text(byTestId(testId));
    }
}
