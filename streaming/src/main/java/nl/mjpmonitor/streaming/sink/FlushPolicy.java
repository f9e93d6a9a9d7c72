package nl.mjpmonitor.streaming.sink;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a batch is written, and how long a failing write is tried again before the task fails.
 *
 * <p>A batch is written soon after its first row when there was nothing to write before, and later the longer the last write took: by
 * that a busy ClickHouse asks for fewer and larger batches. A sink writes during one part in {@value #REST} of the time at most, as
 * long as no row has to wait longer than it may.
 *
 * @param mostRows a batch is written when it holds this many rows
 * @param shortestWait a row waits this long for those that come with it
 * @param longestWait a row waits at most this long for its batch to be written
 * @param attempts times a batch is offered before the task fails and the job restarts from its checkpoint
 * @param firstPause pause after the first failed attempt; each next pause is twice as long
 * @param longestPause bound of the pauses
 */
public record FlushPolicy(
        int mostRows,
        Duration shortestWait,
        Duration longestWait,
        int attempts,
        Duration firstPause,
        Duration longestPause)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Times the length of the last write until the next one may begin, counted from the beginning of the last. */
    private static final int REST = 4;

    private static final Duration GATHERING = Duration.ofMillis(5);

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when one of them is not positive, or a longest time is shorter than the shortest
     */
    public FlushPolicy {
        if (mostRows < 1
                || attempts < 1
                || !isPositive(shortestWait)
                || longestWait.compareTo(shortestWait) < 0
                || !isPositive(firstPause)
                || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "Every part of a flush policy must be positive, and what is longest not shorter than what is shortest");
        }
    }

    /** For tables whose rows people wait for. Ten attempts within about half a minute. */
    public static FlushPolicy prompt(int mostRows, Duration longestWait) {
        return of(mostRows, GATHERING.compareTo(longestWait) < 0 ? GATHERING : longestWait, longestWait);
    }

    /** For tables that nobody waits for: every batch waits as long as it may. As many attempts. */
    public static FlushPolicy patient(int mostRows, Duration longestWait) {
        return of(mostRows, longestWait, longestWait);
    }

    private static FlushPolicy of(int mostRows, Duration shortestWait, Duration longestWait) {
        return new FlushPolicy(mostRows, shortestWait, longestWait, 10, Duration.ofMillis(100), Duration.ofSeconds(5));
    }

    /**
     * How long the first row of a batch waits for it to be written.
     *
     * @param sinceLastWrite time since the last write began
     * @param lastWrite how long that write took
     */
    Duration waitAfter(Duration sinceLastWrite, Duration lastWrite) {
        Duration rest = lastWrite.multipliedBy(REST).minus(sinceLastWrite);
        if (rest.compareTo(shortestWait) < 0) {
            return shortestWait;
        }
        return rest.compareTo(longestWait) < 0 ? rest : longestWait;
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
