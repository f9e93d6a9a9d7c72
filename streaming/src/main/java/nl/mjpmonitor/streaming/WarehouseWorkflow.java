package nl.mjpmonitor.streaming;

import java.time.Duration;
import java.util.List;
import nl.mjpmonitor.streaming.casework.CaseChange;
import nl.mjpmonitor.streaming.casework.CaseLifecycleFunction;
import nl.mjpmonitor.streaming.casework.CaseMapper;
import nl.mjpmonitor.streaming.change.ChangeEvent;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.ContractSources;
import nl.mjpmonitor.streaming.change.DecodeFunction;
import nl.mjpmonitor.streaming.change.RejectedEvent;
import nl.mjpmonitor.streaming.change.RowRule;
import nl.mjpmonitor.streaming.change.SourceProgress;
import nl.mjpmonitor.streaming.detection.DetectionRegisters;
import nl.mjpmonitor.streaming.detection.JudgingOperator;
import nl.mjpmonitor.streaming.freshness.FreshnessFunction;
import nl.mjpmonitor.streaming.hotspots.HotspotFunction;
import nl.mjpmonitor.streaming.hotspots.ReportChange;
import nl.mjpmonitor.streaming.hotspots.ReportMapper;
import nl.mjpmonitor.streaming.registrations.Contribution;
import nl.mjpmonitor.streaming.registrations.CountFunction;
import nl.mjpmonitor.streaming.registrations.CountedTable;
import nl.mjpmonitor.streaming.registrations.RegistrationMapper;
import nl.mjpmonitor.streaming.row.LatestRowFunction;
import nl.mjpmonitor.streaming.row.RowChange;
import nl.mjpmonitor.streaming.signals.SeriesBundleOperator;
import nl.mjpmonitor.streaming.signals.SeriesChange;
import nl.mjpmonitor.streaming.signals.SeriesFunction;
import nl.mjpmonitor.streaming.signals.SeriesMapper;
import nl.mjpmonitor.streaming.signals.SignalCandidate;
import nl.mjpmonitor.streaming.signals.SignalFunction;
import nl.mjpmonitor.streaming.signals.SilenceFunction;
import nl.mjpmonitor.warehouse.rows.CaseStepStateRow;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import nl.mjpmonitor.warehouse.rows.FreshnessRow;
import nl.mjpmonitor.warehouse.rows.HotspotLifeRow;
import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import nl.mjpmonitor.warehouse.rows.RejectedEventRow;
import nl.mjpmonitor.warehouse.rows.SignalRow;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.thresholds.HotspotSettings;
import nl.mjpmonitor.warehouse.thresholds.StepNorms;
import nl.mjpmonitor.warehouse.thresholds.StreamThresholds;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
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

    /** For operators that seldom say anything: nobody comes whom it could wait for, and looking whether to go takes time too. */
    private static final long AT_ONCE = 0;

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
     * @param thresholds those it judges by, and judged
     */
    public static void build(
            DataStream<ConsumedRecord> records,
            ContractSources contracts,
            int maxEventBytes,
            Timeline<StreamThresholds> thresholds,
            WarehouseSinks sinks) {
        Timeline<SignalSettings> signals = thresholds.map(StreamThresholds::signals);
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
        SingleOutputStreamOperator<HotspotLifeRow> hotspots =
                findHotspots(changes, thresholds.map(StreamThresholds::hotspots), sinks);
        SingleOutputStreamOperator<CaseStepStateRow> cases =
                followCases(changes, thresholds.map(StreamThresholds::norms), sinks);
        writeChangeEvents(
                changes, detected(changes, thresholds.newest().hotspots().memoryDays(), hotspots, cases), sinks);
        DataStream<Contribution> contributions = countRegistrations(changes, sinks);
        DataStream<SourceProgress> progress = events.getSideOutput(DecodeFunction.PROGRESS);
        writeFreshness(progress, sinks);
        writeSignals(
                seriesCandidates(changes, contributions, signals)
                        .union(
                                silences(progress, signals),
                                hotspots.getSideOutput(HotspotFunction.CANDIDATES),
                                cases.getSideOutput(CaseLifecycleFunction.CANDIDATES)),
                signals,
                sinks);
        write(
                events.getSideOutput(DecodeFunction.NOTICES),
                sinks.tableNotices(),
                "control.table_notice",
                "table-notice-sink");
        writeRejected(
                events.getSideOutput(RejectedEvent.OUTPUT).union(changes.getSideOutput(RejectedEvent.OUTPUT)), sinks);
    }

    private static SingleOutputStreamOperator<HotspotLifeRow> findHotspots(
            DataStream<RowChange> changes, Timeline<HotspotSettings> settings, WarehouseSinks sinks) {
        SingleOutputStreamOperator<HotspotLifeRow> lives = changes.flatMap(new ReportMapper())
                .returns(ReportChange.class)
                .name("reports")
                .uid("reports")
                .keyBy(ReportChange::location, Types.STRING)
                .transform(
                        "hotspots",
                        TypeInformation.of(HotspotLifeRow.class),
                        new JudgingOperator<>(new HotspotFunction(settings), settings, List.of(HotspotFunction.HELD)))
                .uid("hotspots")
                .setBufferTimeout(AT_ONCE);
        write(lives, sinks.hotspotLives(), "mart.hotspot_life", "hotspot-life-sink");
        return lives;
    }

    private static SingleOutputStreamOperator<CaseStepStateRow> followCases(
            DataStream<RowChange> changes, Timeline<StepNorms> norms, WarehouseSinks sinks) {
        SingleOutputStreamOperator<CaseStepStateRow> states = changes.flatMap(new CaseMapper())
                .returns(CaseChange.class)
                .name("cases")
                .uid("cases")
                .keyBy(CaseChange::caseKey, Types.STRING)
                .transform(
                        "case steps",
                        TypeInformation.of(CaseStepStateRow.class),
                        new JudgingOperator<>(
                                new CaseLifecycleFunction(norms), norms, List.of(CaseLifecycleFunction.HELD)))
                .uid("case-steps")
                .setBufferTimeout(AT_ONCE);
        write(states, sinks.caseStepStates(), "mart.case_step_state", "case-step-state-sink");
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
        DataStream<ChangeEventRow> rows = changes.map(
                        WarehouseRows::changeEvent, TypeInformation.of(ChangeEventRow.class))
                .name("change event row")
                .uid("change-event-row")
                .union(detected);
        write(rows, sinks.changeEvents(), "raw.change_event", "change-event-sink");
    }

    private static DataStream<Contribution> countRegistrations(DataStream<RowChange> changes, WarehouseSinks sinks) {
        DataStream<Contribution> contributions = changes.flatMap(new RegistrationMapper())
                .returns(Contribution.class)
                .name("registrations")
                .uid("registrations");
        DataStream<MonthlyCountRow> counts = contributions
                .keyBy(Contribution::cellKey, Types.STRING)
                .process(new CountFunction())
                .returns(MonthlyCountRow.class)
                .name("count")
                .uid("count");
        write(counts, sinks.monthlyCounts(), "mart.monthly_count", "monthly-count-sink");
        return contributions;
    }

    private static DataStream<SignalCandidate> seriesCandidates(
            DataStream<RowChange> changes, DataStream<Contribution> contributions, Timeline<SignalSettings> settings) {
        DataStream<SeriesChange> counted = contributions
                .transform("series counts", TypeInformation.of(SeriesChange.class), new SeriesBundleOperator(settings))
                .uid("series-counts");
        return changes.flatMap(new SeriesMapper())
                .returns(SeriesChange.class)
                .name("series covers")
                .uid("series-covers")
                .union(counted)
                .keyBy(SeriesChange::seriesKey, Types.STRING)
                .transform(
                        "series rules",
                        TypeInformation.of(SignalCandidate.class),
                        new JudgingOperator<>(new SeriesFunction(settings), settings, SeriesFunction.HELD))
                .uid("series-rules")
                .setBufferTimeout(AT_ONCE);
    }

    private static DataStream<SignalCandidate> silences(
            DataStream<SourceProgress> progress, Timeline<SignalSettings> settings) {
        return progress.keyBy(SourceProgress::system, Types.STRING)
                .process(new SilenceFunction(settings))
                .returns(SignalCandidate.class)
                .name("silences")
                .uid("silences")
                .setBufferTimeout(AT_ONCE)
                .setParallelism(1);
    }

    private static void writeSignals(
            DataStream<SignalCandidate> candidates, Timeline<SignalSettings> settings, WarehouseSinks sinks) {
        DataStream<SignalRow> rows = candidates
                .keyBy(candidate -> SignalFunction.KEY, Types.STRING)
                .process(new SignalFunction(settings))
                .returns(SignalRow.class)
                .name("signals")
                .uid("signals")
                .setParallelism(1);
        write(rows, sinks.signals(), "mart.signal", "signal-sink");
        write(rows, sinks.signalMessages(), "signal topic", "signal-message-sink");
    }

    private static void writeFreshness(DataStream<SourceProgress> progress, WarehouseSinks sinks) {
        SingleOutputStreamOperator<FreshnessRow> newest = progress.keyBy(SourceProgress::system, Types.STRING)
                .process(new FreshnessFunction())
                .name("freshness")
                .uid("freshness")
                .setParallelism(1);
        write(newest, sinks.freshness(), "control.freshness", "freshness-sink");
    }

    private static void writeRejected(DataStream<RejectedEvent> rejected, WarehouseSinks sinks) {
        write(rejected, sinks.deadLetters(), "rejected topic", "dead-letter-sink");
        SingleOutputStreamOperator<RejectedEventRow> rows = rejected.map(
                        WarehouseRows::rejectedEvent, TypeInformation.of(RejectedEventRow.class))
                .name("rejected event row")
                .uid("rejected-event-row")
                .setParallelism(1);
        write(rows, sinks.rejectedEvents(), "control.rejected_event", "rejected-event-sink");
    }

    /** One task writes each table: two would hand ClickHouse twice as many parts of half the size, and it would merge all of them. */
    private static <T> void write(DataStream<T> rows, Sink<T> sink, String name, String uid) {
        rows.sinkTo(sink).name(name).uid(uid).setParallelism(1);
    }
}
