package nl.mjpmonitor.dashboard.audit;

import java.time.Instant;
import java.util.List;

/** Where the trail is kept. Events are added and never changed. */
public interface AuditStore {

    /**
     * Adds events.
     *
     * @throws nl.mjpmonitor.dashboard.store.StoreAwayException when nothing could be added
     */
    void add(List<AuditEvent> events);

    /**
     * The events that fit, newest first.
     *
     * @throws nl.mjpmonitor.dashboard.store.StoreAwayException when the store cannot be used now
     */
    List<AuditEvent> find(AuditFilter filter);

    /**
     * Forgets what happened before this moment; what is younger than thirty days always stays.
     *
     * @return how many events were forgotten
     * @throws nl.mjpmonitor.dashboard.store.StoreAwayException when the store cannot be used now
     */
    long forgetBefore(Instant moment);
}
