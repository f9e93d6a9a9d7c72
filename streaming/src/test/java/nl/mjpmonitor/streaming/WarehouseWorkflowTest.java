package nl.mjpmonitor.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.ContractSources;
import nl.mjpmonitor.streaming.change.EventBuilder;
import nl.mjpmonitor.streaming.change.RejectedEvent;
import nl.mjpmonitor.streaming.sink.ClickHouseSink;
import nl.mjpmonitor.streaming.sink.FlushPolicy;
import nl.mjpmonitor.streaming.sink.RowDestination;
import nl.mjpmonitor.warehouse.rows.FreshnessRow;
import nl.mjpmonitor.warehouse.rows.RejectedEventRow;
import nl.mjpmonitor.warehouse.rows.SignalRow;
import nl.mjpmonitor.warehouse.rows.WarehouseRow;
import nl.mjpmonitor.warehouse.rows.WarehouseTable;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.functions.FromElementsGeneratorFunction;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The whole graph on a real, small cluster with the settings of the job; only the source and ClickHouse are stood in for. */
class WarehouseWorkflowTest {

    private static final int PARALLELISM = 2;

    /** What arrived, by test: the cluster runs in this process, and its tasks find it here. */
    private static final Map<String, Arrivals> ARRIVALS = new ConcurrentHashMap<>();

    private static final class Arrivals {

        private final FinalTables tables = new FinalTables();
        private final Queue<RejectedEvent> deadLetters = new ConcurrentLinkedQueue<>();
        private final Queue<FreshnessRow> freshness = new ConcurrentLinkedQueue<>();
        private final Queue<SignalRow> signals = new ConcurrentLinkedQueue<>();
        private final Queue<SignalRow> signalMessages = new ConcurrentLinkedQueue<>();
        private final AtomicInteger writes = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private volatile int failAtWrite = Integer.MAX_VALUE;
        private final AtomicInteger failuresLeft = new AtomicInteger();
    }

    /** Keeps rows like ClickHouse, and is away when it is told to be. */
    private record FakeClickHouse(String test) implements RowDestination {

        @Override
        public void write(WarehouseTable table, List<? extends WarehouseRow> rows) throws IOException {
            Arrivals arrivals = ARRIVALS.get(test);
            boolean away = arrivals.writes.incrementAndGet() >= arrivals.failAtWrite
                    && arrivals.failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            for (WarehouseRow row : away ? rows.subList(0, rows.size() / 2) : rows) {
                arrivals.tables.write(row);
                if (row instanceof FreshnessRow fresh) {
                    arrivals.freshness.add(fresh);
                } else if (row instanceof SignalRow signal) {
                    arrivals.signals.add(signal);
                }
            }
            if (away) {
                arrivals.failures.incrementAndGet();
                throw new IOException("ClickHouse went away in the middle of a batch");
            }
        }

        @Override
        public void close() {}
    }

    private record DeadLetterSink(String test) implements Sink<RejectedEvent> {

        @Override
        public SinkWriter<RejectedEvent> createWriter(WriterInitContext context) {
            return new SinkWriter<>() {
                @Override
                public void write(RejectedEvent event, Context context) {
                    ARRIVALS.get(test).deadLetters.add(event);
                }

                @Override
                public void flush(boolean endOfInput) {}

                @Override
                public void close() {}
            };
        }
    }

    private record SignalSink(String test) implements Sink<SignalRow> {

        @Override
        public SinkWriter<SignalRow> createWriter(WriterInitContext context) {
            return new SinkWriter<>() {
                @Override
                public void write(SignalRow signal, Context context) {
                    ARRIVALS.get(test).signalMessages.add(signal);
                }

                @Override
                public void flush(boolean endOfInput) {}

                @Override
                public void close() {}
            };
        }
    }

    @TempDir
    private Path state;

    private String test;
    private Arrivals arrivals;

    @BeforeEach
    void prepare(TestInfo info) {
        test = info.getDisplayName();
        arrivals = new Arrivals();
        ARRIVALS.put(test, arrivals);
    }

    @Test
    void theTablesEndAsTheSourceWouldAnswer() throws Exception {
        ChangeLog log = ChangeLog.random(42, 400);

        run(records(log), 100_000);

        assertThat(arrivals.tables.changeEvents()).isNotEmpty();
        log.answers()
                .forEach((moment, answer) ->
                        assertThat(arrivals.tables.countsKnownAt(moment)).isEqualTo(answer));
        assertThat(arrivals.deadLetters)
                .hasSameSizeAs(arrivals.tables.rejectedEvents().values());
        assertThat(arrivals.freshness).isNotEmpty();
    }

    @Test
    void nothingIsLostOrDoubleWhenClickHouseIsAwayAndTheJobRestarts() throws Exception {
        ChangeLog log = ChangeLog.random(43, 1_500);
        String other = test + " undisturbed";
        ARRIVALS.put(other, new Arrivals());
        arrivals.failAtWrite = 60;
        arrivals.failuresLeft.set(7);

        run(records(log), 2_000);

        assertThat(arrivals.failures).as("batches that failed").hasValue(7);
        log.answers()
                .forEach((moment, answer) ->
                        assertThat(arrivals.tables.countsKnownAt(moment)).isEqualTo(answer));
        test = other;
        run(records(log), 100_000);
        FinalTables undisturbed = ARRIVALS.get(other).tables;
        assertThat(arrivals.tables.changeEvents()).isEqualTo(undisturbed.changeEvents());
        assertThat(arrivals.tables.monthlyCounts()).isEqualTo(undisturbed.monthlyCounts());
        assertThat(arrivals.tables.rejectedEvents()).isEqualTo(undisturbed.rejectedEvents());
    }

