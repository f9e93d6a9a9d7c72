package nl.mjpmonitor.streaming.signals;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.mjpmonitor.streaming.change.SourceProgress;
import nl.mjpmonitor.warehouse.signals.SignalRule;
import nl.mjpmonitor.warehouse.signals.SignalSettings;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * {@link SignalRule#FEED_SILENT}: no change and no heartbeat of a system for longer than its interval, by the clock of this process:
 * silence has no events to tell the time by. A replay therefore finds silences of its own time, not those of before. Keyed by
 * {@link SourceProgress#system()}.
 *
 * <p>A job that was away itself first listens for one interval before it calls anything silent.
 */
public final class SilenceFunction extends KeyedProcessFunction<String, SourceProgress, SignalCandidate> {

    private static final long serialVersionUID = 1L;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    /** Every change is a sign; to keep each in state would cost more than it tells. */
    private static final long PRECISION = 1_000;

    private final Timeline<SignalSettings> settings;
    private final @Nullable String areaCode;

    private transient String municipality;
    private transient ValueState<Silence> states;
    private transient Map<String, Long> lastKept;
    private transient long openedAt;
    private transient boolean isOpened;

    /** @param settings those that hold, and held */
    public SilenceFunction(Timeline<SignalSettings> settings) {
        this(settings, null);
    }

    SilenceFunction(Timeline<SignalSettings> settings, @Nullable String areaCode) {
        this.settings = settings;
        this.areaCode = areaCode;
    }

    @Override
    public void open(OpenContext context) {
        states = getRuntimeContext().getState(new ValueStateDescriptor<>("silence", TypeInformation.of(Silence.class)));
        lastKept = new HashMap<>();
        municipality = areaCode != null
                ? areaCode
                : WatchedCatalogue.shared().areas().municipality().code().value();
        isOpened = false;
    }

    @Override
    public void processElement(SourceProgress progress, Context context, Collector<SignalCandidate> out)
            throws Exception {
        long now = context.timerService().currentProcessingTime();
        listen(now);
        long sign = progress.knownAt().toEpochMilli();
        if (sign < lastKept.getOrDefault(progress.system(), Long.MIN_VALUE) + PRECISION) {
            return;
        }
        Silence before = orNone(states.value());
        if (!before.isAwaited()) {
            context.timerService().registerProcessingTimeTimer(lookAt(now + limit(progress.system(), now), now));
        }
        long last = Math.max(sign, before.lastSignMillis());
        lastKept.put(progress.system(), last);
        boolean isHeardAgain = before.isSilent() && last + limit(progress.system(), now) > now;
        states.update(new Silence(last, before.isSilent() && !isHeardAgain, true));
        if (isHeardAgain) {
            out.collect(candidate(progress.system(), before, now, true));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SignalCandidate> out) throws Exception {
        long now = context.timerService().currentProcessingTime();
        listen(now);
        String system = context.getCurrentKey();
        Silence silence = orNone(states.value());
        long due = Math.max(silence.lastSignMillis(), openedAt) + limit(system, now);
        if (due <= now && !silence.isSilent()) {
            Silence silent = new Silence(silence.lastSignMillis(), true, true);
            states.update(silent);
            out.collect(candidate(system, silent, now, false));
        } else if (silence.isSilent() && silence.lastSignMillis() + limit(system, now) > now) {
            states.update(new Silence(silence.lastSignMillis(), false, true));
            out.collect(candidate(system, silence, now, true));
        }
        context.timerService().registerProcessingTimeTimer(lookAt(due > now ? due : now + limit(system, now), now));
    }

    /** When it is due, and not later than in a minute: by then it may be due by other settings. */
    private static long lookAt(long due, long now) {
        return Math.min(due, now + MINUTE);
    }

    /** The clock of the process is only at hand where something happens. */
    private void listen(long now) {
        if (!isOpened) {
            isOpened = true;
            openedAt = now;
        }
    }

    private long limit(String system, long now) {
        return settings.at(Instant.ofEpochMilli(now)).silence(system).toMillis();
    }

    private SignalCandidate candidate(String system, Silence silence, long now, boolean isOver) {
        return new SignalCandidate(
                SignalRule.FEED_SILENT.id(),
                system,
                municipality,
                Instant.ofEpochMilli(now),
                Map.of(
                        "minuten",
                        Long.toString((now - silence.lastSignMillis()) / MINUTE),
                        "grens",
                        Long.toString(limit(system, now) / MINUTE),
                        "laatst",
                        Instant.ofEpochMilli(silence.lastSignMillis()).toString()),
                isOver);
    }

    private static Silence orNone(@Nullable Silence state) {
        return state == null ? Silence.NONE : state;
    }
}
