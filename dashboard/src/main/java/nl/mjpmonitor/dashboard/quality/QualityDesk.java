package nl.mjpmonitor.dashboard.quality;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.access.Reader;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.dashboard.live.LiveReading;
import nl.mjpmonitor.dashboard.live.LiveReadings;
import nl.mjpmonitor.dashboard.live.PageDelivery;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.Freshness;
import nl.mjpmonitor.warehouse.quality.Lags;
import nl.mjpmonitor.warehouse.quality.Reconciliations;
import nl.mjpmonitor.warehouse.quality.RejectedEventState;
import nl.mjpmonitor.warehouse.quality.RejectedEvents;
import nl.mjpmonitor.warehouse.quality.ReplayRequest;
import nl.mjpmonitor.warehouse.quality.ReplayRequests;
import nl.mjpmonitor.warehouse.quality.TableNotices;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * What a reader may know about the quality of the data, and what the administrator may do about it. Every method throws
 * {@link nl.mjpmonitor.warehouse.WarehouseException} when the warehouse does not answer, and {@link OutOfScopeException} when the reader
 * may not ask.
 */
@Component
class QualityDesk {

    static final int MOST_EVENTS = 100;

    private static final int MOST_DIFFERENCES = 20;
    private static final Duration LATELY = Duration.ofDays(30);

    private final Map<RejectedEventState, LiveReading<QualityPicture>> pictures =
            new EnumMap<>(RejectedEventState.class);
    private final Freshness freshness;
    private final Lags lags;
    private final Reconciliations reconciliations;
    private final TableNotices notices;
    private final RejectedEvents events;
    private final ReplayRequests requests;
    private final AuditLog audit;
    private final Clock clock;

    QualityDesk(
            @Qualifier("liveQuality") LiveReadings readings,
            Freshness freshness,
            Lags lags,
            Reconciliations reconciliations,
            TableNotices notices,
            RejectedEvents events,
            ReplayRequests requests,
            AuditLog audit,
            Clock clock) {
        this.freshness = freshness;
        this.lags = lags;
        this.reconciliations = reconciliations;
        this.notices = notices;
        this.events = events;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
        for (RejectedEventState state : RejectedEventState.values()) {
            pictures.put(state, readings.of(() -> read(state)));
        }
    }

    /**
     * Shows a page how the data are now, and whenever that changes, each time in the page's own turn.
     *
     * @param state which rejected events are shown
     * @throws OutOfScopeException when it is not for the reader of this thread
     */
    Subscription follow(RejectedEventState state, UI page, Consumer<LiveReading.State<QualityPicture>> show) {
        if (!Reader.current().is(Role.BEHEERDER) && !Reader.current().is(Role.PROGRAMMAMANAGER)) {
            throw new OutOfScopeException("The quality of the data is not for this reader");
        }
        return Objects.requireNonNull(pictures.get(state)).watch(PageDelivery.to(page, show));
    }

    private QualityPicture read(RejectedEventState state) {
        Map<RejectedEventState, Long> counts = new EnumMap<>(RejectedEventState.class);
        for (RejectedEventState each : RejectedEventState.values()) {
            counts.put(
                    each,
                    events.countByReason(each).values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }
        Map<EventPosition, ReplayRequest> open = new HashMap<>();
        requests.newest(ReplayRequest.State.FAILED, MOST_EVENTS)
                .forEach(request -> open.put(request.position(), request));
        requests.newest(ReplayRequest.State.WAITING, MOST_EVENTS)
                .forEach(request -> open.put(request.position(), request));
        return new QualityPicture(
                freshness.perSystem(),
                lags.newest(),
                reconciliations.newest(),
                reconciliations.differences(clock.instant().minus(LATELY), MOST_DIFFERENCES),
                notices.open(),
                state,
                counts,
                events.newest(state, MOST_EVENTS),
                open);
    }

    /** Whether the reader of this thread may replay and dismiss. */
    boolean mayAct() {
        return Reader.current().is(Role.BEHEERDER);
    }

    /** Asks to have an event replayed; the operation of the chain carries it out and says what came of it. */
    void replay(EventPosition position) {
        requireAct();
        requests.ask(position, Reader.current().name());
        audit.record(AuditAction.EVENT_REPLAYED, name(position));
    }

    /**
     * Closes an event for good.
     *
     * @param reason why; not blank
     */
    void dismiss(EventPosition position, String reason) {
        requireAct();
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An event is dismissed with a reason");
        }
        events.mark(position, RejectedEventState.DISMISSED, reason.strip());
        audit.record(AuditAction.EVENT_DISMISSED, name(position));
    }

    /** How a person names an event: {@code topic/partition/offset}. */
    static String name(EventPosition position) {
        return String.join(
                "/",
                List.of(position.topic(), Integer.toString(position.partition()), Long.toString(position.offset())));
    }

    private void requireAct() {
        if (!mayAct()) {
            throw new OutOfScopeException("Only the administrator replays and dismisses rejected events");
        }
    }
}
