package nl.mjpmonitor.ops.launcher;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.ops.sources.live.LiveMode;
import nl.mjpmonitor.ops.sources.live.LivePace;
import nl.mjpmonitor.ops.sources.live.LiveSource;

/** The users of the demo source systems at work beside a running chain. */
final class LiveFeed implements AutoCloseable {

    static final int LEAST_RATE = 1;
    static final int HIGHEST_RATE = 6_000;

    private final LiveMode mode;
    private final LivePace.Beat beat;

    private LiveFeed(LiveMode mode, LivePace.Beat beat) {
        this.mode = mode;
        this.beat = beat;
    }

    /**
     * Starts it.
     *
     * @param changesPerMinute in all systems together; what the changes themselves take comes on top
     * @param told hears of every change, in the thread that makes them
     * @throws LauncherException when the rate is no rate; nothing has been started then
     */
    static LiveFeed start(
            LiveMode.Databases databases, int changesPerMinute, LivePace pace, Consumer<LiveMode.Change> told) {
        requireRate(changesPerMinute);
        Clock clock = DemoClock.system();
        LiveMode mode = new LiveMode(systems(), databases, clock, clock.millis());
        Duration pause = Duration.ofMinutes(1).dividedBy(changesPerMinute);
        return new LiveFeed(mode, pace.keep(() -> mode.change().ifPresent(told), pause));
    }

    /** @throws LauncherException when so many changes a minute cannot be made */
    static void requireRate(int changesPerMinute) {
        if (changesPerMinute < LEAST_RATE || changesPerMinute > HIGHEST_RATE) {
            throw new LauncherException("%d changes a minute cannot be made; choose from %d to %d."
                    .formatted(changesPerMinute, LEAST_RATE, HIGHEST_RATE));
        }
    }

    private static List<LiveSource> systems() {
        List<String> names = SourceSystems.names();
        return LiveSource.all().stream()
                .filter(source -> names.contains(source.system()))
                .toList();
    }

    /** Ends it; returns when the change under way is done. */
    @Override
    public void close() {
        beat.stop();
        mode.close();
    }
}
