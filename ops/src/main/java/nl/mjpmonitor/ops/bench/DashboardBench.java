package nl.mjpmonitor.ops.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.mjpmonitor.ops.launcher.DashboardAlone;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import nl.mjpmonitor.ops.launcher.Home;
import nl.mjpmonitor.ops.launcher.Machine;
import nl.mjpmonitor.ops.visitors.Browser;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.facts.FactCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "dashboard",
        mixinStandardHelpOptions = true,
        description = "Many readers who go from view to view: how long that takes them, and what a session costs.")
final class DashboardBench implements Callable<Integer> {

    /** The one that sees every view, and every figure in it. */
    private static final String ROLE = "programmamanager";

    @Option(names = "--sessions", paramLabel = "N", description = "Readers at the same time (${DEFAULT-VALUE}).")
    private int sessions = 100;

    @Option(names = "--minutes", paramLabel = "N", description = "How long they are measured (${DEFAULT-VALUE}).")
    private int minutes = 3;

    @Option(
            names = "--pause",
            paramLabel = "SECONDS",
            description = "What a reader looks at a view, on average (${DEFAULT-VALUE}).")
    private int pause = 10;

    @Option(
            names = "--changes",
            paramLabel = "SECONDS",
            description = "Time between two changes of the figures; 0 for none (${DEFAULT-VALUE}).")
    private int changes = 10;

