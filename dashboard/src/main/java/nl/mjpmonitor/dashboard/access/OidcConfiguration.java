package nl.mjpmonitor.dashboard.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;

/** Login with the organisation's own OpenID Connect provider, when one is given. */
@Configuration(proxyBeanMethods = false)
class OidcConfiguration {

    /** Name of the one provider in our addresses. */
    static final String PROVIDER = "mjp";

    @Bean
    OidcSettings oidcSettings(
            @Value("${mjp.oidc.issuer}") String issuer,
            @Value("${mjp.oidc.client-id}") String clientId,
            @Value("${mjp.oidc.client-secret}") String clientSecret,
            @Value("${mjp.oidc.redirect-uri}") String redirectUri,
            @Value("${mjp.oidc.name-claim}") String nameClaim,
            @Value("${mjp.oidc.roles-claim}") String rolesClaim,
            @Value("${mjp.oidc.areas-claim}") String areasClaim,
            @Value("${mjp.oidc.roles}") String roles) {
        return new OidcSettings(
                issuer,
                clientId,
                clientSecret,
                redirectUri,
                nameClaim,
                rolesClaim,
                areasClaim,
                OidcSettings.mapping(roles));
    }

    /** The provider is asked for its addresses at the first login, so that the dashboard also starts while it is away. */
    @Bean
    @ConditionalOnExpression("!'${mjp.oidc.issuer}'.isBlank()")
    ClientRegistrationRepository clientRegistrations(OidcSettings settings) {
        return new SupplierClientRegistrationRepository(() ->
                new InMemoryClientRegistrationRepository(ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
                        .registrationId(PROVIDER)
                        .clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .redirectUri(settings.redirectUri())
                        .scope("openid", "profile")
                        .build()));
    }
}
