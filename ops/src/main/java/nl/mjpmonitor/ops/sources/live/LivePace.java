package nl.mjpmonitor.ops.sources.live;

import java.time.Duration;

/** How live mode waits between two changes. */
public interface LivePace {
    /** What ends the waiting. */
    interface Beat {
        /** Ends it; returns when a change under way is done. */
        void stop();
    }

    /**
     * Makes a change again and again, until it is stopped.
     *
     * @param pause between the end of one change and the start of the next
     */
    Beat keep(Runnable change, Duration pause);
}
