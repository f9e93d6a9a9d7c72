package nl.mjpmonitor.dashboard.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The person or program on whose behalf something is asked.
 *
 * @param name name of the account
 * @param roles what the person may do; none when the login gave no role that is known here
 * @param areas the areas of a gebiedsteam; empty for everybody else
 */
public record Reader(String name, Set<Role> roles, Set<AreaCode> areas) {

    private static final String ROLE = "ROLE_";
    private static final String AREA = "AREA_";

    public Reader {
        roles = Set.copyOf(roles);
        areas = Set.copyOf(areas);
    }

    /** The reader this thread works for; nobody, with access to nothing, when there is none. */
    public static Reader current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || !authentication.isAuthenticated()
                ? new Reader("", Set.of(), Set.of())
                : of(authentication.getName(), authentication.getAuthorities());
    }

    static Reader of(String name, Collection<? extends GrantedAuthority> authorities) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<AreaCode> areas = new TreeSet<>();
        for (GrantedAuthority granted : authorities) {
            String authority = String.valueOf(granted.getAuthority());
            Arrays.stream(Role.values())
                    .filter(role -> authority.equals(ROLE + role.name()))
                    .forEach(roles::add);
            if (authority.startsWith(AREA)) {
                areas.add(new AreaCode(authority.substring(AREA.length())));
            }
        }
        return new Reader(name, roles, areas);
    }

    /** How a login carries roles and areas through the session. */
    static List<SimpleGrantedAuthority> authorities(Collection<Role> roles, Collection<AreaCode> areas) {
        return Stream.concat(
                        roles.stream().sorted().map(role -> ROLE + role.name()),
                        areas.stream().sorted().map(area -> AREA + area.value()))
                .map(SimpleGrantedAuthority::new)
                .toList();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
