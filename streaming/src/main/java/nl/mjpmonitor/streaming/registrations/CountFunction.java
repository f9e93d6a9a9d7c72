package nl.mjpmonitor.streaming.registrations;

import java.util.List;
import nl.mjpmonitor.streaming.state.RecentValues;
import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Counts a cell and writes each change as the cell's new absolute value, with the moment from which the warehouse knew it.
 * Keyed by {@link Contribution#cellKey()}.
 *
 * <p>The rows it emits are, per cell and moment, a function of the set of contributions: one that was known earlier than those
 * already counted corrects every later moment, and the corrected row carries a higher change count and so replaces the earlier
 * one. Their interleaving does not matter, nor does a crash between them.
 *
 * <p>A timeline holds at least the newest {@value #KEPT_ENTRIES} moments, and at most twice as many. A contribution that arrives
 * after so many later ones of its cell counts from the oldest moment still held: today's figure stays right, the history before
 * that moment misses it. The metric {@code beyondTimeline} counts such contributions, {@code corrections} those that arrived after
 * later ones. A contribution that comes in order costs the same however long the timeline is.
 */
public final class CountFunction extends KeyedProcessFunction<String, Contribution, MonthlyCountRow> {

    private static final long serialVersionUID = 1L;

    static final int KEPT_ENTRIES = 512;

    /** Of which a hundred thousand cells fit into 640 MB. */
    private static final int PART_OF_HEAP = 20;

    private final int keptEntries;

    private transient RecentValues<CellHead> heads;
    private transient MapState<Long, CellEntry> timelines;
    private transient Counter corrections;
    private transient Counter beyondTimeline;

    public CountFunction() {
        this(KEPT_ENTRIES);
    }

    CountFunction(int keptEntries) {
        this.keptEntries = keptEntries;
    }

    @Override
    public void open(OpenContext context) {
        heads = new RecentValues<>(
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("cell-head", TypeInformation.of(CellHead.class))),
                PART_OF_HEAP,
                head -> 0);
        timelines = getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>("cell-timeline", Types.LONG, TypeInformation.of(CellEntry.class)));
        corrections = getRuntimeContext().getMetricGroup().counter("corrections");
        beyondTimeline = getRuntimeContext().getMetricGroup().counter("beyondTimeline");
    }

    @Override
    public void processElement(Contribution contribution, Context context, Collector<MonthlyCountRow> out)
            throws Exception {
        CellHead head = orEmpty(heads.get(context.getCurrentKey()));
        long moment = contribution.knownAt().toEpochMilli();
        if (moment < head.newest().knownAtMillis()) {
            correct(contribution, head, context, out);
            return;
        }
        CellEntry entry = head.newest().at(moment).plus(contribution);
        boolean isNew = moment > head.newest().knownAtMillis();
        write(contribution.cell(), entry, out);
        trim(context.getCurrentKey(), new CellHead(entry, head.size() + (isNew ? 1 : 0), head.trimmed()));
    }

    private void correct(Contribution contribution, CellHead head, Context context, Collector<MonthlyCountRow> out)
            throws Exception {
        corrections.inc();
        CellTimeline timeline = new CellTimeline(timelines.values(), head.trimmed());
        if (timeline.isBeyond(contribution.knownAt().toEpochMilli())) {
            beyondTimeline.inc();
        }
        List<CellEntry> corrected = timeline.correctedBy(contribution);
        boolean isNew = !timelines.contains(corrected.get(0).knownAtMillis());
        for (CellEntry entry : corrected) {
            write(contribution.cell(), entry, out);
        }
        trim(
                context.getCurrentKey(),
                new CellHead(corrected.get(corrected.size() - 1), head.size() + (isNew ? 1 : 0), head.trimmed()));
    }

    private void write(Cell cell, CellEntry entry, Collector<MonthlyCountRow> out) throws Exception {
        timelines.put(entry.knownAtMillis(), entry);
        out.collect(new MonthlyCountRow(
                cell.measure(),
                cell.areaCode(),
                cell.monthEpochDay(),
                entry.knownAtMillis(),
                entry.count(),
                entry.unknownCount(),
                entry.changeCount()));
    }

    /** Now and then drops half of a long timeline at once, which costs little for each entry. */
    private void trim(String cellKey, CellHead head) throws Exception {
        if (head.size() <= 2 * keptEntries) {
            heads.update(cellKey, head);
            return;
        }
        for (CellEntry dropped : new CellTimeline(timelines.values(), head.trimmed()).allBut(keptEntries)) {
            timelines.remove(dropped.knownAtMillis());
        }
        heads.update(cellKey, new CellHead(head.newest(), keptEntries, true));
    }

    private static CellHead orEmpty(@Nullable CellHead state) {
        return state == null ? CellHead.EMPTY : state;
    }
}
