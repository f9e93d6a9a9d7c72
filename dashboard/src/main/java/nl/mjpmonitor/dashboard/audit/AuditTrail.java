package nl.mjpmonitor.dashboard.audit;

import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets the administrator read the trail, and nobody else. */
@Component
public class AuditTrail {

    private static final String ADMINISTRATOR = "ROLE_BEHEERDER";

    private final AuditStore store;

    AuditTrail(AuditStore store) {
        this.store = store;
    }

    /**
     * The events that fit, newest first.
     *
     * @throws AccessDeniedException when the reader is not the administrator
     * @throws nl.mjpmonitor.dashboard.store.StoreAwayException when the store cannot be used now
     */
    public List<AuditEvent> find(AuditFilter filter) {
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        boolean isAdministrator = reader != null
                && reader.getAuthorities().stream()
                        .anyMatch(authority -> ADMINISTRATOR.equals(authority.getAuthority()));
        if (!isAdministrator) {
            throw new AccessDeniedException("The trail is for the administrator");
        }
        return store.find(filter);
    }
}
