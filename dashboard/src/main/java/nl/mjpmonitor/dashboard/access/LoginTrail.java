package nl.mjpmonitor.dashboard.access;

import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/** Remembers who came in and who left. Failed logins are remembered where they fail. */
@Component
final class LoginTrail {

    private final AuditLog audit;

    LoginTrail(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    void cameIn(InteractiveAuthenticationSuccessEvent event) {
        audit.record(event.getAuthentication().getName(), AuditAction.LOGIN, "");
    }

    @EventListener
    void left(LogoutSuccessEvent event) {
        audit.record(event.getAuthentication().getName(), AuditAction.LOGOUT, "");
    }
}
