package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.ops.launcher.CapturedTables.Table;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.quality.ClickHouseTableNotices;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.RejectedEvent;
import nl.mjpmonitor.warehouse.quality.TableNotice;

/**
 * Lets a paused table go on, without loss: a mark in its topic ends the pause, and what was rejected since is replayed in order. When
 * the source was mended and not the contract, the events of the time in between never fit again; the rows they were about are then
 * read from the source once more.
 */
public final class Resume {

    /**
     * What came of it.
     *
     * @param replayed events that were replayed
     * @param reread rows that were read from the source once more
     */
    public record Outcome(int replayed, int reread) {

        /** In one line. */
        public String sentence() {
            return "%d events replayed, %d rows read once more".formatted(replayed, reread);
        }
    }

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Parts parts;
    private final Secrets secrets;
    private final TableTopics topics;

    Resume(Parts parts, Secrets secrets) {
        this.parts = parts;
        this.secrets = secrets;
        this.topics = new TableTopics(parts.kafka());
    }

    /**
     * Resumes a table.
     *
     * @throws LauncherException when it does not wait, or still breaks its contract
     */
    public Outcome of(String system, String name) throws IOException, SQLException, InterruptedException {
        Table table = CapturedTables.of(parts.artifacts().contracts(), system).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LauncherException("There is no captured table %s.%s.".formatted(system, name)));
        try (WarehouseConnection warehouse = parts.clickHouse().address().openPatiently();
                Replay replay = new Replay(
                        parts.kafka().bootstrap(), parts.clickHouse().address().open())) {
            TableNotice pause = pause(warehouse, table)
                    .orElseThrow(() -> new LauncherException("%s.%s is not paused.".formatted(system, name)));
            topics.awaitProcessed(topics.resume(table), LIMIT);
            List<EventPosition> waiting = waiting(replay, table, pause.offset()).stream()
                    .map(RejectedEvent::position)
                    .toList();
            replay.replay(waiting);
            topics.awaitProcessed(topics.newestRecords(List.of(table)), LIMIT);
            List<RejectedEvent> unfit = waiting(replay, table, pause.offset());
            int reread = unfit.isEmpty() ? 0 : reread(table, unfit);
            unfit.forEach(event -> replay.dismiss(
                    event.position(), "its row was read from the source once more when the table was resumed"));
            return new Outcome(waiting.size(), reread);
        }
    }

    private static java.util.Optional<TableNotice> pause(WarehouseConnection warehouse, Table table) {
        return new ClickHouseTableNotices(warehouse)
                .open().stream()
                        .filter(notice -> notice.kind() == TableNotice.Kind.PAUSED
                                && notice.topic().equals(table.topic()))
                        .findFirst();
    }

    /** The events of a table that were rejected since it was paused and that nobody dealt with, oldest first. */
    private static List<RejectedEvent> waiting(Replay replay, Table table, long since) {
        return replay.open().stream()
                .filter(event -> event.position().topic().equals(table.topic())
                        && event.position().offset() >= since)
                .sorted(Comparator.comparingLong(event -> event.position().offset()))
                .toList();
    }

    private int reread(Table table, List<RejectedEvent> unfit) throws IOException, SQLException, InterruptedException {
        Set<String> keys =
                unfit.stream().map(event -> table.keyText(event.key())).collect(Collectors.toSet());
        try (Reconciler reconciler = new Reconciler(parts, secrets, Clock.systemUTC())) {
            return reconciler.restate(table, keys);
        }
    }
}
