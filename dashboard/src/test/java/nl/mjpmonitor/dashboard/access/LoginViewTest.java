package nl.mjpmonitor.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import nl.mjpmonitor.dashboard.DashboardTest;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.test.context.TestPropertySource;

/** The login page of an organisation with an OpenID provider that is away at the moment. */
@DashboardTest
@WithAnonymousUser
@TestPropertySource(
        properties = {
            "mjp.oidc.issuer=https://login.example.invalid",
            "mjp.oidc.client-id=mjp",
            "mjp.oidc.client-secret=geheim"
        })
@ViewPackages(
        packages = {
            "nl.mjpmonitor.dashboard.access",
            "nl.mjpmonitor.dashboard.crime",
            "nl.mjpmonitor.dashboard.review",
            "nl.mjpmonitor.dashboard.shell",
            "nl.mjpmonitor.dashboard.themes"
        })
class LoginViewTest extends SpringBrowserlessTest {

    @Test
    void theWorkAccountIsOfferedBesideTheOwnAccounts() {
        UI.getCurrent().navigate("login");
        Anchor link = find(Anchor.class).single();
        assertThat(link.getHref()).isEqualTo("oauth2/authorization/mjp");
        assertThat(link.getText()).isEqualTo("Inloggen met uw werkaccount");
        assertThat(text()).contains("Of log in met een account van MJP-monitor").doesNotContain("geen rol");
    }

    @Test
    void whoHasNoRoleIsToldWhatToDo() {
        UI.getCurrent().navigate("login", QueryParameters.simple(Map.of("norole", "")));
        assertThat(text()).contains("u hebt geen rol in MJP-monitor. Vraag de beheerder om toegang.");
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
