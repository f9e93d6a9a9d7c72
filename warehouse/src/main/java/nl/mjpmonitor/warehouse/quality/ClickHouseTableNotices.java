package nl.mjpmonitor.warehouse.quality;

import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.WarehouseConnection;

/** {@link TableNotices} out of {@code control.table_notice_current}. */
public final class ClickHouseTableNotices implements TableNotices {

    private final WarehouseConnection connection;

    public ClickHouseTableNotices(WarehouseConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<TableNotice> open() {
        return connection.query(
                "Query of departures from contracts",
                """
                SELECT source_system, source_table, notice, column_name, detail, topic, offset, known_at
                FROM control.table_notice_current
                WHERE is_open = 1
                ORDER BY notice DESC, source_system, source_table, column_name""",
                Map.of(),
                row -> new TableNotice(
                        row.getString("source_system"),
                        row.getString("source_table"),
                        TableNotice.Kind.of(row.getString("notice")),
                        row.getString("column_name"),
                        row.getString("detail"),
                        row.getString("topic"),
                        row.getLong("offset"),
                        row.getInstant("known_at")));
    }
}
