package nl.mjpmonitor.streaming;

import java.time.Duration;
import java.util.List;
import nl.mjpmonitor.streaming.casework.CaseChange;
import nl.mjpmonitor.streaming.casework.CaseLifecycleFunction;
import nl.mjpmonitor.streaming.casework.CaseMapper;
import nl.mjpmonitor.streaming.casework.StepNorms;
import nl.mjpmonitor.streaming.change.ChangeEvent;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.ContractSources;
import nl.mjpmonitor.streaming.change.DecodeFunction;
import nl.mjpmonitor.streaming.change.RejectedEvent;
import nl.mjpmonitor.streaming.change.RowRule;
import nl.mjpmonitor.streaming.change.SourceProgress;
import nl.mjpmonitor.streaming.detection.DetectionRegisters;
import nl.mjpmonitor.streaming.freshness.FreshnessFunction;
import nl.mjpmonitor.streaming.hotspots.HotspotFunction;
import nl.mjpmonitor.streaming.hotspots.HotspotSettings;
import nl.mjpmonitor.streaming.hotspots.ReportChange;
import nl.mjpmonitor.streaming.hotspots.ReportMapper;
import nl.mjpmonitor.streaming.registrations.Contribution;
import nl.mjpmonitor.streaming.registrations.CountFunction;
import nl.mjpmonitor.streaming.registrations.CountedTable;
import nl.mjpmonitor.streaming.registrations.RegistrationMapper;
import nl.mjpmonitor.streaming.row.LatestRowFunction;
import nl.mjpmonitor.streaming.row.RowChange;
import nl.mjpmonitor.streaming.signals.SignalCandidate;
import nl.mjpmonitor.warehouse.rows.CaseStepStateRow;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.HotspotLifeRow;
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
     * @return what the detections found, or found to be over
     */
    public static DataStream<SignalCandidate> build(
            DataStream<ConsumedRecord> records,
            ContractSources contracts,
            int maxEventBytes,
            DetectionSettings detection,
            WarehouseSinks sinks) {
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
        SingleOutputStreamOperator<HotspotLifeRow> hotspots = findHotspots(changes, detection.hotspots(), sinks);
        SingleOutputStreamOperator<CaseStepStateRow> cases = followCases(changes, detection.norms(), sinks);
        writeChangeEvents(changes, detected(changes, detection.hotspots().memoryDays(), hotspots, cases), sinks);
        countRegistrations(changes, sinks);
        events.getSideOutput(DecodeFunction.NOTICES)
                .sinkTo(sinks.tableNotices())
                .name("control.table_notice")
                .uid("table-notice-sink")
                .setParallelism(1);
        writeFreshness(events.getSideOutput(DecodeFunction.PROGRESS), sinks);
        writeRejected(
                events.getSideOutput(RejectedEvent.OUTPUT).union(changes.getSideOutput(RejectedEvent.OUTPUT)), sinks);
        return hotspots.getSideOutput(HotspotFunction.CANDIDATES)
                .union(cases.getSideOutput(CaseLifecycleFunction.CANDIDATES));
    }

    private static SingleOutputStreamOperator<HotspotLifeRow> findHotspots(
            DataStream<RowChange> changes, HotspotSettings settings, WarehouseSinks sinks) {
        SingleOutputStreamOperator<HotspotLifeRow> lives = changes.flatMap(new ReportMapper())
                .returns(ReportChange.class)
                .name("reports")
                .uid("reports")
                .keyBy(ReportChange::location, Types.STRING)
                .process(new HotspotFunction(settings))
                .returns(HotspotLifeRow.class)
                .name("hotspots")
                .uid("hotspots");
        lives.sinkTo(sinks.hotspotLives()).name("mart.hotspot_life").uid("hotspot-life-sink");
        return lives;
    }

    private static SingleOutputStreamOperator<CaseStepStateRow> followCases(
            DataStream<RowChange> changes, StepNorms norms, WarehouseSinks sinks) {
        SingleOutputStreamOperator<CaseStepStateRow> states = changes.flatMap(new CaseMapper())
                .returns(CaseChange.class)
                .name("cases")
                .uid("cases")
                .keyBy(CaseChange::caseKey, Types.STRING)
                .process(new CaseLifecycleFunction(norms))
                .returns(CaseStepStateRow.class)
                .name("case steps")
                .uid("case-steps");
        states.sinkTo(sinks.caseStepStates()).name("mart.case_step_state").uid("case-step-state-sink");
        return states;
    }

    /** What the catalogue counts of detections, as changes of a system of their own. */
    private static DataStream<ChangeEventRow> detected(
            DataStream<RowChange> changes,
            int hotspotMemoryDays,
            SingleOutputStreamOperator<HotspotLifeRow> hotspots,
            SingleOutputStreamOperator<CaseStepStateRow> cases) {
        return changes.flatMap(new DetectionRegisters(hotspotMemoryDays))
                .returns(ChangeEventRow.class)
                .name("detection registers")
                .uid("detection-registers")
                .union(hotspots.getSideOutput(HotspotFunction.FACTS), cases.getSideOutput(CaseLifecycleFunction.FACTS));
    }

    private static void writeChangeEvents(
            DataStream<RowChange> changes, DataStream<ChangeEventRow> detected, WarehouseSinks sinks) {
        changes.map(WarehouseRows::changeEvent, TypeInformation.of(ChangeEventRow.class))
                .name("change event row")
                .uid("change-event-row")
                .union(detected)
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
