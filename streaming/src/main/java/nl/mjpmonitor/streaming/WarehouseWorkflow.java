package nl.mjpmonitor.streaming;

import java.time.Duration;
import java.util.List;
import nl.mjpmonitor.streaming.change.ChangeEvent;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.ContractSources;
import nl.mjpmonitor.streaming.change.DecodeFunction;
import nl.mjpmonitor.streaming.change.RejectedEvent;
import nl.mjpmonitor.streaming.change.RowRule;
import nl.mjpmonitor.streaming.change.SourceProgress;
import nl.mjpmonitor.streaming.freshness.FreshnessFunction;
import nl.mjpmonitor.streaming.registrations.Contribution;
import nl.mjpmonitor.streaming.registrations.CountFunction;
import nl.mjpmonitor.streaming.registrations.CountedTable;
import nl.mjpmonitor.streaming.registrations.RegistrationMapper;
import nl.mjpmonitor.streaming.row.LatestRowFunction;
import nl.mjpmonitor.streaming.row.RowChange;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import nl.mjpmonitor.warehouse.rows.RejectedEventRow;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The graph of the job, from records to rows of the warehouse. Source and sinks are given to it.
 *
 * <p>Every operator has an identifier that must not change, or its state is not found after an upgrade.
 */
public final class WarehouseWorkflow {

    /** Number of key groups; fixed for the life of the state. */
    static final int MAX_PARALLELISM = 128;

    /** Rules about rows that a schema cannot say. */
    static final List<RowRule> ROW_RULES = List.copyOf(CountedTable.ALL);

    private static final Duration IDLE_AFTER = Duration.ofSeconds(5);

    private WarehouseWorkflow() {}

    /** Watermarks that follow the append time of each topic; a topic without records holds none of the others back. */
    public static WatermarkStrategy<ConsumedRecord> watermarks() {
        return WatermarkStrategy.<ConsumedRecord>forMonotonousTimestamps()
                .withTimestampAssigner((record, timestamp) -> record.knownAt().toEpochMilli())
                .withIdleness(IDLE_AFTER);
    }

    /**
     * Adds the graph to the environment of the records.
     *
     * @param records records with {@link #watermarks()}
     * @param maxEventBytes largest value that is accepted
     */
    public static void build(
            DataStream<ConsumedRecord> records, ContractSources contracts, int maxEventBytes, WarehouseSinks sinks) {
        SingleOutputStreamOperator<ChangeEvent> events = records.process(
                        new DecodeFunction(contracts, ROW_RULES, maxEventBytes))
                .returns(ChangeEvent.class)
                .name("decode")
                .uid("decode")
                // with another number of tasks the records of one key would be dealt out and overtake each other
                .setParallelism(records.getParallelism());
        SingleOutputStreamOperator<RowChange> changes = events.keyBy(ChangeEvent::rowKey, Types.STRING)
                .process(new LatestRowFunction(contracts, ROW_RULES))
                .returns(RowChange.class)
                .name("latest row")
                .uid("latest-row");
        writeChangeEvents(changes, sinks);
        countRegistrations(changes, sinks);
        writeFreshness(events.getSideOutput(DecodeFunction.PROGRESS), sinks);
        writeRejected(
                events.getSideOutput(RejectedEvent.OUTPUT).union(changes.getSideOutput(RejectedEvent.OUTPUT)), sinks);
    }

    private static void writeChangeEvents(DataStream<RowChange> changes, WarehouseSinks sinks) {
        changes.map(WarehouseRows::changeEvent, TypeInformation.of(ChangeEventRow.class))
                .name("change event row")
                .uid("change-event-row")
                .sinkTo(sinks.changeEvents())
                .name("raw.change_event")
                .uid("change-event-sink");
    }

    private static void countRegistrations(DataStream<RowChange> changes, WarehouseSinks sinks) {
        changes.flatMap(new RegistrationMapper())
                .returns(Contribution.class)
                .name("registrations")
                .uid("registrations")
                .keyBy(Contribution::cellKey, Types.STRING)
                .process(new CountFunction())
                .returns(MonthlyCountRow.class)
                .name("count")
                .uid("count")
                .sinkTo(sinks.monthlyCounts())
                .name("mart.monthly_count")
                .uid("monthly-count-sink");
    }

    private static void writeFreshness(DataStream<SourceProgress> progress, WarehouseSinks sinks) {
        progress.keyBy(SourceProgress::system, Types.STRING)
                .process(new FreshnessFunction())
                .name("freshness")
                .uid("freshness")
                .setParallelism(1)
                .sinkTo(sinks.freshness())
                .name("control.freshness")
                .uid("freshness-sink")
                .setParallelism(1);
    }

    private static void writeRejected(DataStream<RejectedEvent> rejected, WarehouseSinks sinks) {
        rejected.sinkTo(sinks.deadLetters())
                .name("rejected topic")
                .uid("dead-letter-sink")
                .setParallelism(1);
        rejected.map(WarehouseRows::rejectedEvent, TypeInformation.of(RejectedEventRow.class))
                .name("rejected event row")
                .uid("rejected-event-row")
                .setParallelism(1)
                .sinkTo(sinks.rejectedEvents())
                .name("control.rejected_event")
                .uid("rejected-event-sink")
                .setParallelism(1);
    }
}
