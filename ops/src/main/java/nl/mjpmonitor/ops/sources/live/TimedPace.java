package nl.mjpmonitor.ops.sources.live;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** By the clock of this machine, in a thread of its own. */
public final class TimedPace implements LivePace {
    private static final Logger LOG = LoggerFactory.getLogger(TimedPace.class);

    @Override
    public Beat keep(Runnable change, Duration pause) {
        // a platform thread: an interrupted virtual one would close the connection under a running statement
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("live").daemon().factory());
        ScheduledFuture<?> beat =
                thread.scheduleWithFixedDelay(() -> make(change), 0, pause.toNanos(), TimeUnit.NANOSECONDS);
        return () -> {
            beat.cancel(false);
            // lets the change under way end
            thread.close();
        };
    }

    /** A defect in one change is told and must not end the others. */
    private static void make(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            LOG.error("a change failed", e);
        }
    }
}
