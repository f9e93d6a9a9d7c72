package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import nl.mjpmonitor.ops.visitors.Visitor;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;

/** Runs the dashboard once, with databases of its own, so that later starts find its classes read, checked and linked. */
final class DashboardRecording {

    /** Writing the classes takes half a minute; beside a build longer. */
    private static final Duration STOP_LIMIT = Duration.ofMinutes(5);

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

    DashboardRecording(Home home) {
        this.home = home.withState(home.repository().resolve("target").resolve("recording-state"));
    }

    /**
     * Replaces what was recorded before.
     *
     * @return the file with the classes
     * @throws LauncherException when the dashboard does not start, or no file came of it
     */
    Path run() throws IOException, SQLException, InterruptedException {
        Path classes = DashboardProgram.of(new Artifacts(home).dashboard()).classes();
        Path fresh = classes.resolveSibling("recording.aot");
        Files.deleteIfExists(fresh);
        try (DashboardAlone dashboard = DashboardAlone.open(home, false, ReferenceFiles.packaged())) {
            DemoAccount analyst = dashboard.startRecording(fresh, STOP_LIMIT).getFirst();
            visit(dashboard, analyst);
        }
        if (!Files.exists(fresh)) {
            throw new LauncherException(
                    "The dashboard left no classes behind; see %s.".formatted(home.log(DashboardServer.NAME)));
        }
        Files.move(fresh, classes, StandardCopyOption.REPLACE_EXISTING);
        Folders.delete(home.state());
        return classes;
    }

    /** Opens every view, because what was never used is not recorded. */
    private static void visit(DashboardAlone dashboard, DemoAccount account) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient();
                Visitor visitor = Visitor.login(
                        http, dashboard.address(), account.name(), account.password(), VIEWS.getFirst())) {
            for (String view : VIEWS) {
                visitor.go(view);
            }
        }
    }
}
