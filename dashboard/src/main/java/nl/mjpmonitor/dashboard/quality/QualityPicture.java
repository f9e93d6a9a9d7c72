package nl.mjpmonitor.dashboard.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.Lag;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.quality.ReconciledTable;
import nl.mjpmonitor.warehouse.quality.RejectedEvent;
import nl.mjpmonitor.warehouse.quality.RejectedEventState;
import nl.mjpmonitor.warehouse.quality.ReplayRequest;
import nl.mjpmonitor.warehouse.quality.SourceFreshness;
import nl.mjpmonitor.warehouse.quality.TableNotice;

/**
 * How the data are, at one moment.
 *
 * @param freshness one entry a source system
 * @param lags what waits at each stage
 * @param tables the newest comparison of every table with its source
 * @param differences ranges that differed lately, newest first
 * @param notices tables that depart from their contract
 * @param state which rejected events are shown
 * @param counts number of rejected events by state
 * @param events rejected events of that state, newest first
 * @param requests replays that were asked for and are not done, by event
 */
record QualityPicture(
        List<SourceFreshness> freshness,
        List<Lag> lags,
        List<ReconciledTable> tables,
        List<ReconciledRange> differences,
        List<TableNotice> notices,
        RejectedEventState state,
        Map<RejectedEventState, Long> counts,
        List<RejectedEvent> events,
        Map<EventPosition, ReplayRequest> requests) {

    Optional<ReplayRequest> request(RejectedEvent event) {
        return Optional.ofNullable(requests.get(event.position()));
    }

    /** Whether the rejected events are the same, with what was done about them. */
    boolean rejectsAlike(QualityPicture other) {
        return state == other.state
                && counts.equals(other.counts)
                && events.equals(other.events)
                && requests.equals(other.requests);
    }
}
