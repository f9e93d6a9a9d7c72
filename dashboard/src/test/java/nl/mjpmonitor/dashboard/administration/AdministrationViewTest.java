package nl.mjpmonitor.dashboard.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryAuditStore;
import nl.mjpmonitor.dashboard.InMemoryStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.Pages;
import nl.mjpmonitor.dashboard.TestAccounts;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditEvent;
import nl.mjpmonitor.dashboard.audit.TrailDriver;
import nl.mjpmonitor.dashboard.live.LiveDriver;
import nl.mjpmonitor.dashboard.store.StoreState;
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
            "nl.mjpmonitor.dashboard.review",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class AdministrationViewTest extends SpringBrowserlessTest {

    private static final int ACTOR = 1;
    private static final int ACTION = 2;
    private static final int SUBJECT = 3;

    @Autowired
    private InMemoryStore store;

    @Autowired
    private InMemoryAuditStore trail;

    @Autowired
    private TrailDriver trailDriver;

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private LiveDriver live;

    @BeforeEach
    void fill() {
        UI.getCurrent().navigate("login");
        trailDriver.flush();
        trail.clear();
        trail.add(List.of(
                new AuditEvent(Instant.now().minus(Duration.ofDays(20)), "raad", AuditAction.LOGIN, ""),
                new AuditEvent(
                        Instant.now().minus(Duration.ofHours(3)), "analist", AuditAction.DUIDING_WRITTEN, "1 v1"),
                new AuditEvent(Instant.now().minus(Duration.ofHours(2)), "analist", AuditAction.LOGIN, "")));
        warehouse.clear();
        warehouse.heardFrom("politiecijfers", Instant.parse("2024-02-06T08:14:00Z"));
    }

    @AfterEach
    void restore() {
        store.become(StoreState.READY);
        UI.getCurrent().navigate("login");
    }

    @Test
    void everyAccountIsShownWithItsRoleAndAreasAndNoSecret() {
        open(Map.of());
        assertThat(text("tabel-accounts"))
                .contains("analist")
                .contains("Gebiedsteam")
                .contains("Wijk 00 Centrum")
                .contains("niet beperkt")
                .contains("kan inloggen")
                .doesNotContain("argon2")
                .doesNotContain(TestAccounts.sha256(TestAccounts.ANALYST_TOKEN));
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .contains("Beheer");
    }

    @Test
    void everyKindOfAreaIsShownWithItsNumberAndItsFile() {
        open(Map.of());
        assertThat(text("tabel-gebieden"))
                .containsSubsequence(
                        "buurten", "44", "areas.csv", "stadsdelen", "stadsdeel.csv", "LWA-gebieden", "lwa.csv");
    }

    @Test
    void theLogShowsTheNewestWeekAndFollowsTheAddress() {
        open(Map.of());
        assertThat(column(ACTION)).containsExactly("ingelogd", "duiding geschreven");
        open(Map.of("dagen", "0"));
        assertThat(lines()).hasSize(3);
        open(Map.of("dagen", "0", "account", "RAAD"));
        assertThat(column(ACTOR)).containsExactly("raad");
        open(Map.of("dagen", "0", "account", "niemand"));
        assertThat(text("logboek-melding")).isEqualTo("Er zijn geen regels die hierbij passen.");
    }

    @Test
    void choosingAnActionChangesTheAddressAndTheLog() {
        open(Map.of());
        test(action()).selectItem("duiding geschreven");
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .startsWith("beheer?")
                .contains("handeling=duiding-written")
                .contains("dagen=7");
        assertThat(column(SUBJECT)).containsExactly("1 v1");
    }

    @Test
    void lookingAtTheAdministrationLeavesATraceItself() {
        open(Map.of());
        trailDriver.flush();
        open(Map.of("dagen", "1", "handeling", "administration"));
        assertThat(column(ACTOR)).contains("beheerder");
    }

    @Test
    void healthAndSettingsAreToldWithWhereToChangeThem() {
        open(Map.of());
        assertThat(text("tabel-toestand")).contains("schema 2").contains("Java 25");
        assertThat(text("tabel-instellingen"))
                .contains("MJP_AUDIT_RETENTION_DAYS")
                .contains("730")
                .contains("5 / 15 min")
                .contains("uit");
    }

    @Test
    void withoutTheStoreTheRestStillWorks() {
        store.become(StoreState.AWAY);
        open(Map.of());
        assertThat(text("logboek-melding")).startsWith("Het logboek is nu niet te lezen");
        assertThat(text("tabel-toestand")).contains("geeft geen antwoord");
        assertThat(text("tabel-accounts")).contains("analist");
    }

    @Test
    @WithMockUser(username = "analist", roles = "ANALIST")
    void forEverybodyElseTheViewDoesNotExist() {
        open(Map.of());
        assertThat(getCurrentView()).isNotInstanceOf(AdministrationView.class);
        UI.getCurrent().navigate("criminaliteit");
        live.look();
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .doesNotContain("Beheer");
    }

    private static void open(Map<String, String> parameters) {
        UI.getCurrent().navigate("beheer", QueryParameters.simple(parameters));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<AuditAction> action() {
        return find(ComboBox.class).single();
    }

    private static List<String> column(int place) {
        return lines().stream().map(line -> line.get(place)).toList();
    }

    /** The log, line by line, cell by cell. */
    private static List<List<String>> lines() {
        NativeTable log = (NativeTable) Pages.byTestId("logboek");
        return log.getBody().getRows().stream()
                .map(row -> row.getChildren()
                        .map(cell -> cell.getElement().getTextRecursively())
                        .toList())
                .toList();
    }

    private static String text(String testId) {
        return descendants(UI.getCurrent()).stream()
                .filter(component -> testId.equals(component.getElement().getAttribute("data-testid")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing on the page has data-testid " + testId))
                .getElement()
                .getTextRecursively();
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
