package nl.mjpmonitor.dashboard.access;

import java.util.List;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;

/** Stands before the figures. */
@FunctionalInterface
public interface SeriesGate {

    /**
     * Lets the reader of this thread through, or not.
     *
     * @throws OutOfScopeException when the role of the reader does not open all of it
     * @throws IllegalArgumentException when an indicator or area does not exist
     */
    void admit(List<SeriesRequest> requests);
}
