package nl.mjpmonitor.dashboard.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Failed logins by name. Five in a row lock the name for fifteen minutes; a success wipes them out. Names without an account are
 * counted and locked the same, so that a lock tells nothing about who has one.
 *
 * <p>Kept in memory, for the names tried last; a restart forgets it.
 */
final class LoginAttempts {

    static final int ALLOWED = 5;
    static final Duration LOCK = Duration.ofMinutes(15);
    private static final int REMEMBERED_NAMES = 10_000;

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Map<String, Failures> byName = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED_NAMES;
        }
    };

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isLocked(String name) {
        return recentFailures(name) >= ALLOWED;
    }

    synchronized void failed(String name) {
        byName.put(Accounts.key(name), new Failures(recentFailures(name) + 1, clock.instant()));
    }

    synchronized void succeeded(String name) {
        byName.remove(Accounts.key(name));
    }

    private int recentFailures(String name) {
        Failures failures = byName.get(Accounts.key(name));
        if (failures == null || !failures.last().plus(LOCK).isAfter(clock.instant())) {
            return 0;
        }
        return failures.count();
    }
}
