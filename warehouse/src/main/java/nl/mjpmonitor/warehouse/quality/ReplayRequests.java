package nl.mjpmonitor.warehouse.quality;

import java.util.List;

/**
 * Replays that people ask for, and what comes of them. Who asks need not know Kafka: the operation of the chain carries them out.
 *
 * <p>Every method throws {@link nl.mjpmonitor.warehouse.WarehouseException} when ClickHouse cannot be asked.
 */
public interface ReplayRequests {

    /** Asks to replay an event; asking again after a failure tries again. */
    void ask(EventPosition position, String requestedBy);

    /** Those in this state, newest first, at most {@code limit}. */
    List<ReplayRequest> newest(ReplayRequest.State state, int limit);

    /** Records what came of a request. */
    void finish(ReplayRequest request, ReplayRequest.State state, String outcome);
}
