package nl.mjpmonitor.streaming.sink;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a batch is written, and how long a failing write is tried again before the task fails.
 *
 * @param mostRows a batch is written when it holds this many rows
 * @param longestWait a row waits at most this long for its batch to be written
 * @param attempts times a batch is offered before the task fails and the job restarts from its checkpoint
 * @param firstPause pause after the first failed attempt; each next pause is twice as long
 * @param longestPause bound of the pauses
 */
public record FlushPolicy(int mostRows, Duration longestWait, int attempts, Duration firstPause, Duration longestPause)
        implements Serializable {

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when one of them is not positive
     */
    public FlushPolicy {
        if (mostRows < 1
                || attempts < 1
                || !isPositive(longestWait)
                || !isPositive(firstPause)
                || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("Every part of a flush policy must be positive");
        }
    }

    /** Ten attempts within about half a minute. */
    public static FlushPolicy of(int mostRows, Duration longestWait) {
        return new FlushPolicy(mostRows, longestWait, 10, Duration.ofMillis(100), Duration.ofSeconds(5));
    }

    /** The pause after a failed attempt, counted from 1. */
    Duration pauseAfter(int attempt) {
        Duration pause = firstPause;
        for (int doubled = 1; doubled < attempt && pause.compareTo(longestPause) < 0; doubled++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
