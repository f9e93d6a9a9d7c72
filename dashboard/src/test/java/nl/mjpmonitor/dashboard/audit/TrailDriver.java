package nl.mjpmonitor.dashboard.audit;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets a test decide when the trail is moved to the store. */
@Component
@Profile("in-memory")
public class TrailDriver {

    private final AuditLog log;

    TrailDriver(AuditLog log) {
        this.log = log;
    }

    public void flush() {
        log.flush();
    }
}
