package nl.mjpmonitor.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lets this thread work for somebody until it is closed; then for who it worked for before. */
public final class LoggedIn implements AutoCloseable {

    private final SecurityContext before = SecurityContextHolder.getContext();

    private LoggedIn(String name, List<SimpleGrantedAuthority> authorities) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new TestingAuthenticationToken(name, "", authorities));
        SecurityContextHolder.setContext(context);
    }

    /** Somebody with authorities such as {@code ROLE_ANALIST} and {@code AREA_WK093500}. */
    public static LoggedIn as(String name, String... authorities) {
        return new LoggedIn(
                name, Stream.of(authorities).map(SimpleGrantedAuthority::new).toList());
    }

    /** Somebody of this role, whose name is the role; a gebiedsteam has {@link TestAccounts#OWN_WIJK}. */
    public static LoggedIn inRole(String role) {
        String authority = "ROLE_" + role.toUpperCase(Locale.ROOT);
        return role.equals("gebiedsteam") ? as(role, authority, "AREA_" + TestAccounts.OWN_WIJK) : as(role, authority);
    }

    @Override
    public void close() {
        SecurityContextHolder.setContext(before);
    }
}
