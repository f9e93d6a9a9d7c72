package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.mjpmonitor.ops.launcher.CapturedTables.Table;
import nl.mjpmonitor.ops.launcher.Connectors.ConnectorState;
import nl.mjpmonitor.ops.launcher.Connectors.Definition;
import nl.mjpmonitor.ops.launcher.Connectors.NoAnswer;
import nl.mjpmonitor.ops.launcher.Connectors.Restart;
import nl.mjpmonitor.ops.launcher.TableTopics.Place;
import nl.mjpmonitor.ops.launcher.TableTopics.Positions;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a source system in anew, while its users work on and the stream runs on.
 *
 * <p>The connector is stopped, its slot and its offsets are thrown away, its epoch is raised, and it takes a new snapshot. Rows that
 * the warehouse holds of an earlier epoch when the stream has processed the snapshot are gone from the source: for each a deletion is
 * written to the table's topic, older than whatever is streamed in the new epoch. So the change log, core and the counts lose the row
 * in the way they lose any, now and whenever the topics are read again. A row whose new reading was rejected is left as it was.
 *
 * <p>It may be interrupted at any point and done again: each attempt has an epoch of its own, and {@link SnapshotLedger} remembers that
 * one is due. Only one runs at a time for a system.
 */
public final class Resnapshot {

    /**
     * What came of it.
     *
     * @param epoch the epoch that the system is in now
     * @param gone number of rows by table that the source no longer had
     */
    public record Outcome(long epoch, Map<String, Integer> gone) {

        /** In one line. */
        public String sentence() {
            return gone.isEmpty()
                    ? "epoch %d; no row was gone".formatted(epoch)
                    : "epoch %d; gone: %s".formatted(epoch, gone);
        }
    }

    private static final int ATTEMPTS = 5;
    private static final Duration SNAPSHOT_LIMIT = Duration.ofMinutes(30);
    private static final Duration CONNECT_LIMIT = Duration.ofMinutes(2);
    private static final Duration STREAM_LIMIT = Duration.ofMinutes(15);
    /** Connect reads the topic of all offsets from its beginning for each look at them. */
    private static final Duration POLL = Duration.ofSeconds(2);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Parts parts;
    private final Connectors connectors;
    private final ReplicationSlots slots;
    private final SnapshotLedger ledger;
    private final TableTopics topics;
    private final Progress progress;

    Resnapshot(Parts parts, SnapshotLedger ledger, Progress progress) {
        this.parts = parts;
        this.connectors = parts.connect().connectors();
        this.slots = new ReplicationSlots(parts.postgres());
        this.ledger = ledger;
        this.topics = new TableTopics(parts.kafka());
        this.progress = progress;
    }

    /**
     * Takes a system in anew; returns when the warehouse holds what the source held, and lost what it no longer had.
     *
     * @throws LauncherException when there is no such system, another is at it, or it is interrupted again and again
     */
    public Outcome of(String system) throws IOException, SQLException, InterruptedException {
        Definition definition = definition(system);
        try (FileChannel file =
                        FileChannel.open(ledger.lock(system), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(file, system)) {
            for (int attempt = 1; lock.isValid(); attempt++) {
                Outcome outcome = tried(definition);
                if (outcome != null) {
                    ledger.end(system);
                    return outcome;
                }
                if (attempt == ATTEMPTS) {
                    break;
                }
                progress.line(ConnectGroup.NAME, "snapshot", system + " was interrupted; beginning again");
            }
        }
        throw new LauncherException("The snapshot of %s was interrupted %d times.".formatted(system, ATTEMPTS));
    }

    /** Null when it was interrupted, also by a Connect that gave no answer; then it has come back. */
    private @Nullable Outcome tried(Definition definition) throws IOException, SQLException, InterruptedException {
        try {
            return attempt(definition);
        } catch (NoAnswer away) {
            progress.line(ConnectGroup.NAME, "away", definition.name() + " waits until it answers");
            awaitConnect(definition.name());
            return null;
        }
    }

    private void awaitConnect(String system) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(CONNECT_LIMIT);
        while (!answers(system)) {
            if (Instant.now().isAfter(deadline)) {
                throw new LauncherException("Connect has not answered for %s; take %s in anew when it runs."
                        .formatted(Progress.seconds(CONNECT_LIMIT), system));
            }
            Thread.sleep(POLL);
        }
    }

