package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.mjpmonitor.ops.launcher.Connectors.ConnectorState;
import nl.mjpmonitor.ops.launcher.Connectors.Restart;
import nl.mjpmonitor.warehouse.WarehouseException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts connectors again that gave up, for instance because PostgreSQL was away longer than they wait: Connect itself leaves a failed
 * task failed. When changes of a source are missing, because its slot is gone or its snapshot was interrupted, it has the source taken
 * in anew ({@link Resnapshot}); nobody has to notice.
 */
final class ConnectorKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorKeeper.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** The wait that follows a restart, doubled until the connector runs. */
    private record Attempt(Instant next, Duration pause) {}

    private final Connectors connectors;
    private final ReplicationSlots slots;
    private final SnapshotLedger ledger;
    private final Resnapshot resnapshot;
    private final LauncherMetrics metrics;
    private final Progress progress;
    private final Set<String> captured;
    private final Map<String, Attempt> attempts = new HashMap<>();
    private final Set<String> beingTakenIn = ConcurrentHashMap.newKeySet();

    ConnectorKeeper(Parts parts, SnapshotLedger ledger, LauncherMetrics metrics, Progress progress) {
        this.connectors = parts.connect().connectors();
        this.slots = new ReplicationSlots(parts.postgres());
        this.ledger = ledger;
        this.resnapshot = new Resnapshot(parts, ledger, progress);
        this.metrics = metrics;
        this.progress = progress;
        this.captured = Set.copyOf(SourceSystems.names());
    }

    void keep() throws InterruptedException {
        while (true) {
            Thread.sleep(POLL);
            List<ConnectorState> states = connectors.states();
            for (ConnectorState state : states) {
                if (!isBeingTakenIn(state.name())) {
                    look(state);
                }
            }
            if (!states.isEmpty()) {
                lookAtSnapshots();
            }
        }
    }

    private void look(ConnectorState state) throws InterruptedException {
        if (state.isRunning()) {
            if (attempts.remove(state.name()) != null) {
                progress.line(ConnectGroup.NAME, "recovered", "connector " + state.name() + " runs again");
            }
            return;
        }
        if (!state.hasFailed()) {
            return;
        }
        Optional<String> gap = gap(state.name());
        if (gap.isPresent()) {
            if (!beingTakenIn.contains(state.name())) {
                metrics.slotLost(state.name());
            }
            takeIn(state.name(), gap.get());
            return;
        }
        if (state.hasFailedTask()) {
            breakOffSnapshot(state.name());
        }
        Attempt last = attempts.get(state.name());
        if (last == null) {
            metrics.connectorFailed(state.name());
            progress.line(
                    ConnectGroup.NAME,
                    "failed",
                    "connector %s: %s; starting it again".formatted(state.name(), state.cause()));
        } else if (Instant.now().isBefore(last.next())) {
            return;
        }
        Duration pause = last == null ? FIRST_WAIT : shorter(last.pause().multipliedBy(2), LONGEST_WAIT);
        attempts.put(state.name(), new Attempt(Instant.now().plus(pause), pause));
        try {
            connectors.restart(state.name(), Restart.FAILED);
        } catch (IOException e) {
            // Connect itself is away; its supervisor is at it
        }
    }

    /** The task that goes on would take it again, with the slot of the first attempt. */
    private void breakOffSnapshot(String name) {
        try {
            ledger.breakOff(name);
        } catch (IOException e) {
            LOG.warn("That the snapshot of {} was broken off cannot be written down: {}", name, e.getMessage());
        }
    }

    private Optional<String> gap(String name) throws InterruptedException {
        if (!captured.contains(name)) {
            return Optional.empty();
        }
        try {
            return slots.gap(name, connectors.progress(name).readUpTo());
        } catch (IOException | SQLException e) {
            // Connect or PostgreSQL is away; asked again at the next look
            return Optional.empty();
        }
    }

    /** A snapshot that ended as it began is done with; one that was interrupted is taken anew. */
    private void lookAtSnapshots() throws InterruptedException {
        try {
            for (String system : ledger.unfinished()) {
                // asked again: whoever took it in may have finished since
                if (isBeingTakenIn(system) || !ledger.unfinished().contains(system)) {
                    continue;
                }
                if (ledger.isAnew(system) || !ledger.isUninterrupted(system)) {
                    takeIn(system, "its snapshot was interrupted");
                } else if (connectors.progress(system).isSnapshotComplete()) {
                    ledger.end(system);
                }
            }
        } catch (IOException e) {
            // Connect is away; asked again at the next look
        }
    }

    /** By this keeper, or by a command. */
    private boolean isBeingTakenIn(String system) {
        try {
            return beingTakenIn.contains(system) || ledger.isBeingTakenIn(system);
        } catch (IOException e) {
            LOG.warn("Whether {} is being taken in cannot be told: {}", system, e.getMessage());
            return true;
        }
    }

    private void takeIn(String system, String why) {
        if (!beingTakenIn.add(system)) {
            return;
        }
        progress.line(ConnectGroup.NAME, "snapshot", "%s is taken in anew: %s".formatted(system, why));
        Thread.ofVirtual().name("resnapshot-" + system).start(() -> {
            Instant begin = Instant.now();
            try {
                String outcome = resnapshot.of(system).sentence();
                metrics.takenInAnew(system, true);
                progress.done(
                        ConnectGroup.NAME,
                        "snapshot",
                        Duration.between(begin, Instant.now()),
                        "%s is complete again: %s".formatted(system, outcome));
            } catch (LauncherException | IOException | SQLException | WarehouseException | KafkaException e) {
                // still in the ledger, or still with a gap: the next look begins again
                metrics.takenInAnew(system, false);
                LOG.warn("{} was not taken in: {}", system, e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                beingTakenIn.remove(system);
            }
        });
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
