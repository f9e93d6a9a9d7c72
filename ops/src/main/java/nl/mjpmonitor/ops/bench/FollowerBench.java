package nl.mjpmonitor.ops.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import nl.mjpmonitor.ops.launcher.Progress;

/**
 * Measures one follower on the registrations of a load. The load makes as many changes as the follower takes: it is never more than
 * {@value #MOST_UNDERWAY} changes ahead, so that a rate is one that can be kept up.
 */
final class FollowerBench {

    /**
     * What was measured.
     *
     * @param perSecond rows or changes
     * @param processorTime by process, for each 100,000 of them; empty when it is told elsewhere
     */
    record Rate(double perSecond, Map<String, Duration> processorTime) {}

    private static final int MOST_UNDERWAY = 40_000;
    /** Until then a JVM compiles, which may take a quarter of the two cores. */
    private static final Duration WARM_UP = Duration.ofSeconds(90);

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration GENERATOR_PAUSE = Duration.ofMillis(5);
    private static final Duration ARRIVAL_LIMIT = Duration.ofMinutes(30);

    private final Follower follower;
    private final RegistrationLoad load;
    private final Progress progress;

    FollowerBench(Follower follower, RegistrationLoad load, Progress progress) {
        this.follower = follower;
        this.load = load;
        this.progress = progress;
    }

    /** Takes the whole table in; the second rate leaves out the time until its first rows came. */
    List<Rate> snapshot() throws Exception {
        Map<String, Duration> before = follower.processorTime();
        Follower.Taken taken = follower.takeIn(load);
        Rate whole = told("snapshot", load.rows(), taken.untilAll(), before);
        Duration reading = taken.untilAll().minus(taken.untilFirst());
        progress.say("%s: the first rows of the snapshot came after %s".formatted(follower.name(), taken.untilFirst()));
        return List.of(whole, new Rate(load.rows() * 1e9 / reading.toNanos(), Map.of()));
    }

    /** Changes go on as fast as they are followed. */
    Rate sustained(Duration window) throws Exception {
        AtomicLong arrived = new AtomicLong(awaitAll());
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicReference<Exception> failure = new AtomicReference<>();
        Thread generator = Thread.ofPlatform().name("load").start(() -> {
            try {
                while (!isOver.get()) {
                    if (load.changes() - arrived.get() < MOST_UNDERWAY) {
                        load.change(1);
                    } else {
                        Thread.sleep(GENERATOR_PAUSE);
                    }
                }
            } catch (Exception e) {
                failure.set(e);
            }
        });
        Rate rate;
        try {
            watch(arrived, WARM_UP);
            Map<String, Duration> before = follower.processorTime();
            long begin = arrived.get();
            Duration taken = watch(arrived, window);
            rate = told("sustained", arrived.get() - begin, taken, before);
        } finally {
            isOver.set(true);
            generator.join();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("Changes could not be made", failure.get());
        }
        awaitAll();
        return rate;
    }

    /** Changes that waited in the source while nobody followed; counted from the first of them that arrives. */
    Rate backlog(int changes) throws Exception {
        long begin = awaitAll();
        follower.pause();
        load.change(changes);
        follower.resume();
        Instant resumed = Instant.now();
        long first = awaitMore(begin);
        Instant moving = Instant.now();
        Map<String, Duration> before = follower.processorTime();
        long last = awaitAll();
        progress.say("%s: the first of the backlog arrived after %s"
                .formatted(follower.name(), Duration.between(resumed, moving)));
        return told("backlog", last - first, Duration.between(moving, Instant.now()), before);
    }

    /**
     * Compares source and follower as a whole.
     *
     * @throws IllegalStateException when they differ
     */
    void requireEqual() throws Exception {
        awaitAll();
        Instant deadline = Instant.now().plusSeconds(20);
        String expected = load.stand();
        String found = follower.stand();
        while (!found.equals(expected)) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(
                        "%s holds %s; the source holds %s".formatted(follower.name(), found, expected));
            }
            Thread.sleep(POLL);
            found = follower.stand();
        }
        progress.say("%s holds what the source holds: %s".formatted(follower.name(), found));
    }

    private Duration watch(AtomicLong arrived, Duration time) throws Exception {
        Instant begin = Instant.now();
        Instant end = begin.plus(time);
        while (Instant.now().isBefore(end)) {
            Thread.sleep(POLL);
            arrived.set(follower.count(load.marker()));
        }
        return Duration.between(begin, Instant.now());
    }

    private long awaitAll() throws Exception {
        return awaitAtLeast(load.changes());
    }

    private long awaitMore(long than) throws Exception {
        return awaitAtLeast(than + 1);
    }

    private long awaitAtLeast(long wanted) throws Exception {
        Instant deadline = Instant.now().plus(ARRIVAL_LIMIT);
        long arrived = follower.count(load.marker());
        while (arrived < wanted) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(
                        "%s has %d of %d changes after %s".formatted(follower.name(), arrived, wanted, ARRIVAL_LIMIT));
            }
            Thread.sleep(POLL);
            arrived = follower.count(load.marker());
        }
        return arrived;
    }

    private Rate told(String what, long number, Duration taken, Map<String, Duration> before) {
        Map<String, Duration> after = follower.processorTime();
        Map<String, Duration> each = new LinkedHashMap<>();
        after.forEach((process, time) -> each.put(process, Duration.ofNanos((long)
                (time.minus(before.getOrDefault(process, Duration.ZERO)).toNanos() * 1e5 / number))));
        Rate rate = new Rate(number * 1e9 / taken.toNanos(), each);
        progress.say("%s: %s %,.0f/s, processor time for 100,000 %s"
                .formatted(follower.name(), what, rate.perSecond(), each));
        return rate;
    }
}
