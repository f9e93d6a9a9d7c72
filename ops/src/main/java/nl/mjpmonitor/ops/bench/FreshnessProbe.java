package nl.mjpmonitor.ops.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes one registration at random moments and looks how long it takes until an answer says so. */
final class FreshnessProbe {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int WARM_UP = 10;

    /** Longest random pause between two changes, so that they do not fall in step with any timer of the chain. */
    private static final int PAUSE_MILLIS = 1_000;

    /** Asks; each change makes the answer one higher. */
    @FunctionalInterface
    interface Question {
        long ask() throws Exception;
    }

    private final Connection source;
    private final long registration;
    private final Question question;
    private final Duration poll;
    private final Random pauses = new Random(1);

    FreshnessProbe(Connection source, long registration, Question question, Duration poll) {
        this.source = source;
        this.registration = registration;
        this.question = question;
        this.poll = poll;
    }

    /** From the commit to the answer, so many times, after a few that do not count. */
    Times measure(int times) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = -WARM_UP; i < times; i++) {
            Thread.sleep(pauses.nextInt(PAUSE_MILLIS));
            long measured = changeAndAwait();
            if (i >= 0) {
                millis.add((double) measured);
            }
        }
        return Times.of(millis);
    }

    private long changeAndAwait() throws Exception {
        long expected = question.ask() + 1;
        increment();
        Instant committed = Instant.now();
        while (question.ask() != expected) {
            if (Duration.between(committed, Instant.now()).compareTo(LIMIT) > 0) {
                throw new IllegalStateException("The change did not arrive within " + LIMIT);
            }
            Thread.sleep(poll);
        }
        return Duration.between(committed, Instant.now()).toMillis();
    }

    private void increment() throws SQLException {
        try (PreparedStatement statement = source.prepareStatement(
                "UPDATE politie.registration SET registration_count = registration_count + 1 WHERE registration_id = ?")) {
            statement.setLong(1, registration);
            statement.executeUpdate();
        }
    }
}
