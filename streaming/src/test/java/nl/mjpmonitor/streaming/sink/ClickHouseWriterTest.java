package nl.mjpmonitor.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.mjpmonitor.warehouse.rows.FreshnessRow;
import nl.mjpmonitor.warehouse.rows.WarehouseRow;
import nl.mjpmonitor.warehouse.rows.WarehouseTable;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.Test;

class ClickHouseWriterTest {

    private static final FlushPolicy POLICY = new FlushPolicy(
            3, Duration.ofMillis(20), Duration.ofMillis(200), 4, Duration.ofMillis(1), Duration.ofMillis(2));

    /** Remembers batches, and fails as often as it is told to. */
    private final class FakeClickHouse implements RowDestination {

        private final List<List<WarehouseRow>> batches = new ArrayList<>();
        private int failuresToCome;
        private int attempts;
        private boolean closed;

        @Override
        public void write(WarehouseTable table, List<? extends WarehouseRow> rows) throws IOException {
            attempts++;
            if (failuresToCome > 0) {
                failuresToCome--;
                throw new IOException("ClickHouse is away");
            }
            batches.add(List.copyOf(rows));
            busy = busy.plus(writeTakes);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** How long a write takes, and how long all of them took so far; no other time passes but by the clock. */
    private Duration writeTakes = Duration.ZERO;

    private Duration busy = Duration.ZERO;

    private final FakeClickHouse clickHouse = new FakeClickHouse();
    private final TestProcessingTimeService clock = new TestProcessingTimeService();
    private final SinkWriter<FreshnessRow> writer = new ClickHouseWriter<>(
            WarehouseTable.FRESHNESS, clickHouse, POLICY, clock, this::nanos, new UnregisteredMetricsGroup());

    @Test
    void aFullBatchIsWrittenAtOnce() throws Exception {
        write(1, 2, 3, 4);

        assertThat(clickHouse.batches).containsExactly(List.of(row(1), row(2), row(3)));
    }

    @Test
    void afterAQuietTimeARowWaitsOnlyForThoseThatComeWithIt() throws Exception {
        clock.setCurrentTime(1_000);
        write(1);
        clock.setCurrentTime(1_010);
        write(2);
        assertThat(clickHouse.batches).isEmpty();

        clock.setCurrentTime(1_020);
        assertThat(clickHouse.batches).containsExactly(List.of(row(1), row(2)));
    }

    @Test
    void theLongerAWriteTookTheLaterTheNextOneComes() throws Exception {
        writeTakes = Duration.ofMillis(30);
        clock.setCurrentTime(1_000);
        write(1);
        clock.setCurrentTime(1_020);
        assertThat(clickHouse.batches).hasSize(1);

        // 30 ms of writing have passed
        write(2);
        clock.setCurrentTime(1_109);
        assertThat(clickHouse.batches).hasSize(1);
        clock.setCurrentTime(1_110);
        assertThat(clickHouse.batches).hasSize(2);
    }

    @Test
    void aRowWaitsNoLongerThanItMay() throws Exception {
        writeTakes = Duration.ofSeconds(10);
        clock.setCurrentTime(1_000);
        write(1);
        clock.setCurrentTime(1_020);

        write(2);
        clock.setCurrentTime(1_219);
        assertThat(clickHouse.batches).hasSize(1);
        clock.setCurrentTime(1_220);
        assertThat(clickHouse.batches).hasSize(2);
    }

    @Test
    void theTimerOfAWrittenBatchDoesNotCutTheNextOneShort() throws Exception {
        clock.setCurrentTime(1_000);
        write(1, 2, 3);
        clock.setCurrentTime(1_010);
        write(4);
        clock.setCurrentTime(1_020);
        assertThat(clickHouse.batches).hasSize(1);

        clock.setCurrentTime(1_030);
        assertThat(clickHouse.batches).hasSize(2);
    }

    @Test
    void everyRowIsStoredBeforeACheckpointCompletes() throws Exception {
        write(1);
        writer.flush(false);

        assertThat(clickHouse.batches).containsExactly(List.of(row(1)));
    }

    @Test
    void nothingIsWrittenWhenThereIsNothing() throws Exception {
        writer.flush(false);

        assertThat(clickHouse.attempts).isZero();
    }

    @Test
    void aFailedBatchIsOfferedAgainAsAWhole() throws Exception {
        clickHouse.failuresToCome = 3;
        write(1, 2, 3);
        write(4);
        writer.flush(false);

        assertThat(clickHouse.batches).containsExactly(List.of(row(1), row(2), row(3)), List.of(row(4)));
    }

    @Test
    void afterTheLastAttemptTheTaskFailsSoThatTheJobRestartsFromItsCheckpoint() throws Exception {
        clickHouse.failuresToCome = 100;
        write(1, 2);

        assertThatThrownBy(() -> writer.flush(false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2 rows of control.freshness")
                .hasRootCauseMessage("ClickHouse is away");
        assertThat(clickHouse.attempts).isEqualTo(POLICY.attempts());
    }

    @Test
    void closingClosesTheDestination() throws Exception {
        writer.close();

        assertThat(clickHouse.closed).isTrue();
    }

    @Test
    void ofATableThatNobodyWaitsForEveryBatchWaits() {
        FlushPolicy patient = FlushPolicy.patient(1, Duration.ofMillis(400));

        assertThat(patient.waitAfter(Duration.ofHours(1), Duration.ofMillis(1))).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void pausesGrowUpToTheirBound() {
        FlushPolicy policy = FlushPolicy.prompt(1, Duration.ofMillis(1));

        assertThat(policy.pauseAfter(1)).isEqualTo(Duration.ofMillis(100));
        assertThat(policy.pauseAfter(2)).isEqualTo(Duration.ofMillis(200));
        assertThat(policy.pauseAfter(9)).isEqualTo(Duration.ofSeconds(5));
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(clock.getCurrentProcessingTime()) + busy.toNanos();
    }

    private void write(long... sourceMoments) throws Exception {
        for (long moment : sourceMoments) {
            writer.write(row(moment), null);
        }
    }

    private static FreshnessRow row(long sourceAt) {
        return new FreshnessRow("politiecijfers", sourceAt, sourceAt);
    }
}
