package nl.mjpmonitor.ops.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.data.ClickHouseFormat;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.mjpmonitor.ops.chain.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the process was killed, however often. */
class GatewayCrashIT {

    private static final int ROUNDS = 5;
    private static final int WRITERS = 3;
    private static final int ROWS_A_BATCH = 100;

    private final AtomicLong nextBatch = new AtomicLong();
    private final Set<Long> acknowledged = new ConcurrentSkipListSet<>();

    @Test
    void everyAcknowledgedBatchIsThereAfterAKill(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("clickhouse");
        Random random = new Random(20261121);
        for (int round = 0; round < ROUNDS; round++) {
            try (EmbeddedClickHouse engine = EmbeddedClickHouse.start(data);
                    ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
                ClickHouseTarget target = target(engine);
                target.value(
                        "CREATE TABLE IF NOT EXISTS batches (batch UInt64, row UInt32) ENGINE=MergeTree ORDER BY batch");
                target.value(
                        "CREATE TABLE IF NOT EXISTS totals (batch UInt64, rows UInt64) ENGINE=MergeTree ORDER BY batch");
                target.value("CREATE MATERIALIZED VIEW IF NOT EXISTS totals_view TO totals AS"
                        + " SELECT batch, count() AS rows FROM batches GROUP BY batch");
                assertEveryAcknowledgedBatchIsThere(target);
                Set<Future<?>> running = startWriters(engine, writers);
                int enough = acknowledged.size() + 20 + random.nextInt(60);
                Until.holds(Duration.ofSeconds(60), () -> acknowledged.size() >= enough);
                engine.kill();
                for (Future<?> writer : running) {
                    writer.get(60, TimeUnit.SECONDS);
                }
            }
        }
        try (EmbeddedClickHouse engine = EmbeddedClickHouse.start(data)) {
            assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 20);
            assertEveryAcknowledgedBatchIsThere(target(engine));
        }
    }

    private Set<Future<?>> startWriters(EmbeddedClickHouse engine, ExecutorService writers) {
        return IntStream.range(0, WRITERS)
                .mapToObj(number -> writers.submit(() -> write(engine)))
                .collect(Collectors.toSet());
    }

    /** Inserts until the engine is gone. */
    private void write(EmbeddedClickHouse engine) {
        try (Client client = engine.client()) {
            while (true) {
                long batch = nextBatch.getAndIncrement();
                String rows = LongStream.range(0, ROWS_A_BATCH)
                        .mapToObj(row -> batch + "\t" + row + "\n")
                        .collect(Collectors.joining());
                try (InsertResponse inserted = client.insert(
                                "batches",
                                new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
                                ClickHouseFormat.TabSeparated)
                        .get()) {
                    assertThat(inserted.getWrittenRows()).isPositive();
                }
                acknowledged.add(batch);
            }
        } catch (Exception gone) {
            // the kill; whatever was not acknowledged may be there or not
            assertThat(gone).isNotInstanceOf(AssertionError.class);
        }
    }

    private void assertEveryAcknowledgedBatchIsThere(ClickHouseTarget target) throws Exception {
        assertThat(whole(target, "SELECT batch FROM batches GROUP BY batch HAVING count() = " + ROWS_A_BATCH))
                .containsAll(acknowledged);
        assertThat(whole(target, "SELECT batch FROM totals GROUP BY batch HAVING sum(rows) = " + ROWS_A_BATCH))
                .as("batches counted by the materialized view")
                .containsAll(acknowledged);
        assertThat(target.value("SELECT count() FROM (SELECT batch FROM batches GROUP BY batch HAVING count() != "
                        + ROWS_A_BATCH + ")"))
                .as("batches that are there in part or twice")
                .isEqualTo("0");
    }

    private static Set<Long> whole(ClickHouseTarget target, String statement) throws Exception {
        return Arrays.stream(target.value(statement).split("\n", -1))
                .filter(line -> !line.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ClickHouseTarget target(EmbeddedClickHouse engine) {
        return new ClickHouseTarget(engine.address(), EmbeddedClickHouse.USER, EmbeddedClickHouse.PASSWORD, "default");
    }
}
