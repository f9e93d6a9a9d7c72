package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.quality.ClickHouseRejectedEvents;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.quality.ReconciliationState;
import nl.mjpmonitor.warehouse.quality.RejectedEventState;
import nl.mjpmonitor.warehouse.quality.RejectedEvents;

/**
 * Has the warehouse follow a source that emptied a table at once. Such a change names no keys, so the stream can only reject it. The
 * table is then compared with its source, and what the source no longer has is deleted in the words of the connector; what was put
 * into the table since stays. The rejected event is closed when nothing differs any more, and stays open until then.
 *
 * @see <a href="../../../../../../../../docs/decisions/0032-reconciled-in-two-looks.md">decision 0032</a>
 */
final class Truncations {

    /** Code of the reason with which the stream rejects such an event. */
    private static final String REASON = "truncate";

    /**
     * What came of it.
     *
     * @param system system of the table
     * @param table table that was emptied, without schema
     * @param gone rows that the warehouse had and the source no longer
     * @param compared what the comparison showed
     */
    record Followed(String system, String table, long gone, List<ReconciledRange> compared) {

        /** In one line. */
        String sentence() {
            return "%s.%s was emptied at the source; %d rows were taken out or put right"
                    .formatted(system, table, gone);
        }
    }

    private record Emptied(String system, String table) implements Comparable<Emptied> {

        @Override
        public int compareTo(Emptied other) {
            int bySystem = system.compareTo(other.system);
            return bySystem != 0 ? bySystem : table.compareTo(other.table);
        }
    }

    private final Parts parts;
    private final Secrets secrets;
    private final WarehouseConnection warehouse;
    private final RejectedEvents events;
    private final Clock clock;

    /** @param warehouse stays open until this is no longer used */
    Truncations(Parts parts, Secrets secrets, WarehouseConnection warehouse, Clock clock) {
        this.parts = parts;
        this.secrets = secrets;
        this.warehouse = warehouse;
        this.events = new ClickHouseRejectedEvents(warehouse, clock);
        this.clock = clock;
    }

    /**
     * Follows what is open.
     *
     * @return what was done, one entry a table
     * @throws LauncherException when a table could not be made equal; its event stays open
     */
    List<Followed> follow() throws IOException, SQLException, InterruptedException {
        List<Followed> followed = new ArrayList<>();
        for (Map.Entry<Emptied, List<EventPosition>> table : open().entrySet()) {
            followed.add(follow(table.getKey(), table.getValue()));
        }
        return followed;
    }

    private Followed follow(Emptied table, List<EventPosition> positions)
            throws IOException, SQLException, InterruptedException {
        List<ReconciledRange> compared;
        try (Reconciler reconciler = new Reconciler(parts, secrets, clock)) {
            compared = reconciler.check(table.system(), Optional.of(table.table()), true);
        }
        if (compared.stream().anyMatch(range -> range.state() == ReconciliationState.DRIFTED)) {
            throw new LauncherException("%s.%s was emptied at the source and still differs from it."
                    .formatted(table.system(), table.table()));
        }
        long gone = compared.stream()
                .filter(range -> range.subject().equals(ReconciledRange.ROWS))
                .mapToLong(ReconciledRange::driftedCount)
                .sum();
        Followed followed = new Followed(table.system(), table.table(), gone, compared);
        positions.forEach(position -> events.mark(position, RejectedEventState.DISMISSED, followed.sentence()));
        return followed;
    }

    private Map<Emptied, List<EventPosition>> open() {
        Map<Emptied, List<EventPosition>> open = new TreeMap<>();
        warehouse.query(
                "Look for tables that were emptied",
                """
                        SELECT source_system, source_table, topic, toInt32(partition) AS part, toInt64(offset) AS place
                        FROM control.rejected_event_current
                        WHERE reason = {reason:String} AND state = 'new'
                        ORDER BY topic, place""",
                Map.of("reason", REASON),
                row -> open.computeIfAbsent(
                                new Emptied(row.getString("source_system"), row.getString("source_table")),
                                table -> new ArrayList<>())
                        .add(new EventPosition(row.getString("topic"), row.getInteger("part"), row.getLong("place"))));
        return open;
    }
}