    @Test
    void aBadEventStopsNothingAndCountsWhenItIsMendedAndReplayed() throws Exception {
        Instant moment = Instant.parse("2026-11-21T08:00:00Z");
        EventBuilder good = EventBuilder.registration(1)
                .column("registration_count", "5")
                .version(10, 1)
                .knownAt(moment)
                .offset(0);
        List<ConsumedRecord> records = new ArrayList<>(List.of(good.record()));
        records.addAll(badEvents(moment));
        records.add(EventBuilder.registration(2)
                .column("registration_count", "7")
                .version(30, 1)
                .knownAt(moment.plusSeconds(20))
                .offset(30)
                .record());
        records.add(EventBuilder.heartbeat(moment.plusSeconds(21), moment.plusSeconds(22), 0));
        // mended: the same change, in the topic again
        records.add(EventBuilder.registration(1)
                .column("registration_count", "6")
                .version(20, 1)
                .knownAt(moment.plusSeconds(30))
                .offset(31)
                .record());

        run(records, 100_000);

        assertThat(arrivals.deadLetters)
                .extracting(event -> event.violation().reason().code())
                .containsExactlyInAnyOrder(
                        "broken-json",
                        "unknown-police-class",
                        "unknown-area",
                        "out-of-range",
                        "month-in-future",
                        "wrong-type");
        assertThat(arrivals.tables.rejectedEvents().values())
                .extracting(RejectedEventRow::reason)
                .hasSize(6)
                .doesNotHaveDuplicates();
        assertThat(total(moment)).as("before").isEqualTo(5);
        assertThat(total(moment.plusSeconds(20)))
                .as("the previous good row stayed current, others went on")
                .isEqualTo(12);
        assertThat(total(moment.plusSeconds(30))).as("after the replay").isEqualTo(13);
        assertThat(arrivals.freshness)
                .extracting(FreshnessRow::sourceAtMillis)
                .contains(moment.plusSeconds(21).toEpochMilli());
    }

    private static List<ConsumedRecord> badEvents(Instant moment) {
        List<ConsumedRecord> bad = new ArrayList<>();
        bad.add(bad(1, moment).record("{\"registration_id\":1}", "{\"after\":"));
        bad.add(bad(2, moment).column("police_class", "\"Z99\"").record());
        bad.add(bad(3, moment).column("area_code", "\"BU00000000\"").record());
        bad.add(bad(4, moment).column("registration_count", "-6").record());
        bad.add(bad(5, moment).column("month", "\"2027-01-01Z\"").record());
        bad.add(bad(6, moment).column("delivery_id", "null").record());
        return bad;
    }

    private static EventBuilder bad(long offset, Instant moment) {
        return EventBuilder.registration(1)
                .column("registration_count", "6")
                .version(20, 1)
                .knownAt(moment.plusSeconds(offset))
                .offset(offset);
    }

    private long total(Instant moment) {
        return arrivals.tables.countsKnownAt(moment).values().stream()
                .mapToLong(ChangeLog.Count::known)
                .sum();
    }

    private static List<ConsumedRecord> records(ChangeLog log) {
        return log.events().stream().map(ChangeLog.Event::record).toList();
    }

    private void run(Collection<ConsumedRecord> records, double recordsPerSecond) throws Exception {
        WarehouseJobOptions options = WarehouseJobOptions.parse(
                "--bootstrap", "127.0.0.1:1",
                "--clickhouse-url", "jdbc:clickhouse://127.0.0.1:1",
                "--state-dir", state.toString(),
                "--checkpoint-interval-ms", "100",
                "--parallelism", Integer.toString(PARALLELISM));
        Configuration settings = FlinkSettings.ofJob(options, WarehouseJob.checkpoints(options), Optional.empty());
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, settings);
        TypeInformation<ConsumedRecord> type = TypeInformation.of(ConsumedRecord.class);
        DataGeneratorSource<ConsumedRecord> source = new DataGeneratorSource<>(
                new FromElementsGeneratorFunction<>(type, environment.getConfig(), records),
                records.size(),
                RateLimiterStrategy.perSecond(recordsPerSecond),
                type);
        WarehouseWorkflow.build(
                environment
                        .fromSource(source, WarehouseWorkflow.watermarks(), "records")
                        .uid("records")
                        // like the one partition of a topic
                        .setParallelism(1),
                ContractSources.packaged(),
                options.maxEventBytes(),
                Timeline.always(options.thresholds()),
                sinks());
        environment.execute();
    }

    private WarehouseSinks sinks() {
        String name = test;
        RowDestination.Opener clickHouse = () -> new FakeClickHouse(name);
        FlushPolicy policy = new FlushPolicy(
                50, Duration.ofMillis(20), Duration.ofMillis(20), 2, Duration.ofMillis(1), Duration.ofMillis(1));
        return new WarehouseSinks(
                new ClickHouseSink<>(WarehouseTable.CHANGE_EVENT, clickHouse, policy),
                new ClickHouseSink<>(WarehouseTable.MONTHLY_COUNT, clickHouse, policy),
                new ClickHouseSink<>(WarehouseTable.HOTSPOT_LIFE, clickHouse, policy),
                new ClickHouseSink<>(WarehouseTable.CASE_STEP_STATE, clickHouse, policy),
                new ClickHouseSink<>(WarehouseTable.REJECTED_EVENT, clickHouse, policy),
                new ClickHouseSink<>(WarehouseTable.FRESHNESS, clickHouse, policy),
                new ClickHouseSink<>(WarehouseTable.TABLE_NOTICE, clickHouse, policy),
                new DeadLetterSink(name),
                new ClickHouseSink<>(WarehouseTable.SIGNAL, clickHouse, policy),
                new SignalSink(name));
    }
}
