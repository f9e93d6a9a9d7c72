package nl.mjpmonitor.ops.clickhouse.gateway;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot.UnknownDataPointSnapshot;
import java.util.List;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the engine measures of itself, read anew at each look, under the names that a ClickHouse server gives it: {@code
 * ClickHouseMetrics_…} of {@code system.metrics}, {@code ClickHouseProfileEvents_…} of {@code system.events}. Of the asynchronous
 * metrics, which the embedded engine does not gather, those of the tables are made from {@code system.parts}.
 */
final class EngineMetrics implements MultiCollector {

    private static final String EVENTS = "ProfileEvents";
    private static final String QUESTION = """
            SELECT 'Metrics' AS kind, metric AS name, toFloat64(value) AS number, description
            FROM system.metrics
            UNION ALL
            SELECT 'ProfileEvents', event, toFloat64(value), description
            FROM system.events
            UNION ALL
            SELECT 'AsyncMetrics', (told.1), toFloat64(told.2), (told.3)
            FROM (
                SELECT arrayJoin([
                    ('TotalPartsOfMergeTreeTables', sum(part_count), 'Active parts of all tables'),
                    ('TotalRowsOfMergeTreeTables', sum(row_count), 'Rows of all tables'),
                    ('TotalBytesOfMergeTreeTables', sum(byte_count), 'Bytes on disk of all tables'),
                    ('MaxPartCountForPartition', max(part_count), 'Active parts of the partition with the most')]) AS told
                FROM (
                    SELECT count() AS part_count, sum(rows) AS row_count, sum(bytes_on_disk) AS byte_count
                    FROM system.parts
                    WHERE active
                    GROUP BY database, table, partition
                )
            )
            FORMAT JSONCompactEachRow""";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Engine engine;

    EngineMetrics(Engine engine) {
        this.engine = engine;
    }

    /** @throws EngineSilentException when the engine does not answer */
    @Override
    public MetricSnapshots collect() {
        try {
            List<MetricSnapshot> told = engine.ask(QUESTION)
                    .lines()
                    .map(JSON::readTree)
                    .map(EngineMetrics::snapshot)
                    .toList();
            return new MetricSnapshots(told);
        } catch (ChdbException refused) {
            throw new EngineSilentException(refused);
        }
    }

    private static MetricSnapshot snapshot(JsonNode row) {
        String kind = row.get(0).asString();
        String name = "ClickHouse" + kind + "_" + row.get(1).asString();
        double value = row.get(2).asDouble();
        String help = row.get(3).asString();
        return kind.equals(EVENTS)
                // a counter of this library would be renamed to end in _total
                ? UnknownSnapshot.builder()
                        .name(name)
                        .help(help)
                        .dataPoint(
                                UnknownDataPointSnapshot.builder().value(value).build())
                        .build()
                : GaugeSnapshot.builder()
                        .name(name)
                        .help(help)
                        .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                        .build();
    }
}
