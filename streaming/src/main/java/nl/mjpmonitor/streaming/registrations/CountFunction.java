package nl.mjpmonitor.streaming.registrations;

import nl.mjpmonitor.warehouse.rows.MonthlyCountRow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
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
 * <p>A timeline holds at most {@value #MOST_ENTRIES} moments. A contribution that arrives after that many later ones of its
 * cell counts from the oldest moment still held: today's figure stays right, the history before that moment misses it. The
 * metric {@code beyondTimeline} counts such contributions, {@code corrections} those that arrived after later ones.
 */
public final class CountFunction extends KeyedProcessFunction<String, Contribution, MonthlyCountRow> {

    private static final long serialVersionUID = 1L;

    static final int MOST_ENTRIES = 512;

    private final int mostEntries;

    private transient ValueState<CellTimeline> timelines;
    private transient Counter corrections;
    private transient Counter beyondTimeline;

    public CountFunction() {
        this(MOST_ENTRIES);
    }

    CountFunction(int mostEntries) {
        this.mostEntries = mostEntries;
    }

    @Override
    public void open(OpenContext context) {
        timelines = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("cell-timeline", TypeInformation.of(CellTimeline.class)));
        corrections = getRuntimeContext().getMetricGroup().counter("corrections");
        beyondTimeline = getRuntimeContext().getMetricGroup().counter("beyondTimeline");
    }

    @Override
    public void processElement(Contribution contribution, Context context, Collector<MonthlyCountRow> out)
            throws Exception {
        CellTimeline timeline = orEmpty(timelines.value());
        if (timeline.isBeyond(contribution.knownAt())) {
            beyondTimeline.inc();
        }
        CellTimeline.Corrected corrected = timeline.with(contribution, mostEntries);
        timelines.update(corrected.timeline());
        if (corrected.changedEntries().size() > 1) {
            corrections.inc();
        }
        for (CellTimeline.Entry entry : corrected.changedEntries()) {
            out.collect(row(contribution.cell(), entry));
        }
    }

    private static CellTimeline orEmpty(@Nullable CellTimeline state) {
        return state == null ? CellTimeline.EMPTY : state;
    }

    private static MonthlyCountRow row(Cell cell, CellTimeline.Entry entry) {
        return new MonthlyCountRow(
                cell.measure(),
                cell.areaCode(),
                cell.monthEpochDay(),
                entry.knownAt().toEpochMilli(),
                entry.count(),
                entry.unknownCount(),
                entry.changeCount());
    }
}
