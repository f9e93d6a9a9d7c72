package nl.mjpmonitor.warehouse.thresholds;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.rows.ControlRows;

/** {@link ThresholdRegister} in {@code control.threshold_change} and {@code control.threshold_in_force}. */
public final class ClickHouseThresholdRegister implements ThresholdRegister {

    private record InForce(String key, int value, int usual) {}

    private final WarehouseConnection connection;
    private final Clock clock;

    /**
     * Reads and records over this connection.
     *
     * @param clock tells since when the stream judges by what it says
     */
    public ClickHouseThresholdRegister(WarehouseConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public ThresholdStand read() {
        Map<String, Integer> usual = new HashMap<>();
        Map<String, Integer> inForce = new HashMap<>();
        for (InForce each : newest()) {
            usual.put(each.key(), each.usual());
            inForce.put(each.key(), each.value());
        }
        return new ThresholdStand(StreamThresholds.of(usual), Map.copyOf(inForce), changes());
    }

    private List<InForce> newest() {
        return connection.query(
                "Query of the thresholds in force",
                """
                SELECT threshold, value, usual_value
                FROM control.threshold_in_force_current
                WHERE since = (SELECT max(since) FROM control.threshold_in_force_current)""",
                Map.of(),
                row -> new InForce(row.getString("threshold"), row.getInteger("value"), row.getInteger("usual_value")));
    }

    private List<ThresholdChange> changes() {
        return connection.query(
                "Query of changed thresholds",
                """
                SELECT threshold, value, changed_at, changed_by, reason
                FROM control.threshold_change_current
                ORDER BY changed_at, threshold""",
                Map.of(),
                row -> new ThresholdChange(
                        row.getString("threshold"),
                        row.hasValue("value") ? Optional.of(row.getInteger("value")) : Optional.empty(),
                        row.getInstant("changed_at"),
                        row.getString("changed_by"),
                        row.getString("reason")));
    }

    @Override
    public void change(ThresholdChange change) {
        ControlRows rows = new ControlRows();
        rows.add(row -> row.put("threshold", change.key())
                .put("value", change.value().orElse(null))
                .put("changed_at", ControlRows.moment(change.changedAt()))
                .put("changed_by", change.changedBy())
                .put("reason", change.reason()));
        rows.insert(
                connection,
                "control.threshold_change",
                List.of("threshold", "value", "changed_at", "changed_by", "reason"));
    }

    @Override
    public void inForce(StreamThresholds usual, StreamThresholds inForce) {
        Instant since = clock.instant();
        Map<String, Integer> usualByKey = usual.byKey();
        ControlRows rows = new ControlRows();
        inForce.byKey()
                .forEach((key, value) -> rows.add(row -> row.put("threshold", key)
                        .put("value", value)
                        .put("usual_value", usualByKey.get(key))
                        .put("since", ControlRows.moment(since))));
        rows.insert(connection, "control.threshold_in_force", List.of("threshold", "value", "usual_value", "since"));
    }
}