    private boolean answers(String system) throws IOException, InterruptedException {
        try {
            var _ = connectors.epoch(system);
            return true;
        } catch (NoAnswer away) {
            return false;
        }
    }

    private @Nullable Outcome attempt(Definition definition) throws IOException, SQLException, InterruptedException {
        String system = definition.name();
        List<Table> tables = CapturedTables.of(parts.artifacts().contracts(), system);
        long epoch = connectors.epoch(system).orElse(0) + 1;
        ledger.beginAnew(system);
        connectors.stop(system);
        slots.drop(system);
        connectors.deleteOffsets(system);
        Positions begin = topics.ends(tables);
        ledger.beginAnew(system);
        connectors.register(definition, epoch);
        connectors.resume(system);
        if (!isSnapshotTaken(system)) {
            return null;
        }
        Positions delivered = topics.lastRecordsSince(begin);
        topics.awaitProcessed(delivered, STREAM_LIMIT);
        return new Outcome(epoch, deleteWhatIsGone(tables, epoch, begin));
    }

    /** Waits for the snapshot; false when it was interrupted, so that it cannot be trusted. */
    private boolean isSnapshotTaken(String system) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(SNAPSHOT_LIMIT);
        while (!connectors.progress(system).isSnapshotComplete()) {
            Optional<ConnectorState> failed = connectors.states().stream()
                    .filter(state -> state.name().equals(system) && state.hasFailed())
                    .findFirst();
            if (failed.filter(ConnectorState::hasFailedTask).isPresent() || !ledger.isUninterrupted(system)) {
                return false;
            }
            if (failed.isPresent()) {
                // it was told to run while it was still taking in its configuration; its task does not mind
                connectors.restart(system, Restart.FAILED);
            }
            if (Instant.now().isAfter(deadline)) {
                throw new LauncherException(
                        "The snapshot of %s takes longer than %s.".formatted(system, Progress.seconds(SNAPSHOT_LIMIT)));
            }
            Thread.sleep(POLL);
        }
        return ledger.isUninterrupted(system);
    }

    private Map<String, Integer> deleteWhatIsGone(List<Table> tables, long epoch, Positions begin)
            throws InterruptedException {
        Map<String, Integer> gone = new TreeMap<>();
        Map<String, Long> written = new HashMap<>();
        for (Table table : tables) {
            Set<String> keys = notDelivered(table, epoch, begin);
            if (!keys.isEmpty()) {
                gone.put(table.name(), keys.size());
                written.putAll(
                        topics.delete(table, keys, Place.beforeStreamOf(epoch)).offsets());
            }
        }
        topics.awaitProcessed(new Positions(written), STREAM_LIMIT);
        return gone;
    }

    /** Keys that are current in the warehouse by an earlier epoch, but for those that came and were rejected. */
    private Set<String> notDelivered(Table table, long epoch, Positions begin) {
        Set<String> keys = new HashSet<>();
        try (WarehouseConnection warehouse = parts.clickHouse().address().openPatiently()) {
            warehouse.query(
                    "Look for rows of an earlier epoch",
                    """
                            SELECT key
                            FROM raw.change_event
                            WHERE source_system = {system:String} AND source_table = {table:String}
                            GROUP BY key
                            HAVING argMax(_is_deleted, _version) = 0 AND toInt64(bitShiftRight(max(_version), 96)) < {epoch:Int64}
                            """,
                    Map.of("system", table.system(), "table", table.name(), "epoch", epoch),
                    row -> keys.add(row.getString("key")));
        }
        if (!keys.isEmpty()) {
            Set<JsonNode> delivered = topics.keysSince(begin, table);
            keys.removeIf(key -> delivered.contains(JSON.readTree(key)));
        }
        return keys;
    }

    private Definition definition(String system) throws IOException {
        return Connectors.definitions(parts.artifacts().connectors()).stream()
                .filter(definition -> definition.name().equals(system) && definition.capturesADatabase())
                .findFirst()
                .orElseThrow(() -> new LauncherException("There is no source system called '%s'; there are %s."
                        .formatted(system, String.join(", ", SourceSystems.names()))));
    }

    private static FileLock lock(FileChannel file, String system) throws IOException {
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // held by another thread of this process
        }
        throw new LauncherException("A snapshot of %s is being taken already.".formatted(system));
    }
}
