package nl.mjpmonitor.streaming.freshness;

import java.time.Instant;
import nl.mjpmonitor.streaming.change.SourceProgress;
import nl.mjpmonitor.warehouse.rows.FreshnessRow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Says how far the stream has come with each source: at most one row a system and second of append time, the newest moment at the
 * source of which a sign was appended in that second. Keyed by {@link SourceProgress#system()}.
 *
 * <p>A sign is held back until the watermark, which follows the append time of every busy topic, has reached it. A heartbeat
 * thereby never claims freshness while changes that were appended before it wait in another topic. The moment at the source
 * never goes back.
 */
public final class FreshnessFunction extends KeyedProcessFunction<String, SourceProgress, FreshnessRow> {

    private static final long serialVersionUID = 1L;
    private static final long SECOND = 1_000;

    private transient MapState<Long, SourceProgress> waiting;
    private transient ValueState<FreshnessSample> written;

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "waiting-progress", Types.LONG, TypeInformation.of(SourceProgress.class)));
        written = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("written-freshness", TypeInformation.of(FreshnessSample.class)));
    }

    @Override
    public void processElement(SourceProgress progress, Context context, Collector<FreshnessRow> out) throws Exception {
        long knownAt = progress.knownAt().toEpochMilli();
        long second = Math.floorDiv(knownAt, SECOND);
        if (second > orNone(written.value()).lastSecond() && isNewest(progress, waiting.get(second))) {
            waiting.put(second, progress);
            context.timerService().registerEventTimeTimer(releaseAt(progress));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<FreshnessRow> out) throws Exception {
        long second = Math.floorDiv(timestamp + 1, SECOND);
        SourceProgress progress = waiting.get(second);
        if (progress == null || releaseAt(progress) > timestamp) {
            return;
        }
        waiting.remove(second);
        if (waiting.isEmpty()) {
            waiting.clear();
        }
        FreshnessSample previous = orNone(written.value());
        if (second > previous.lastSecond()) {
            Instant sourceAt = later(progress.sourceAt(), previous.newestSourceAt());
            written.update(new FreshnessSample(sourceAt, second));
            out.collect(new FreshnessRow(
                    progress.system(),
                    sourceAt.toEpochMilli(),
                    progress.knownAt().toEpochMilli()));
        }
    }

    /** The watermark of a topic trails its newest record by one millisecond. */
    private static long releaseAt(SourceProgress progress) {
        return progress.knownAt().toEpochMilli() - 1;
    }

    private static boolean isNewest(SourceProgress progress, @Nullable SourceProgress other) {
        return other == null || progress.sourceAt().isAfter(other.sourceAt());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static FreshnessSample orNone(@Nullable FreshnessSample state) {
        return state == null ? FreshnessSample.NONE : state;
    }
}
