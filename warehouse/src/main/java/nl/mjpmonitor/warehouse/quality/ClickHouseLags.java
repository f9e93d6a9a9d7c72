package nl.mjpmonitor.warehouse.quality;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.rows.ControlRows;

/** {@link Lags} in {@code control.lag}. */
public final class ClickHouseLags implements Lags {

    private static final List<String> COLUMNS =
            List.of("source_system", "source_table", "stage", "amount", "unit", "waiting_ms", "measured_at");

    private final WarehouseConnection connection;

    public ClickHouseLags(WarehouseConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<Lag> newest() {
        return connection.query(
                "Query of the lag",
                """
                SELECT source_system, source_table, stage, toInt64(amount) AS in_total, toInt64(waiting_ms) AS waited, measured_at
                FROM control.lag_current
                ORDER BY source_system, source_table, stage""",
                Map.of(),
                row -> new Lag(
                        row.getString("source_system"),
                        row.getString("source_table"),
                        Lag.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                        row.getLong("in_total"),
                        Duration.ofMillis(row.getLong("waited")),
                        row.getInstant("measured_at")));
    }

    @Override
    public void record(List<Lag> lags) {
        if (lags.isEmpty()) {
            return;
        }
        ControlRows rows = new ControlRows();
        for (Lag lag : lags) {
            rows.add(row -> row.put("source_system", lag.sourceSystem())
                    .put("source_table", lag.sourceTable())
                    .put("stage", lag.stage().word())
                    .put("amount", lag.amount())
                    .put("unit", lag.stage().unit())
                    .put("waiting_ms", lag.waiting().toMillis())
                    .put("measured_at", ControlRows.moment(lag.measuredAt())));
        }
        rows.insert(connection, "control.lag", COLUMNS);
    }
}
