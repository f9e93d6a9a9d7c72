package nl.mjpmonitor.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.Lag;
import nl.mjpmonitor.warehouse.quality.Lags;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.quality.ReconciledTable;
import nl.mjpmonitor.warehouse.quality.Reconciliations;
import nl.mjpmonitor.warehouse.quality.RejectedEvent;
import nl.mjpmonitor.warehouse.quality.RejectedEventState;
import nl.mjpmonitor.warehouse.quality.RejectedEvents;
import nl.mjpmonitor.warehouse.quality.ReplayRequest;
import nl.mjpmonitor.warehouse.quality.ReplayRequests;
import nl.mjpmonitor.warehouse.quality.TableNotice;
import nl.mjpmonitor.warehouse.quality.TableNotices;

/** What the warehouse knows about its own quality, in memory. */
public final class InMemoryQuality {

    private final Map<EventPosition, RejectedEvent> events = new LinkedHashMap<>();
    private final Map<EventPosition, ReplayRequest> requests = new LinkedHashMap<>();
    private final List<ReconciledRange> ranges = new ArrayList<>();
    private final List<TableNotice> notices = new ArrayList<>();
    private final List<Lag> lags = new ArrayList<>();
    private boolean isAway;
    private long changes;

    public void clear() {
        events.clear();
        requests.clear();
        ranges.clear();
        notices.clear();
        lags.clear();
        isAway = false;
        changes++;
    }

    /** As a {@link nl.mjpmonitor.warehouse.quality.ChangeSignal} tells it. */
    String token() {
        answer();
        return Long.toString(changes);
    }

    public void goAway() {
        isAway = true;
    }

    public void comeBack() {
        isAway = false;
    }

    public void reject(RejectedEvent event) {
        events.put(event.position(), event);
        changes++;
    }

    public void notice(TableNotice notice) {
        notices.add(notice);
        changes++;
    }

    public RejectedEvents events() {
        return new Events();
    }

    public ReplayRequests requests() {
        return new Requests();
    }

    public Reconciliations reconciliations() {
        return new Ranges();
    }

    public TableNotices notices() {
        return () -> {
            answer();
            return List.copyOf(notices);
        };
    }

    public Lags lags() {
        return new Measured();
    }

    private void answer() {
        if (isAway) {
            throw new WarehouseException("The warehouse is away");
        }
    }

    private final class Events implements RejectedEvents {

        @Override
        public List<RejectedEvent> newest(RejectedEventState state, int limit) {
            answer();
            return events.values().stream()
                    .filter(event -> event.state() == state)
                    .sorted(Comparator.comparing(RejectedEvent::knownAt).reversed())
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<RejectedEvent> find(EventPosition position) {
            return Optional.ofNullable(events.get(position));
        }

        @Override
        public Map<String, Long> countByReason(RejectedEventState state) {
            answer();
            Map<String, Long> counts = new TreeMap<>();
            newest(state, Integer.MAX_VALUE).forEach(event -> counts.merge(event.reason(), 1L, Long::sum));
            return counts;
        }

        @Override
        public boolean mark(EventPosition position, RejectedEventState state, String note) {
            answer();
            changes++;
            return events.computeIfPresent(
                            position,
                            (same, event) -> new RejectedEvent(
                                    same,
                                    event.reason(),
                                    event.detail(),
                                    event.sourceSystem(),
                                    event.sourceTable(),
                                    event.key(),
                                    event.payload(),
                                    event.knownAt(),
                                    state,
                                    note))
                    != null;
        }
    }

    private final class Requests implements ReplayRequests {

        @Override
        public void ask(EventPosition position, String requestedBy) {
            answer();
            changes++;
            requests.put(
                    position, new ReplayRequest(position, requestedBy, Instant.EPOCH, ReplayRequest.State.WAITING, ""));
        }

        @Override
        public List<ReplayRequest> newest(ReplayRequest.State state, int limit) {
            answer();
            return requests.values().stream()
                    .filter(request -> request.state() == state)
                    .limit(limit)
                    .toList();
        }

        @Override
        public void finish(ReplayRequest request, ReplayRequest.State state, String outcome) {
            changes++;
            requests.put(
                    request.position(),
                    new ReplayRequest(
                            request.position(), request.requestedBy(), request.requestedAt(), state, outcome));
        }
    }

    private final class Ranges implements Reconciliations {

        @Override
        public List<ReconciledTable> newest() {
            answer();
            return ranges.stream()
                    .map(range -> new ReconciledTable(
                            range.sourceSystem(),
                            range.sourceTable(),
                            range.subject(),
                            range.checkedAt(),
                            range.sourceCount(),
                            range.warehouseCount(),
                            1,
                            range.rejectedCount(),
                            range.driftedCount(),
                            range.state()))
                    .toList();
        }

        @Override
        public List<ReconciledRange> differences(Instant since, int limit) {
            answer();
            return ranges.stream()
                    .filter(range -> range.driftedCount() + range.rejectedCount() > 0)
                    .toList();
        }

        @Override
        public void record(List<ReconciledRange> more) {
            ranges.addAll(more);
            changes++;
        }
    }

    private final class Measured implements Lags {

        @Override
        public List<Lag> newest() {
            answer();
            return List.copyOf(lags);
        }

        @Override
        public void record(List<Lag> more) {
            lags.addAll(more);
            changes++;
        }
    }
}
