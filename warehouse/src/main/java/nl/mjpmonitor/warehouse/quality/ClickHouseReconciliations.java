package nl.mjpmonitor.warehouse.quality;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.rows.ControlRows;

/** {@link Reconciliations} in {@code control.reconciliation}. */
public final class ClickHouseReconciliations implements Reconciliations {

    private static final List<String> COLUMNS = List.of(
            "source_system",
            "source_table",
            "subject",
            "checked_at",
            "position",
            "key_from",
            "key_to",
            "source_count",
            "warehouse_count",
            "source_checksum",
            "warehouse_checksum",
            "rejected_count",
            "drifted_count",
            "state",
            "detail",
            "_state_version");

    private final WarehouseConnection connection;
    private final Clock clock;

    /**
     * Asks and records over this connection.
     *
     * @param clock orders what is recorded of one range
     */
    public ClickHouseReconciliations(WarehouseConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public List<ReconciledTable> newest() {
        return connection.query(
                "Query of the newest reconciliation",
                """
                SELECT
                    source_system,
                    source_table,
                    subject,
                    max(checked_at) AS newest_at,
                    toInt64(sum(source_count)) AS in_source,
                    toInt64(sum(warehouse_count)) AS in_warehouse,
                    toInt64(count()) AS range_count,
                    toInt64(sum(rejected_count)) AS rejected,
                    toInt64(sum(drifted_count)) AS drifted,
                    argMax(state, indexOf(['equal', 'rejected', 'healed', 'drifted'], state)) AS worst
                FROM control.reconciliation_current
                GROUP BY source_system, source_table, subject
                ORDER BY source_system, source_table, subject DESC""",
                Map.of(),
                row -> new ReconciledTable(
                        row.getString("source_system"),
                        row.getString("source_table"),
                        row.getString("subject"),
                        row.getInstant("newest_at"),
                        row.getLong("in_source"),
                        row.getLong("in_warehouse"),
                        row.getLong("range_count"),
                        row.getLong("rejected"),
                        row.getLong("drifted"),
                        ReconciliationState.of(row.getString("worst"))));
    }

    @Override
    public List<ReconciledRange> differences(Instant since, int limit) {
        return connection.query(
                "Query of differences between source and warehouse",
                """
                SELECT source_system, source_table, subject, checked_at, toInt64(position) AS log_position, key_from, key_to,
                    toInt64(source_count) AS in_source, toInt64(warehouse_count) AS in_warehouse,
                    reinterpretAsInt64(source_checksum) AS of_source, reinterpretAsInt64(warehouse_checksum) AS of_warehouse,
                    toInt64(rejected_count) AS rejected, toInt64(drifted_count) AS drifted, state, detail
                FROM control.reconciliation
                WHERE state != 'equal' AND checked_at >= fromUnixTimestamp64Milli({since:Int64})
                ORDER BY checked_at DESC, source_system, source_table, subject, key_from, _state_version DESC
                LIMIT 1 BY source_system, source_table, subject, checked_at, key_from
                LIMIT {limit:UInt32}""",
                Map.of("since", since.toEpochMilli(), "limit", limit),
                row -> new ReconciledRange(
                        row.getString("source_system"),
                        row.getString("source_table"),
                        row.getString("subject"),
                        row.getInstant("checked_at"),
                        row.getLong("log_position"),
                        row.getString("key_from"),
                        row.getString("key_to"),
                        row.getLong("in_source"),
                        row.getLong("in_warehouse"),
                        row.getLong("of_source"),
                        row.getLong("of_warehouse"),
                        row.getLong("rejected"),
                        row.getLong("drifted"),
                        ReconciliationState.of(row.getString("state")),
                        row.getString("detail")));
    }

    @Override
    public void record(List<ReconciledRange> ranges) {
        if (ranges.isEmpty()) {
            return;
        }
        ControlRows rows = new ControlRows();
        for (ReconciledRange range : ranges) {
            rows.add(row -> row.put("source_system", range.sourceSystem())
                    .put("source_table", range.sourceTable())
                    .put("subject", range.subject())
                    .put("checked_at", ControlRows.moment(range.checkedAt()))
                    .put("position", Long.toUnsignedString(range.position()))
                    .put("key_from", range.keyFrom())
                    .put("key_to", range.keyTo())
                    .put("source_count", range.sourceCount())
                    .put("warehouse_count", range.warehouseCount())
                    .put("source_checksum", Long.toUnsignedString(range.sourceChecksum()))
                    .put("warehouse_checksum", Long.toUnsignedString(range.warehouseChecksum()))
                    .put("rejected_count", range.rejectedCount())
                    .put("drifted_count", range.driftedCount())
                    .put("state", range.state().word())
                    .put("detail", range.detail())
                    .put("_state_version", ControlRows.version(clock)));
        }
        rows.insert(connection, "control.reconciliation", COLUMNS);
    }
}
