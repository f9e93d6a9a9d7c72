package nl.mjpmonitor.dashboard.administration;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import nl.mjpmonitor.warehouse.thresholds.ThresholdChange;
import nl.mjpmonitor.warehouse.thresholds.ThresholdProblem;
import nl.mjpmonitor.warehouse.thresholds.ThresholdRegister;
import nl.mjpmonitor.warehouse.thresholds.ThresholdStand;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Where the administrator sees and changes what the stream judges by. A change is recorded in the warehouse; the stream takes it from
 * there.
 *
 * @see <a href="../../../../../../../../../docs/decisions/0034-thresholds-are-changes-with-a-moment.md">decision 0034</a>
 */
@Component
class ThresholdDesk {

    private final ThresholdRegister register;
    private final LiveReading<ThresholdStand> stand;
    private final AuditLog audit;
    private final Clock clock;

    /** What came of a change that was asked for. */
    sealed interface Outcome {

        /** The stream will judge by it: how they stand now. */
        record Changed(ThresholdStand stand) implements Outcome {}

        /** It cannot be used; nothing was changed. */
        record Refused(ThresholdProblem problem) implements Outcome {}

        /** Somebody else changed it since the reader saw it; nothing was changed now. */
        record Overtaken(ThresholdChange by) implements Outcome {}
    }

    ThresholdDesk(
            ThresholdRegister register, @Qualifier("liveQuality") LiveReadings readings, AuditLog audit, Clock clock) {
        this.register = register;
        this.stand = readings.of(register::read);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Shows a page how the thresholds stand now, and whenever that changes, each time in the page's own turn.
     *
     * @throws OutOfScopeException when it is not for the reader of this thread
     */
    Subscription follow(UI page, Consumer<LiveReading.State<ThresholdStand>> show) {
        requireAdministrator();
        return stand.watch(PageDelivery.to(page, show));
    }

    /**
     * Changes a threshold. One change at a time, so that no two are checked against the same stand.
     *
     * @param value what it will be; empty for the usual one again
     * @param seen the last change of it that the reader saw
     * @throws OutOfScopeException when the reader of this thread may not
     * @throws nl.mjpmonitor.warehouse.WarehouseException when the warehouse is away; nothing was changed
     */
    synchronized Outcome change(String key, Optional<Integer> value, Optional<ThresholdChange> seen, String reason) {
        requireAdministrator();
        ThresholdStand now = register.read();
        Optional<ThresholdChange> newest = now.newest(key);
        if (newest.isPresent() && !newest.equals(seen)) {
            return new Outcome.Overtaken(newest.get());
        }
        List<ThresholdProblem> problems = problems(now, key, value);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems.getFirst());
        }
        register.change(new ThresholdChange(key, value, moment(now), Role.BEHEERDER.name(), reason.strip()));
        audit.record(
                AuditAction.THRESHOLD_CHANGED,
                key + " " + value.map(String::valueOf).orElse("standaard"));
        return new Outcome.Changed(register.read());
    }

    private static List<ThresholdProblem> problems(ThresholdStand now, String key, Optional<Integer> value) {
        Map<String, Integer> wanted = now.wanted().byKey();
        if (!wanted.containsKey(key)) {
            return List.of(ThresholdProblem.UNKNOWN);
        }
        int next = value.orElseGet(() -> now.usual().byKey().getOrDefault(key, 0));
        return now.wanted().problems(Map.of(key, next));
    }

    /** After all others, whatever the clock says: the last change is the one that holds. */
    private Instant moment(ThresholdStand now) {
        Instant moment = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.changes().stream()
                .map(ThresholdChange::changedAt)
                .filter(changedAt -> !changedAt.isBefore(moment))
                .max(Instant::compareTo)
                .map(latest -> latest.plusMillis(1))
                .orElse(moment);
    }

    private static void requireAdministrator() {
        if (!Reader.current().is(Role.BEHEERDER)) {
            throw new OutOfScopeException("Only the administrator sees and changes thresholds");
        }
    }
}
