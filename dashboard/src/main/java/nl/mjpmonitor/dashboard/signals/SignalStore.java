package nl.mjpmonitor.dashboard.signals;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.signals.SignalId;

/**
 * Where is kept what people did with signals. It knows nothing of roles. Acts are added and never changed.
 *
 * <p>All methods throw {@link nl.mjpmonitor.dashboard.store.StoreAwayException} when the store cannot be used now.
 */
public interface SignalStore {

    /** What was done with each of these, oldest first; a signal with which nothing was done is not there. */
    Map<SignalId, List<SignalAct>> find(Collection<SignalId> ids);

    /**
     * Adds an act.
     *
     * @param act its number is one more than that of the act its author saw last
     * @return whether it was added; if not, somebody was first
     */
    boolean add(SignalId id, SignalAct act);
}
