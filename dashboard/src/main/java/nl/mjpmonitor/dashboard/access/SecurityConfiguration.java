package nl.mjpmonitor.dashboard.access;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two doors and a window. At {@code /opendata} everybody may read what is public, without session or cookie. Programs come in at {@code /api} and {@code /actuator} by token, without session or cookie, so that nothing a
 * browser sends along by itself opens them. People come in everywhere else by the login page.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    /**
     * Vaadin's start-up script is inline and its client evaluates code the server sends, so both must stay allowed; every
     * address is our own.
     */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; "
            + "script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);

    private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    Accounts accounts(@Value("${mjp.accounts:}") Path file, Areas areas) {
        return new AccountsFile(file, areas).read();
    }

    @Bean
    LoginAttempts loginAttempts(Clock clock) {
        return new LoginAttempts(clock);
    }

    @Bean
    AuthenticationManager authenticationManager(Accounts accounts, LoginAttempts attempts, AuditLog audit) {
        PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        DelegatingPasswordEncoder encoder = new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", argon2, "bcrypt", new BCryptPasswordEncoder()));
        encoder.setDefaultPasswordEncoderForMatches(argon2);
        return new ProviderManager(new PasswordAuthentication(accounts, attempts, encoder, audit));
    }

    @Bean
    @Order(0)
    SecurityFilterChain everybody(HttpSecurity http) throws Exception {
        return http.securityMatcher("/opendata", "/opendata/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> {
                    // the answers say themselves how long they may be kept
                    headers.cacheControl(cache -> cache.disable());
                    harden(headers, "default-src 'none'; frame-ancestors 'none'");
                })
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, Accounts accounts, JsonMapper mapper) throws Exception {
        ProblemAnswers problems = new ProblemAnswers(mapper);
        return http.securityMatcher("/api/**", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/api/v1/openapi.json")
                        .permitAll()
                        // the library writes the description of the interface twice; one address is enough
                        .requestMatchers("/api/v1/openapi.json.yaml")
                        .denyAll()
                        .requestMatchers("/actuator/**")
                        .hasRole(Role.BEHEERDER.name())
                        .anyRequest()
                        .authenticated())
                // without session and cookie there is nothing to forge a request with
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(new BearerTokenFilter(accounts), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(headers -> harden(headers, "default-src 'none'; frame-ancestors 'none'"))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, OidcSettings oidc, Areas areas, AuditLog audit) throws Exception {
        if (oidc.isOffered()) {
            http.oauth2Login(login -> login.loginPage(LoginView.URL)
                    .userInfoEndpoint(endpoint -> endpoint.oidcUserService(new OidcPeople(oidc, areas, audit)))
                    .failureHandler((request, response, reason) ->
                            response.sendRedirect(request.getContextPath() + afterOidc(reason, audit))));
        }
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/styles.css", "/styles/**", "/icon.svg", "/aura/**")
                                .permitAll())
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(LoginView.class))
                .formLogin(login -> login.failureHandler(
                        (request, response, reason) -> response.sendRedirect(request.getContextPath()
                                + (reason instanceof LockedException ? LoginView.LOCKED_URL : LoginView.ERROR_URL))))
                .headers(headers -> harden(headers, CONTENT_SECURITY_POLICY))
                .build();
    }

    private static String afterOidc(AuthenticationException reason, AuditLog audit) {
        if (reason instanceof OAuth2AuthenticationException refused
                && OidcPeople.NO_ROLE.equals(refused.getError().getErrorCode())) {
            return LoginView.NO_ROLE_URL;
        }
        LOG.warn("A login at the OpenID provider failed: {}", reason.getMessage());
        audit.record(AuditLog.NOBODY, AuditAction.LOGIN_FAILED, "oidc");
        return LoginView.OIDC_URL;
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers, String contentSecurityPolicy) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy))
                .frameOptions(frame -> frame.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY));
    }
}
