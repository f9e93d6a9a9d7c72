package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.mjpmonitor.ops.launcher.Connectors.ConnectorState;

/**
 * Starts connectors again that gave up, for instance because PostgreSQL was away longer than they wait. Connect itself leaves a
 * failed task failed.
 */
final class ConnectorKeeper {

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** The wait that follows a restart, doubled until the connector runs. */
    private record Attempt(Instant next, Duration pause) {}

    private final Connectors connectors;
    private final Progress progress;
    private final Thread thread;

    private ConnectorKeeper(Connectors connectors, Progress progress) {
        this.connectors = connectors;
        this.progress = progress;
        this.thread = Thread.ofVirtual().name("connector-keeper").unstarted(this::keep);
    }

    static ConnectorKeeper start(Connectors connectors, Progress progress) {
        ConnectorKeeper keeper = new ConnectorKeeper(connectors, progress);
        keeper.thread.start();
        return keeper;
    }

    void stop() {
        thread.interrupt();
    }

    private void keep() {
        Map<String, Attempt> attempts = new HashMap<>();
        try {
            while (true) {
                Thread.sleep(POLL);
                for (ConnectorState state : connectors.states()) {
                    look(state, attempts);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(ConnectorState state, Map<String, Attempt> attempts) throws InterruptedException {
        if (state.isRunning()) {
            if (attempts.remove(state.name()) != null) {
                progress.line(ConnectWorker.NAME, "recovered", "connector " + state.name() + " runs again");
            }
            return;
        }
        if (!state.hasFailed()) {
            return;
        }
        Attempt last = attempts.get(state.name());
        if (last == null) {
            progress.line(
                    ConnectWorker.NAME,
                    "failed",
                    "connector %s: %s; starting it again".formatted(state.name(), state.cause()));
        } else if (Instant.now().isBefore(last.next())) {
            return;
        }
        Duration pause = last == null ? FIRST_WAIT : shorter(last.pause().multipliedBy(2), LONGEST_WAIT);
        attempts.put(state.name(), new Attempt(Instant.now().plus(pause), pause));
        try {
            connectors.restartFailed(state.name());
        } catch (IOException e) {
            // Connect itself is away; its supervisor is at it
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
