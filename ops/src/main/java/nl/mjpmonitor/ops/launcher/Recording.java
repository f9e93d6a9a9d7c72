package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import nl.mjpmonitor.ops.visitors.Visitor;

/**
 * Runs the whole chain once, with a state of its own, so that later starts of its programs find their classes read, checked and linked:
 * it takes all sources in, follows changes, and shows every view to a reader.
 */
final class Recording {

    private static final String SYSTEM = "politiecijfers";

    /** So many changes that what a change takes has been compiled. */
    private static final int CHANGES = 10_000;

    private static final int CHANGES_A_TRANSACTION = 200;

    private static final List<String> VIEWS = List.of(
            "overzicht",
            "maandbeeld",
            "criminaliteit",
            "overlast",
            "ondermijning",
            "gebieden",
            "indicator/woninginbraak",
            "doelen",
            "signalen",
            "publicaties",
            "datakwaliteit");

    private final Home home;
    private final Progress progress;

    Recording(Home home, Progress progress) {
        this.home = ownHome(home);
        this.progress = progress;
    }

    private static Home ownHome(Home home) {
        return home.withState(home.repository().resolve("target").resolve("recording-state"));
    }

    /** Stops what a recording that was killed left running, and removes what it wrote. One that goes on is left alone. */
    static void cleanUp(Home home, Progress progress) throws IOException, InterruptedException {
        Home own = ownHome(home);
        if (!Files.isDirectory(own.state())) {
            return;
        }
        Optional<StateLock> lock = StateLock.tryTake(own);
        if (lock.isEmpty()) {
            return;
        }
        try {
            Orphans.stop(own, progress);
            RecordedClasses.removeUnfinished(own);
            Folders.delete(own.state());
        } finally {
            lock.get().close();
        }
    }

    /**
     * Replaces what was recorded before.
     *
     * @return the files with the classes, and how long each took to make
     * @throws LauncherException when the chain does not start, or no file came of it
     */
    Map<Path, Duration> run() throws Exception {
        RecordedClasses classes = RecordedClasses.recorded(home);
        try (Stack stack = Stack.openRecording(home, Ports.free(), progress, classes)) {
            // also when somebody has had enough of it: what it started must not stay behind
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-stack"));
            stack.start();
            change(stack);
            visit(stack);
            stack.awaitFigures(SYSTEM);
        }
        StateLock lock = StateLock.take(home);
        try {
            Map<Path, Duration> made = classes.make();
            Folders.delete(home.state());
            return made;
        } finally {
            lock.close();
        }
    }

    /** Changes rows of a source, each transaction some. */
    private static void change(Stack stack) throws SQLException {
        try (Connection source = stack.source(SYSTEM);
                Statement statement = source.createStatement()) {
            for (int first = 0; first < CHANGES; first += CHANGES_A_TRANSACTION) {
                statement.executeUpdate("UPDATE politie.registration SET registration_count = registration_count + 1"
                        + " WHERE registration_id > %d AND registration_id <= %d"
                                .formatted(first, first + CHANGES_A_TRANSACTION));
            }
        }
    }

    /** Opens every view, because what was never used is not recorded. */
    private static void visit(Stack stack) throws IOException, InterruptedException {
        DemoAccount account = stack.accounts().getFirst();
        try (HttpClient http = HttpClient.newHttpClient();
                Visitor visitor = Visitor.login(
                        http, stack.dashboardAddress(), account.name(), account.password(), VIEWS.getFirst())) {
            for (String view : VIEWS) {
                visitor.go(view);
            }
        }
    }
}
