package nl.mjpmonitor.streaming.change;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns records into changes. Rejected ones go to {@link RejectedEvent#OUTPUT}, signs of progress to {@link #PROGRESS}:
 * every heartbeat, and changes whose commit time has moved on.
 *
 * <p>Metrics: {@code rejected.<reason>}, {@code tombstones}, {@code addedColumns} (changes with a column that their contract
 * does not name). Each such column is logged once a task.
 */
public final class DecodeFunction extends ProcessFunction<ConsumedRecord, ChangeEvent> {

    private static final long serialVersionUID = 1L;

    /** Side output for signs of how far each source has been heard. */
    public static final OutputTag<SourceProgress> PROGRESS =
            new OutputTag<>("progress", TypeInformation.of(SourceProgress.class));

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

    @Override
    public void open(OpenContext context) {
        decoder = new RecordDecoder(contractSources.compile(rules), maxEventBytes);
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        rejected = new RejectionCounters(metrics);
        tombstones = metrics.counter("tombstones");
        addedColumns = metrics.counter("addedColumns");
        knownAddedColumns = new HashSet<>();
        reportedProgress = new HashMap<>();
    }

    @Override
    public void processElement(ConsumedRecord record, Context context, Collector<ChangeEvent> out) {
        Decoded decoded = decoder.decode(record);
        if (decoded instanceof Decoded.Change change) {
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
    }
}