    @Option(names = "--keep", description = "Keep the data, and use what an earlier run kept.")
    private boolean isKept;

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.current();
        Home here = Home.discover(System.getenv());
        Path folder = here.repository().resolve("target").resolve("bench-dashboard");
        Areas areas = Areas.load(ReferenceFiles.packaged());
        ViewChoice choice = new ViewChoice(areas, IndicatorCatalogue.load());
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try (DashboardAlone dashboard =
                DashboardAlone.open(here.withState(folder), isKept, ReferenceFiles.packaged())) {
            long stands = fill(dashboard);
            List<DemoAccount> accounts = dashboard.start();
            System.out.printf(
                    Locale.ROOT,
                    "## Many readers at once%n%n`ops/bench dashboard --sessions %d --minutes %d --pause %d --changes"
                            + " %d` on %s.%n%nThe dashboard with PostgreSQL, %d months and %,d stands in ClickHouse, and"
                            + " the readers, all on this machine.%n%n",
                    sessions,
                    minutes,
                    pause,
                    changes,
                    machine.markdown(),
                    WholeCountry.MONTHS,
                    stands);
            measureReaders(http, dashboard, accounts, choice, folder);
            measureChart(http, dashboard.address(), accounts, folder);
        } finally {
            // closing would wait for connections that readers left open when something failed
            http.shutdownNow();
        }
        return 0;
    }

    private static long fill(DashboardAlone dashboard) {
        try (WarehouseConnection connection = dashboard.warehouse()) {
            long kept = stands(connection);
            if (kept > 0) {
                return kept;
            }
            new MadeUpCasework(FactCatalogue.load()).fill(connection);
            return WholeCountry.fill(connection);
        }
    }

    private void measureReaders(
            HttpClient http, DashboardAlone dashboard, List<DemoAccount> accounts, ViewChoice choice, Path folder)
            throws Exception {
        List<DemoAccount> people =
                accounts.stream().filter(account -> account.role().equals(ROLE)).toList();
        DashboardMetrics metrics = new DashboardMetrics(http, dashboard.address(), administrator(accounts));
        Readers readers = new Readers(http, dashboard.address(), choice, Duration.ofSeconds(pause));
        readers.arrive(people, sessions);
        readers.read(Duration.ofSeconds(2L * pause));
        readers.forget();
        DashboardMetrics.Answers before = metrics.answers();
        Duration cpuBefore = cpu(dashboard);
        try (FigureChanges _ = FigureChanges.every(Duration.ofSeconds(changes), dashboard)) {
            readers.read(Duration.ofMinutes(minutes));
            print(readers, metrics.answers().since(before), cpu(dashboard).minus(cpuBefore));
            measureBrowser(http, dashboard, people.getFirst(), choice, folder, readers);
        }
        long withSessions = heapAfterCollection(dashboard, metrics);
        readers.leave();
        long without = heapAfterCollection(dashboard, metrics);
        System.out.printf(
                Locale.ROOT, "Heap a session: %.2f MB.%n%n", (withSessions - without) / 1024.0 / 1024 / sessions);
    }

    private void print(Readers readers, DashboardMetrics.Answers answers, Duration cpu) {
        System.out.printf("| view | switches | p50 | p95 | max | answer, p50 |%n|---|---|---|---|---|---|%n");
        readers.byView()
                .forEach((view, measured) -> System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %.0f kB |%n",
                        view,
                        measured.times().cells(),
                        measured.kilobytes()));
        Readers.Measured all = readers.all();
        System.out.printf(
                Locale.ROOT, "| **all** | %s | %.0f kB |%n%n", all.times().cells(), all.kilobytes());
        System.out.printf(
                Locale.ROOT,
                "| what | measured |%n|---|---|%n| switches a second | %.1f |%n| figures that came after the view, %%"
                        + " of switches | %.1f |%n| first questions of pages, the others shared | %d |%n| figures of a"
                        + " view on the server, mean, p50, p95 | %.0f ms, %.0f ms, %.0f ms |%n| processor time of the"
                        + " dashboard a switch | %.0f ms |%n%n",
                all.times().count() / (minutes * 60.0),
                100.0 * all.late() / Math.max(1, all.times().count()),
                answers.count(),
                answers.meanMillis(),
                answers.p50Millis(),
                answers.p95Millis(),
                cpu.toMillis() / (double) Math.max(1, all.times().count()));
    }

    /** One reader more, in a browser. It draws on the processors of the server, so the others are measured without it before. */
    private void measureBrowser(
            HttpClient http,
            DashboardAlone dashboard,
            DemoAccount account,
            ViewChoice choice,
            Path folder,
            Readers readers)
            throws IOException, InterruptedException {
        Optional<Path> program = Browser.program();
        if (program.isEmpty()) {
            System.out.printf("No browser on this machine (MJP_BROWSER names one): drawing is not measured.%n%n");
            return;
        }
        Path profile = Files.createTempDirectory(folder, "reader-");
        readers.forget();
        try (BrowserReader browser =
                BrowserReader.start(http, program.get(), profile, dashboard.address(), account, choice)) {
            readers.read(Duration.ofMinutes(minutes));
            Times drawn = browser.stop();
            System.out.printf(
                    "| beside a browser on this machine | switches | p50 | p95 | max |%n|---|---|---|---|---|%n"
                            + "| in the browser, until drawn | %s |%n| of the other readers | %s |%n%n",
                    drawn.cells(), readers.all().times().cells());
        }
    }

    private void measureChart(HttpClient http, URI dashboard, List<DemoAccount> accounts, Path folder)
            throws IOException, InterruptedException {
        Optional<Path> program = Browser.program();
        if (program.isEmpty()) {
            System.out.printf("No browser on this machine (MJP_BROWSER names one): charts are not measured.%n%n");
            return;
        }
        Path profile = Files.createTempDirectory(folder, "browser-");
        try (Browser browser = Browser.start(http, program.get(), profile)) {
            ChartHover.Result result = new ChartHover(dashboard, accounts.getFirst()).measure(browser.open());
            System.out.printf(
                    Locale.ROOT,
                    "| chart | points | frames with the mouse on it | p50 | p95 | max |%n|---|---|---|---|---|---|%n"
                            + "| one indicator, months | %d | %d | %.1f ms | %.1f ms | %.1f ms |%n%n",
                    result.points(),
                    result.frames().count(),
                    result.frames().quantile(0.5),
                    result.frames().quantile(0.95),
                    result.frames().quantile(1));
        }
    }

    private static DemoAccount administrator(List<DemoAccount> accounts) {
        return accounts.stream()
                .filter(account -> account.role().equals("beheerder"))
                .findFirst()
                .orElseThrow();
    }

    private static Duration cpu(DashboardAlone dashboard) {
        return dashboard.process().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long heapAfterCollection(DashboardAlone dashboard, DashboardMetrics metrics)
            throws IOException, InterruptedException {
        Process collection = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(dashboard.process().pid()),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collection.waitFor() != 0) {
            throw new IllegalStateException("jcmd could not have the dashboard collect its garbage");
        }
        return metrics.heapBytes();
    }

    private static long stands(WarehouseConnection connection) {
        return connection
                .query(
                        "Count of stands",
                        "SELECT count() AS stands FROM mart.monthly_count",
                        Map.of(),
                        row -> row.getLong("stands"))
                .getFirst();
    }
}
