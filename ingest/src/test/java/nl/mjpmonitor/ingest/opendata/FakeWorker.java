package nl.mjpmonitor.ingest.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * What a Connect worker does with a task: it polls, commits records and offsets, crashes and starts the task again. Offsets go
 * through the converter that Connect stores them with.
 */
final class FakeWorker implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private final Map<String, String> settings;
    private final TestClock clock;
    private final JsonConverter converter = new JsonConverter();
    private final Map<Map<String, ?>, byte[]> offsets = new HashMap<>();
    private final List<SourceRecord> committed = new ArrayList<>();
    private OpenDataSourceTask task;

    FakeWorker(Map<String, String> settings, TestClock clock) {
        this.settings = settings;
        this.clock = clock;
        converter.configure(Map.of("schemas.enable", "false"), false);
        start();
    }

    private void start() {
        task = new OpenDataSourceTask(clock);
        task.initialize(new Context());
        task.start(settings);
    }

    /** Everything in memory is lost. */
    void crash() {
        task.stop();
        start();
    }

    /** One batch of records, which is not committed; empty when nothing came within a poll. */
    List<SourceRecord> poll() {
        try {
            List<SourceRecord> batch = task.poll();
            return batch == null ? List.of() : batch;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The records and their offsets become durable, in one transaction. */
    void commit(List<SourceRecord> batch) {
        for (SourceRecord record : batch) {
            ((Struct) record.value()).validate();
            ((Struct) record.key()).validate();
            committed.add(record);
            offsets.put(
                    Map.copyOf(record.sourcePartition()),
                    converter.fromConnectData("offsets", null, record.sourceOffset()));
        }
    }

    /** Polls and commits until a record comes by. */
    SourceRecord runUntil(Predicate<SourceRecord> wanted) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            List<SourceRecord> batch = poll();
            commit(batch);
            for (SourceRecord record : batch) {
                if (wanted.test(record)) {
                    return record;
                }
            }
        }
        throw new AssertionError("The record did not come; there were "
                + committed.stream().map(SourceRecord::value).toList());
    }

    /** Polls and commits until a reading is in a state. */
    Struct runUntilReading(String state) {
        return (Struct) runUntil(record -> isReading(record, state)).value();
    }

    /** Polls and commits for a while that is long enough for anything that is under way. */
    void runIdle() {
        commit(poll());
        commit(poll());
    }

    static boolean isReading(SourceRecord record, String state) {
        return record.topic().endsWith(".control.reading")
                && state.equals(((Struct) record.value()).getString("state"));
    }

    static boolean isCell(SourceRecord record) {
        return record.topic().contains(".cell.");
    }

    List<SourceRecord> committed() {
        return List.copyOf(committed);
    }

    List<Struct> values(String topic) {
        return committed.stream()
                .filter(record -> record.topic().equals(topic))
                .map(record -> (Struct) record.value())
                .toList();
    }

    List<Struct> cells() {
        return committed.stream()
                .filter(FakeWorker::isCell)
                .map(record -> (Struct) record.value())
                .toList();
    }

    /** The only cell with these codes among those published, its newest record. */
    Struct cell(String area, String period) {
        List<Struct> found = cells().stream()
                .filter(cell -> cell.getString("area_code").equals(area)
                        && cell.getString("period").equals(period))
                .toList();
        assertThat(found).as("cell of %s in %s", area, period).isNotEmpty();
        return found.get(found.size() - 1);
    }

    /** What somebody knows who keeps the newest record of each cell: "figure status", or nothing when it is withdrawn. */
    Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        Map<String, Long> revisions = new HashMap<>();
        for (Struct cell : cells()) {
            String key = key(cell);
            long revision = cell.getInt64("revision");
            assertThat(revision).as("revisions of %s", key).isGreaterThanOrEqualTo(revisions.getOrDefault(key, 0L));
            revisions.put(key, revision);
            if (cell.getBoolean("is_withdrawn")) {
                table.remove(key);
            } else {
                table.put(key, cell.getString("value") + " " + cell.getString("status"));
            }
        }
        return table;
    }

    static String key(Struct cell) {
        return cell.getString("measure") + " " + cell.getString("area_code") + " " + cell.getString("period") + " "
                + cell.getString("category");
    }

    void forget() {
        committed.clear();
    }

    @Override
    public void close() {
        task.stop();
    }

    private final class Context implements SourceTaskContext {
        @Override
        public Map<String, String> configs() {
            return settings;
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return new Storage();
        }

        @Override
        public PluginMetrics pluginMetrics() {
            throw new UnsupportedOperationException("The task keeps no metrics of its own");
        }
    }

    private final class Storage implements OffsetStorageReader {
        @Override
        public <T> Map<String, Object> offset(Map<String, T> partition) {
            return offsets(List.of(partition)).get(partition);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
            Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
            for (Map<String, T> partition : partitions) {
                byte[] stored = offsets.get(partition);
                found.put(
                        partition,
                        stored == null
                                ? null
                                : (Map<String, Object>) converter
                                        .toConnectData("offsets", stored)
                                        .value());
            }
            return found;
        }
    }
}
