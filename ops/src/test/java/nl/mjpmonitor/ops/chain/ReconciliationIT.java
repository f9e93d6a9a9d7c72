package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.quality.ReconciliationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Source and warehouse are compared at the same position, and what was damaged in the warehouse is found and mended. */
@ExtendWith(RunningStack.class)
class ReconciliationIT {

    private final Stack stack;

    ReconciliationIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void aLostRowAndARowTooManyAreFoundAndMended() throws Exception {
        assertThat(stack.reconcile("melddesk"))
                .extracting(ReconciledRange::state)
                .containsOnly(ReconciliationState.EQUAL);
        try (WarehouseConnection warehouse = stack.warehouseConnection()) {
            String lost = warehouse
                    .query(
                            "Pick a row",
                            "SELECT min(key) AS key FROM raw.change_event"
                                    + " WHERE source_system = 'melddesk' AND source_table = 'report' AND _is_deleted = 0",
                            Map.of(),
                            row -> row.getString("key"))
                    .getFirst();
            warehouse.execute(
                    "Lose a row",
                    "ALTER TABLE raw.change_event DELETE WHERE source_system = 'melddesk' AND source_table = 'report'"
                            + " AND key = {key:String} SETTINGS mutations_sync = 2",
                    Map.of("key", lost));
            warehouse.execute("Make a row up", """
                    INSERT INTO raw.change_event
                    SELECT source_system, source_table,
                        replaceRegexpOne(key, '"counted_on":"[^"]*"', '"counted_on":"1999-01-01Z"'), _version, op, _is_deleted,
                        row, source_at, _known_at, topic, partition, offset
                    FROM raw.change_event
                    WHERE source_system = 'melddesk' AND source_table = 'group_size'
                    LIMIT 1""", Map.of());

            List<ReconciledRange> found = stack.reconcile("melddesk");

            assertThat(found)
                    .filteredOn(range -> range.state() != ReconciliationState.EQUAL)
                    .extracting(ReconciledRange::sourceTable, ReconciledRange::state, ReconciledRange::driftedCount)
                    .containsExactlyInAnyOrder(
                            tuple("report", ReconciliationState.HEALED, 1L),
                            tuple("group_size", ReconciliationState.HEALED, 1L));
            assertThat(found)
                    .filteredOn(range -> range.sourceTable().equals("report")
                            && !range.detail().isEmpty())
                    .singleElement()
                    .satisfies(range -> assertThat(range.detail()).isEqualTo(lost));
        }
        assertThat(stack.reconcile("melddesk"))
                .extracting(ReconciledRange::state)
                .containsOnly(ReconciliationState.EQUAL);
    }
}
