package nl.mjpmonitor.streaming.row;

import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.streaming.change.ChangeEvent;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.Contract;
import nl.mjpmonitor.streaming.change.ContractSources;
import nl.mjpmonitor.streaming.change.Contracts;
import nl.mjpmonitor.streaming.change.Operation;
import nl.mjpmonitor.streaming.change.RejectReason;
import nl.mjpmonitor.streaming.change.RejectedEvent;
import nl.mjpmonitor.streaming.change.RejectionCounters;
import nl.mjpmonitor.streaming.change.RowRule;
import nl.mjpmonitor.streaming.change.Violation;
import nl.mjpmonitor.streaming.state.RecentValues;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the latest row of every key and hands on each change with the row it replaced. Keyed by
 * {@link ChangeEvent#rowKey()}.
 *
 * <p>Changes that are not newer than the latest one are dropped: they are duplicates, replays, or snapshot reads that a change
 * overtook. Values that the source left out as unchanged are taken from the previous row; when that is not known, or a change
 * in between was rejected, the event is rejected ({@link RejectedEvent#OUTPUT}) and the latest row stays.
 *
 * <p>Metrics: {@code stale}, {@code rejected.<reason>}.
 */
public final class LatestRowFunction extends KeyedProcessFunction<String, ChangeEvent, RowChange> {

    private static final long serialVersionUID = 1L;

    /** Of which a hundred thousand rows of the usual length fit into 640 MB. */
    private static final int PART_OF_HEAP = 10;

    private final ContractSources contractSources;
    private final List<RowRule> rules;

    private transient Contracts contracts;
    private transient JsonMapper mapper;
    private transient RecentValues<LatestRow> latest;
    private transient Counter stale;
    private transient RejectionCounters rejected;

    public LatestRowFunction(ContractSources contractSources, List<RowRule> rules) {
        this.contractSources = contractSources;
        this.rules = List.copyOf(rules);
    }

    @Override
    public void open(OpenContext context) {
        contracts = contractSources.compile(rules);
        mapper = JsonMapper.builder().build();
        latest = new RecentValues<>(
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("latest-row", TypeInformation.of(LatestRow.class))),
                PART_OF_HEAP,
                LatestRow::characters);
        stale = getRuntimeContext().getMetricGroup().counter("stale");
        rejected = new RejectionCounters(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(ChangeEvent event, Context context, Collector<RowChange> out) throws Exception {
        LatestRow previous = LatestRow.orNone(latest.get(context.getCurrentKey()));
        if (!previous.isOlderThan(event.version())) {
            stale.inc();
        } else if (event.operation() == Operation.REJECTED) {
            latest.update(context.getCurrentKey(), previous.withRejected(event.version()));
        } else if (event.original() != null) {
            restore(event, event.original(), previous, context, out);
        } else {
            accept(event, event.row(), previous, context, out);
        }
    }

    private void accept(
            ChangeEvent event, @Nullable String row, LatestRow previous, Context context, Collector<RowChange> out)
            throws Exception {
        latest.update(context.getCurrentKey(), previous.replacedBy(event.version(), row));
        out.collect(new RowChange(
                event.system(),
                event.table(),
                event.key(),
                event.operation(),
                event.version(),
                previous.row(),
                row,
                event.sourceAt(),
                event.knownAt(),
                event.topic(),
                event.partition(),
                event.offset()));
    }

    private void restore(
            ChangeEvent event, ConsumedRecord original, LatestRow previous, Context context, Collector<RowChange> out)
            throws Exception {
        Contract contract = contracts.contract(event.system(), event.table()).orElseThrow();
        ObjectNode row = (ObjectNode) mapper.readTree(event.row());
        Optional<Violation> violation = fill(row, event, previous).or(() -> contract.checkRow(row, event.knownAt()));
        if (violation.isEmpty()) {
            accept(event, mapper.writeValueAsString(row), previous, context, out);
            return;
        }
        latest.update(context.getCurrentKey(), previous.withRejected(event.version()));
        rejected.count(violation.get().reason());
        context.output(
                RejectedEvent.OUTPUT, new RejectedEvent(original, violation.get(), event.system(), event.table()));
    }

    private Optional<Violation> fill(ObjectNode row, ChangeEvent event, LatestRow previous) {
        List<String> columns = event.unchangedColumns();
        if (previous.row() == null) {
            return Optional.of(unknown(columns, "no previous row is known"));
        }
        if (previous.isInterruptedBefore(event.version())) {
            return Optional.of(unknown(columns, "a change before it was rejected; replay that one first"));
        }
        JsonNode known = mapper.readTree(previous.row());
        for (String column : columns) {
            JsonNode value = known.get(column);
            if (value == null) {
                return Optional.of(unknown(columns, "the previous row has no such column"));
            }
            row.set(column, value);
        }
        return Optional.empty();
    }

    private static Violation unknown(List<String> columns, String why) {
        return new Violation(
                RejectReason.UNCHANGED_VALUE_UNKNOWN,
                String.join(", ", columns) + ": left out by the source as unchanged, and " + why);
    }
}
