package nl.mjpmonitor.dashboard.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Gives a person who logged in at the provider the roles and areas that the provider tells, and lets nobody in without a role. */
final class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NO_ROLE = "no_role";
    static final String NO_NAME = "no_name";

    private final OidcUserService provider = new OidcUserService();
    private final OidcSettings settings;
    private final Areas areas;
    private final AuditLog audit;

    OidcPeople(OidcSettings settings, Areas areas, AuditLog audit) {
        this.settings = settings;
        this.areas = areas;
        this.audit = audit;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser person = provider.loadUser(request);
        String name = person.getClaimAsString(settings.nameClaim());
        if (name == null || name.isBlank()) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(NO_NAME), "The provider gave no claim " + settings.nameClaim());
        }
        Set<Role> roles = roles(person.getClaims());
        if (roles.isEmpty()) {
            audit.record(name, AuditAction.LOGIN_FAILED, "oidc: no role");
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(NO_ROLE), "The provider gave no role that is known here");
        }
        return new DefaultOidcUser(
                Reader.authorities(roles, areas(person.getClaims())),
                person.getIdToken(),
                person.getUserInfo(),
                settings.nameClaim());
    }

    private Set<Role> roles(Map<String, Object> claims) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String value : values(claims, settings.rolesClaim())) {
            Role role = settings.roles().get(value);
            if (role != null) {
                roles.add(role);
            }
        }
        return roles;
    }

    private Set<AreaCode> areas(Map<String, Object> claims) {
        List<String> codes = values(claims, settings.areasClaim());
        Set<AreaCode> found = new TreeSet<>();
        areas.all().stream()
                .map(Area::code)
                .filter(code -> codes.contains(code.value()))
                .forEach(found::add);
        return found;
    }

    /** The values of a claim, however the provider writes it: a list, or one text with spaces or commas between them. */
    static List<String> values(Map<String, Object> claims, String path) {
        @Nullable Object value = claims;
        for (String step : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return switch (value) {
            case String text ->
                Arrays.stream(text.split("[ ,]+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList();
            case Collection<?> list -> list.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }
}
