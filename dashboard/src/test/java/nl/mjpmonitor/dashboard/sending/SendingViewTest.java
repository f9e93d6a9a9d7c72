package nl.mjpmonitor.dashboard.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.EmailField;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemorySendingStore;
import nl.mjpmonitor.dashboard.InMemoryStore;
import nl.mjpmonitor.dashboard.Pages;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.store.StoreState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@DashboardTest
@WithMockUser(username = "programmamanager", roles = "PROGRAMMAMANAGER")
@ViewPackages(
        packages = {
            "nl.mjpmonitor.dashboard.access",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.publications",
            "nl.mjpmonitor.dashboard.sending",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class SendingViewTest extends SpringBrowserlessTest {

    @Autowired
    private InMemorySendingStore sending;

    @Autowired
    private InMemoryStore store;

    @BeforeEach
    void empty() {
        UI.getCurrent().navigate("login");
        sending.clear();
    }

    @AfterEach
    void restore() {
        store.become(StoreState.READY);
        UI.getCurrent().navigate("login");
    }

    @Test
    void withoutAMailServerThePageSaysThatNothingIsSent() {
        open();
        assertThat(Pages.text(Pages.byTestId("verzending-stand"))).startsWith("Er wordt niets verzonden");
        assertThat(Pages.text(Pages.byTestId("tabel-momenten")))
                .contains("Maandbeeld driehoek", "alleen een link", "het rapport als bijlage");
    }

    @Test
    void recipientsAreAddedAndRemovedAndWrongOnesRefused() {
        open();
        add("geen adres");
        assertThat(Pages.text(Pages.byTestId("verzending-melding"))).startsWith("Dit is geen mailadres.");
        add("driehoek@voorbeeld.nl\nBcc: ander@voorbeeld.nl");
        assertThat(Pages.text(Pages.byTestId("verzending-melding"))).startsWith("Dit is geen mailadres.");
        add("driehoek@voorbeeld.nl");
        assertThat(Pages.text(Pages.byTestId("tabel-ontvangers"))).contains("driehoek@voorbeeld.nl", "Driehoek");
        add("Driehoek@voorbeeld.nl");
        assertThat(Pages.text(Pages.byTestId("verzending-melding"))).isEqualTo("Dit mailadres staat al op de lijst.");
        assertThat(sending.recipients()).hasSize(1);
        click("ontvanger-weg-" + sending.recipients().getFirst().id());
        assertThat(sending.recipients()).isEmpty();
    }

    @Test
    void whatMayHaveArrivedIsShownAndSentAgainOnlyByAPerson() {
        Instant before = Instant.now().minus(Duration.ofHours(1));
        assertThat(sending.queue(new EditionId(1), "driehoek@voorbeeld.nl", "<1@x>", before))
                .isTrue();
        Claim claim = sending.claim(before, Duration.ofMinutes(10)).orElseThrow();
        assertThat(sending.handOver(claim)).isTrue();
        sending.add(new Bounce(
                Optional.of(claim.mail().id()), "ander@voorbeeld.nl", Bounce.Kind.SMTP, "550", "onbekend", before));
        open();
        assertThat(Pages.text(Pages.byTestId("tabel-uitgaand"))).contains("misschien aangekomen");
        assertThat(Pages.text(Pages.byTestId("tabel-retour")))
                .contains("ander@voorbeeld.nl", "550", "geweigerd bij het verzenden");
        click("opnieuw-" + claim.mail().id());
        assertThat(sending.newest(1).getFirst().state()).isEqualTo(MailState.WAITING);
        assertThat(Pages.has("opnieuw-" + claim.mail().id())).isFalse();
    }

    @Test
    @WithMockUser(username = "analist", roles = "ANALIST")
    void whoMayOnlyReadChangesNothing() {
        sending.add("driehoek@voorbeeld.nl", Role.DRIEHOEK, Optional.empty(), "jansen", Instant.now());
        open();
        assertThat(Pages.text(Pages.byTestId("tabel-ontvangers"))).contains("driehoek@voorbeeld.nl");
        assertThat(Pages.has("ontvanger-erbij")).isFalse();
        assertThat(Pages.has("ontvanger-weg-" + sending.recipients().getFirst().id()))
                .isFalse();
        assertThat(Pages.text(Pages.byTestId("tabel-momenten"))).contains("niet verzenden");
    }

    @Test
    void withoutTheStoreThePageSaysSo() {
        store.become(StoreState.AWAY);
        open();
        assertThat(Pages.text(Pages.byTestId("verzending-melding")))
                .startsWith("De publicaties zijn nu niet op te halen");
    }

    private static void open() {
        UI.getCurrent().navigate("publicaties/verzending");
    }

    private void add(String address) {
        EmailField field = (EmailField) Pages.components().stream()
                .filter(component ->
                        component.getId().filter("ontvanger-adres"::equals).isPresent())
                .findFirst()
                .orElseThrow();
        field.setValue(address);
        click("ontvanger-erbij");
    }

    private void click(String testId) {
        test((Button) Pages.byTestId(testId)).click();
    }
}
