package nl.mjpmonitor.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryAuditStore;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditFilter;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.dashboard.audit.TrailDriver;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Login at an OpenID Connect provider that runs in the test, through the whole code flow. */
@DashboardTest
@AutoConfigureMockMvc
class OidcLoginTest {

    private static final OpenIdProvider PROVIDER = new OpenIdProvider();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("mjp.oidc.issuer", PROVIDER::issuer);
        properties.add("mjp.oidc.client-id", () -> OpenIdProvider.CLIENT_ID);
        properties.add("mjp.oidc.client-secret", () -> OpenIdProvider.CLIENT_SECRET);
        properties.add("mjp.oidc.roles-claim", () -> "realm_access.roles");
        properties.add("mjp.oidc.roles", () -> "veiligheid-analist=analist; wijkteam = gebiedsteam;beheer=beheerder");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private InMemoryAuditStore trail;

    @Autowired
    private TrailDriver trailDriver;

    @BeforeEach
    void forget() {
        trailDriver.flush();
        trail.clear();
    }

    @Test
    void aPersonWithAKnownRoleComesIn() {
        PROVIDER.nextHas(person("jansen", List.of("veiligheid-analist", "iets-anders")));
        MockHttpSession session = new MockHttpSession();
        assertThat(comeIn(session)).hasRedirectedUrl("/");
        assertThat(reader(session)).contains(new Reader("jansen", Set.of(Role.ANALIST), Set.of()));
        assertThat(trace()).containsExactly(tuple("jansen", AuditAction.LOGIN));
    }

    @Test
    void anAreaTeamBringsTheAreasThatExist() {
        PROVIDER.nextHas(Map.of(
                "preferred_username",
                "wijkteam-centrum",
                "realm_access",
                Map.of("roles", List.of("wijkteam")),
                "areas",
                List.of("WK093500", "WK999999")));
        MockHttpSession session = new MockHttpSession();
        assertThat(comeIn(session)).hasRedirectedUrl("/");
        assertThat(reader(session))
                .contains(new Reader("wijkteam-centrum", Set.of(Role.GEBIEDSTEAM), Set.of(new AreaCode("WK093500"))));
    }

    @Test
    void twoRolesAreBothGiven() {
        PROVIDER.nextHas(person("de vries", List.of("beheer", "veiligheid-analist")));
        MockHttpSession session = new MockHttpSession();
        assertThat(comeIn(session)).hasRedirectedUrl("/");
        assertThat(reader(session).map(Reader::roles)).contains(Set.of(Role.ANALIST, Role.BEHEERDER));
    }

    @Test
    void withoutAKnownRoleNobodyComesIn() {
        for (Object roles : List.of(List.of("analist"), List.of(), "niets")) {
            PROVIDER.nextHas(person("onbevoegd", roles));
            MockHttpSession session = new MockHttpSession();
            assertThat(comeIn(session)).hasRedirectedUrl("/login?norole");
            assertThat(reader(session)).isEmpty();
        }
        assertThat(trace())
                .containsOnly(tuple("onbevoegd", AuditAction.LOGIN_FAILED))
                .hasSize(3);
    }

    @Test
    void withoutANameNobodyComesIn() {
        PROVIDER.nextHas(Map.of("realm_access", Map.of("roles", List.of("beheer"))));
        assertThat(comeIn(new MockHttpSession())).hasRedirectedUrl("/login?oidc");
    }

    @Test
    void aTokenThatSomebodyElseSignedIsRefused() {
        PROVIDER.nextHas(person("bedrieger", List.of("beheer")));
        PROVIDER.signWithAStrangeKey();
        MockHttpSession session = new MockHttpSession();
        assertThat(comeIn(session)).hasRedirectedUrl("/login?oidc");
        assertThat(reader(session)).isEmpty();
        assertThat(trace()).containsExactly(tuple(AuditLog.NOBODY, AuditAction.LOGIN_FAILED));
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() {
        assertThat(mvc.get().uri("/login/oauth2/code/mjp?code=x&state=y").exchange())
                .hasRedirectedUrl("/login?oidc");
    }

    @Test
    void aMappingThatCannotWorkStopsTheStart() {
        assertThatThrownBy(() -> OidcSettings.mapping("groep=burgemeester")).hasMessageContaining("MJP_OIDC_ROLES");
        assertThatThrownBy(() -> OidcSettings.mapping("analist")).hasMessageContaining("write value=role");
        assertThatThrownBy(() -> new OidcSettings("https://x", "", "", "", "a", "b", "c", Map.of()))
                .hasMessageContaining("MJP_OIDC_CLIENT_ID");
        assertThat(OidcSettings.mapping("")).containsEntry("raad", Role.RAAD).hasSize(Role.values().length);
    }

    private static Map<String, Object> person(String name, Object roles) {
        return Map.of("preferred_username", name, "realm_access", Map.of("roles", roles));
    }

    /** The dashboard sends to the provider, the provider sends back, the dashboard decides. */
    private MvcTestResult comeIn(MockHttpSession session) {
        String toProvider = mvc.get()
                .uri("/oauth2/authorization/mjp")
                .session(session)
                .exchange()
                .getResponse()
                .getRedirectedUrl();
        assertThat(toProvider).startsWith(PROVIDER.issuer() + "/authorize");
        String back = follow(toProvider);
        assertThat(back).startsWith("http://localhost/login/oauth2/code/mjp?");
        Map<String, String> parameters = OpenIdProvider.parametersOf(back);
        return mvc.get()
                .uri("/login/oauth2/code/mjp")
                .param("code", parameters.get("code"))
                .param("state", parameters.get("state"))
                .session(session)
                .exchange();
    }

    private static String follow(String address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Reader> reader(MockHttpSession session) {
        SecurityContext context = (SecurityContext)
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return Optional.ofNullable(context)
                .map(SecurityContext::getAuthentication)
                .map(authentication -> Reader.of(authentication.getName(), authentication.getAuthorities()));
    }

    private List<Tuple> trace() {
        trailDriver.flush();
        return trail.find(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), 10)).stream()
                .map(event -> tuple(event.actor(), event.action()))
                .toList();
    }
}
