package nl.mjpmonitor.streaming.change;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mjpmonitor.warehouse.rows.TableNoticeRow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns records into changes. Rejected ones go to {@link RejectedEvent#OUTPUT}, signs of progress to {@link #PROGRESS}:
 * every heartbeat, and changes whose commit time has moved on.
 *
 * <p>An event that shows that a column of its table is gone or has another type pauses that table, and no other: it and all that
 * follow are rejected, until a mark in the table's own topic resumes it. What was rejected meanwhile can then be replayed in order;
 * the versions of the changes see to the rest. {@link #NOTICES} tells of pauses, and once a task of each column that a contract does
 * not name.
 *
 * <p>Metrics: {@code rejected.<reason>}, {@code tombstones}, {@code addedColumns} (changes with a column that their contract
 * does not name), {@code pausedTables}.
 *
 * @see <a href="../../../../../../../../docs/decisions/0020-a-broken-contract-pauses-one-table.md">decision 0020</a>
 */
public final class DecodeFunction extends ProcessFunction<ConsumedRecord, ChangeEvent> implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    /** Side output for signs of how far each source has been heard. */
    public static final OutputTag<SourceProgress> PROGRESS =
            new OutputTag<>("progress", TypeInformation.of(SourceProgress.class));

    /** Side output for what departs from the contract of a table. */
    public static final OutputTag<TableNoticeRow> NOTICES =
            new OutputTag<>("table-notices", TypeInformation.of(TableNoticeRow.class));

    private static final Duration PROGRESS_STEP = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(DecodeFunction.class);

    private final ContractSources contractSources;
    private final List<RowRule> rules;
    private final int maxEventBytes;

    private transient RecordDecoder decoder;
    private transient RejectionCounters rejected;
    private transient Counter tombstones;
    private transient Counter addedColumns;
    private transient Set<String> knownAddedColumns;
    private transient Map<String, Instant> reportedProgress;

    /** Flink restores state before it opens the function. */
    @SuppressWarnings("NullAway.Init")
    private transient TablePauses pauses;

    @SuppressWarnings("NullAway.Init")
    private transient ListState<TablePause> keptPauses;

    /**
     * Makes the function.
     *
     * @param maxEventBytes largest value that is accepted
     */
    public DecodeFunction(ContractSources contractSources, List<RowRule> rules, int maxEventBytes) {
        this.contractSources = contractSources;
        this.rules = List.copyOf(rules);
        this.maxEventBytes = maxEventBytes;
    }

    /** Every task gets what all of them knew: which task reads which topic may have changed. */
    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        keptPauses = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("table-pauses", TypeInformation.of(TablePause.class)));
        pauses = new TablePauses();
        for (TablePause known : keptPauses.get()) {
            pauses.restore(List.of(known));
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        keptPauses.update(pauses.all());
    }

    @Override
    public void open(OpenContext context) {
        decoder = new RecordDecoder(contractSources.compile(rules), maxEventBytes);
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        rejected = new RejectionCounters(metrics);
        tombstones = metrics.counter("tombstones");
        addedColumns = metrics.counter("addedColumns");
        knownAddedColumns = new HashSet<>();
        reportedProgress = new HashMap<>();
        metrics.gauge(
                "pausedTables",
                () -> pauses.all().stream().filter(TablePause::isPaused).count());
    }

    @Override
    public void processElement(ConsumedRecord record, Context context, Collector<ChangeEvent> out) {
        if (TablePauses.isResumeMark(record)) {
            resume(record, context);
            return;
        }
        Decoded decoded = decoder.decode(record);
        TablePause pause = pauses.of(record.topic()).orElse(null);
        if (pause != null && record.value() != null) {
            park(record, decoded, pause, context, out);
        } else if (decoded instanceof Decoded.Change change) {
            accept(change, context, out);
        } else if (decoded instanceof Decoded.Rejected refusal) {
            refuse(refusal, context, out);
        } else if (decoded instanceof Decoded.Heartbeat heartbeat) {
            context.output(PROGRESS, heartbeat.progress());
        } else if (decoded == Decoded.Ignored.TOMBSTONE) {
            tombstones.inc();
        }
    }

    private void accept(Decoded.Change change, Context context, Collector<ChangeEvent> out) {
        ChangeEvent event = change.event();
        out.collect(event);
        reportProgress(event, context);
        if (!change.addedColumns().isEmpty()) {
            addedColumns.inc();
            for (String column : change.addedColumns()) {
                if (knownAddedColumns.add(event.topic() + ' ' + column)) {
                    LOG.warn("Column {} of {} is not in its contract and is left out", column, event.topic());
                    context.output(
                            NOTICES,
                            new TableNoticeRow(
                                    event.system(),
                                    event.table(),
                                    TableNoticeRow.COLUMN_ADDED,
                                    column,
                                    "",
                                    true,
                                    event.topic(),
                                    event.offset(),
                                    event.knownAt().toEpochMilli()));
                }
            }
        }
    }

    /** Thinned out here: one operator follows all sources, and need not hear every change. */
    private void reportProgress(ChangeEvent event, Context context) {
        Instant reported = reportedProgress.get(event.system());
        if (reported == null || event.sourceAt().isAfter(reported.plus(PROGRESS_STEP))) {
            reportedProgress.put(event.system(), event.sourceAt());
            context.output(PROGRESS, new SourceProgress(event.system(), event.sourceAt(), event.knownAt()));
        }
    }

    private void refuse(Decoded.Rejected refusal, Context context, Collector<ChangeEvent> out) {
        RejectedEvent event = refusal.event();
        rejected.count(event.violation().reason());
        context.output(RejectedEvent.OUTPUT, event);
        if (refusal.place() != null) {
            out.collect(refusal.place());
        }
        if (refusal.breaksTable() && !TablePauses.isReplay(event.record())) {
            pauses.pause(event.record().topic(), event.record().offset());
            LOG.error(
                    "{} is paused: {}",
                    event.record().topic(),
                    event.violation().detail());
            tell(event.record(), event.violation().detail(), true, context);
        }
    }

    /** Rejects an event of a table that waits, whatever it is. */
    private void park(
            ConsumedRecord record, Decoded decoded, TablePause pause, Context context, Collector<ChangeEvent> out) {
        Contract contract = decoder.contractOf(record.topic());
        if (contract == null || decoded instanceof Decoded.Ignored) {
            return;
        }
        Violation violation = new Violation(
                RejectReason.TABLE_PAUSED,
                "the table waits since offset " + pause.offset() + "; mend its contract or its source and resume it");
        RejectedEvent event = new RejectedEvent(record, violation, contract.system(), contract.table());
        refuse(new Decoded.Rejected(event, placeOf(decoded)), context, out);
    }

    private static @Nullable ChangeEvent placeOf(Decoded decoded) {
        if (decoded instanceof Decoded.Change change) {
            return change.event().rejected();
        }
        return decoded instanceof Decoded.Rejected rejected ? rejected.place() : null;
    }

    private void resume(ConsumedRecord mark, Context context) {
        if (pauses.of(mark.topic()).isPresent()) {
            pauses.resume(mark.topic(), mark.offset());
            LOG.info("{} is resumed", mark.topic());
            tell(mark, "", false, context);
        }
    }

    private void tell(ConsumedRecord record, String detail, boolean isPaused, Context context) {
        Contract contract = decoder.contractOf(record.topic());
        if (contract != null) {
            context.output(
                    NOTICES,
                    new TableNoticeRow(
                            contract.system(),
                            contract.table(),
                            TableNoticeRow.PAUSED,
                            "",
                            detail,
                            isPaused,
                            record.topic(),
                            record.offset(),
                            record.knownAt().toEpochMilli()));
        }
    }
}
