package nl.mjpmonitor.ops.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import nl.mjpmonitor.ops.launcher.Home;
import nl.mjpmonitor.ops.launcher.Machine;
import nl.mjpmonitor.ops.launcher.Ports;
import nl.mjpmonitor.ops.launcher.Progress;
import nl.mjpmonitor.ops.launcher.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "freshness",
        mixinStandardHelpOptions = true,
        description = "From a commit in the source to the answer of the API, one change at a time.")
final class FreshnessBench implements Callable<Integer> {

    private static final String SERIES =
            "/api/v1/indicatoren/zakkenrollerij/reeks?gebied=GM0935&korrel=jaar&van=2023&tot=2023";
    private static final String CELL = "police_class = 'A40' AND area_code = 'BU09350000' AND month = '2023-12-01'";
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int WARM_UP = 10;

    /** Longest random pause between two changes, so that they do not fall in step with any timer of the chain. */
    private static final int PAUSE_MILLIS = 1_000;

    @Option(names = "--changes", paramLabel = "N", description = "Changes to measure (${DEFAULT-VALUE}).")
    private int changes = 100;

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.current();
        Home here = Home.discover(System.getenv());
        Home home = here.withState(here.repository().resolve("target").resolve("bench-state"));
        try (Stack stack = Stack.open(home, Ports.free(), Progress.silent(), true);
                Connection source = startedSource(stack)) {
            Random pauses = new Random(1);
            long[] millis = new long[changes];
            for (int i = -WARM_UP; i < changes; i++) {
                Thread.sleep(pauses.nextInt(PAUSE_MILLIS));
                long measured = changeAndAwait(stack, source);
                if (i >= 0) {
                    millis[i] = measured;
                }
            }
            Arrays.sort(millis);
            System.out.printf("## From commit to answer%n%n`ops/bench freshness` on %s.%n%n", machine.markdown());
            System.out.printf(
                    "| changes | p50 | p95 | max |%n|---|---|---|---|%n| %d | %d ms | %d ms | %d ms |%n",
                    changes, millis[changes / 2], millis[changes * 95 / 100], millis[changes - 1]);
        }
        return 0;
    }

    private static Connection startedSource(Stack stack) throws Exception {
        stack.start();
        return stack.source("politiecijfers");
    }

    /** Adds one to a count and answers how long the API took to say so, in milliseconds from the commit. */
    private long changeAndAwait(Stack stack, Connection source) throws SQLException, IOException, InterruptedException {
        long expected = answer(stack) + 1;
        increment(source);
        Instant committed = Instant.now();
        while (answer(stack) != expected) {
            if (Duration.between(committed, Instant.now()).compareTo(LIMIT) > 0) {
                throw new IllegalStateException("The change did not arrive within " + LIMIT);
            }
            Thread.sleep(POLL);
        }
        return Duration.between(committed, Instant.now()).toMillis();
    }

    private static void increment(Connection source) throws SQLException {
        try (Statement statement = source.createStatement();
                ResultSet changed = statement.executeQuery(
                        "UPDATE politie.registration" + " SET registration_count = registration_count + 1 WHERE " + CELL
                                + " RETURNING registration_id")) {
            if (!changed.next()) {
                throw new IllegalStateException("The demo data has no registration where " + CELL);
            }
        }
    }

    private long answer(Stack stack) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stack.dashboardAddress().resolve(SERIES))
                .header("Authorization", "Bearer " + stack.accounts().getFirst().token())
                .build();
        JsonNode series = JsonMapper.shared()
                .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
        return series.path("punten").path(0).path("waarde").asLong();
    }
}
