package nl.mjpmonitor.warehouse.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The events that the stream refused, and what was done with them.
 *
 * <p>Every method throws {@link nl.mjpmonitor.warehouse.WarehouseException} when ClickHouse cannot be asked.
 */
public interface RejectedEvents {

    /** The newest events in this state, newest first, at most {@code limit}. */
    List<RejectedEvent> newest(RejectedEventState state, int limit);

    Optional<RejectedEvent> find(EventPosition position);

    /** Number of events in this state per reason, ordered by reason. */
    Map<String, Long> countByReason(RejectedEventState state);

    /**
     * Records what was done with an event.
     *
     * @return false when no event was rejected at that position
     */
    boolean mark(EventPosition position, RejectedEventState state, String note);
}
