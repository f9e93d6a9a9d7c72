package nl.mjpmonitor.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Locale;
import java.util.Optional;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryAuditStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.TestAccounts;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditEvent;
import nl.mjpmonitor.dashboard.audit.AuditFilter;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.dashboard.audit.TrailDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DashboardTest
@AutoConfigureMockMvc
class DoorsTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private LoginAttempts attempts;

    @Autowired
    private InMemoryWarehouse warehouse;

    @Autowired
    private InMemoryAuditStore trail;

    @Autowired
    private TrailDriver trailDriver;

    @AfterEach
    void restore() {
        warehouse.clear();
        attempts.succeeded(TestAccounts.ANALYST);
    }

    @Test
    void theRightPasswordOpensInEitherNotationOfItsHash() {
        assertThat(logIn(TestAccounts.ANALYST, TestAccounts.ANALYST_PASSWORD)).hasRedirectedUrl("/");
        assertThat(logIn(TestAccounts.ADMINISTRATOR, TestAccounts.ADMINISTRATOR_PASSWORD))
                .hasRedirectedUrl("/");
        assertThat(logIn(" Analist ", TestAccounts.ANALYST_PASSWORD)).hasRedirectedUrl("/");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookTheSame() {
        assertThat(logIn(TestAccounts.ANALYST, "fout")).hasRedirectedUrl("/login?error");
        assertThat(logIn("niemand", "fout")).hasRedirectedUrl("/login?error");
        assertThat(logIn("x".repeat(500), "fout")).hasRedirectedUrl("/login?error");
    }

    @Test
    void fiveWrongPasswordsLockEvenTheRightOne() {
        for (int i = 0; i < LoginAttempts.ALLOWED; i++) {
            assertThat(logIn(TestAccounts.ANALYST, "fout")).hasRedirectedUrl("/login?error");
        }
        assertThat(logIn(TestAccounts.ANALYST, TestAccounts.ANALYST_PASSWORD)).hasRedirectedUrl("/login?locked");
        assertThat(logIn(TestAccounts.ADMINISTRATOR, TestAccounts.ADMINISTRATOR_PASSWORD))
                .hasRedirectedUrl("/");
    }

    @Test
    void everyLoginLeavesATraceThatNamesAccountsOnly() {
        trailDriver.flush();
        trail.clear();
        logIn(TestAccounts.ANALYST, TestAccounts.ANALYST_PASSWORD);
        logIn("mijn wachtwoord", "fout");
        for (int i = 0; i < LoginAttempts.ALLOWED + 1; i++) {
            logIn(TestAccounts.ANALYST.toUpperCase(Locale.ROOT), "fout");
        }
        trailDriver.flush();
        assertThat(trail.find(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 20))
                        .reversed())
                .extracting(AuditEvent::actor, AuditEvent::action)
                .containsExactly(
                        tuple(TestAccounts.ANALYST, AuditAction.LOGIN),
                        tuple(AuditLog.NOBODY, AuditAction.LOGIN_FAILED),
                        tuple(TestAccounts.ANALYST, AuditAction.LOGIN_FAILED),
                        tuple(TestAccounts.ANALYST, AuditAction.LOGIN_FAILED),
                        tuple(TestAccounts.ANALYST, AuditAction.LOGIN_FAILED),
                        tuple(TestAccounts.ANALYST, AuditAction.LOGIN_FAILED),
                        tuple(TestAccounts.ANALYST, AuditAction.LOGIN_FAILED),
                        tuple(TestAccounts.ANALYST, AuditAction.LOCKOUT));
    }

    @Test
    void theSessionGetsANewNameAtLogin() {
        MockHttpSession session = new MockHttpSession();
        String before = session.getId();
        mvc.post()
                .uri("/login")
                .session(session)
                .with(csrf())
                .param("username", TestAccounts.ANALYST)
                .param("password", TestAccounts.ANALYST_PASSWORD)
                .exchange();
        assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void aStrangerIsSentToTheLogin() {
        assertThat(mvc.get().uri("/criminaliteit").exchange()).hasStatus(302);
        assertThat(mvc.get().uri("/criminaliteit").exchange().getResponse().getRedirectedUrl())
                .endsWith("/login");
    }

    @Test
    void everyAnswerIsHardened() {
        assertHardened(mvc.get().uri("/criminaliteit").exchange());
        assertHardened(mvc.get().uri("/api/v1/versheid").exchange());
    }

    private static void assertHardened(MvcTestResult result) {
        assertThat(result.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src '")
                .contains("frame-ancestors 'none'");
        assertThat(result.getResponse().getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(result.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(result.getResponse().getHeader("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void healthIsOpenAndSurvivesTheWarehouseBeingAway() {
        assertThat(mvc.get().uri("/actuator/health").exchange()).hasStatusOk();
        assertThat(mvc.get().uri("/actuator/health/readiness").exchange()).hasStatusOk();
        warehouse.goAway();
        assertThat(mvc.get().uri("/actuator/health").exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("UP");
        assertThat(mvc.get().uri("/actuator/health/liveness").exchange()).hasStatusOk();
        assertThat(mvc.get().uri("/actuator/health/readiness").exchange()).hasStatus(503);
    }

    @Test
    void metricsAreForTheAdministrator() {
        assertThat(metrics("geen")).hasStatus(401);
        assertThat(metrics(TestAccounts.ANALYST_TOKEN)).hasStatus(403);
        assertThat(metrics(TestAccounts.ADMINISTRATOR_TOKEN))
                .hasStatusOk()
                .bodyText()
                .contains("mjp_live_poll");
    }

    private MvcTestResult metrics(String token) {
        return mvc.get()
                .uri("/actuator/prometheus")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private MvcTestResult logIn(String name, String password) {
        return mvc.post()
                .uri("/login")
                .with(csrf())
                .param("username", name)
                .param("password", password)
                .exchange();
    }
}
