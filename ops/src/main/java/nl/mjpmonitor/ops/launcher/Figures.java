package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import nl.mjpmonitor.ops.sources.politiecijfers.PolitiecijfersSource;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sees whether what stands in a source has reached the screen: the rows, the counts made of them, and the answer of the API. */
final class Figures {

    /** The system whose figures the API is asked for. */
    private static final String SHOWN_SYSTEM = PolitiecijfersSource.DATABASE;

    /** The systems of which rows are counted in the stream. */
    private static final Map<String, Counted> COUNTED = Map.of(
            PolitiecijfersSource.DATABASE,
            new Counted(
                    "politie.",
                    "SELECT coalesce(sum(registration_count), 0) FROM politie.registration WHERE NOT is_withdrawn"),
            "melddesk",
            new Counted("melddesk.", "SELECT count(*) FROM melddesk.report WHERE NOT is_withdrawn AND NOT is_merged"));

    /**
     * What is counted of a system.
     *
     * @param measurePrefix beginning of the names of its measures
     * @param expectation what the source says they must add up to
     */
    private record Counted(String measurePrefix, String expectation) {}

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Rows by table of a source's publication; a table that is published but empty counts zero. */
    private record RowCounts(Map<String, Long> byTable) {

        long total() {
            return byTable.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final PostgresServer postgres;
    private final OpenData openData;
    private final WarehouseConnection warehouse;
    private final URI dashboard;
    private final Progress progress;

    Figures(
            PostgresServer postgres,
            OpenData openData,
            WarehouseConnection warehouse,
            URI dashboard,
            Progress progress) {
        this.postgres = postgres;
        this.openData = openData;
        this.warehouse = warehouse;
        this.dashboard = dashboard;
        this.progress = progress;
    }

    /**
     * Waits until the warehouse holds every published row of a system, or every file of open data; for a system whose rows are
     * counted also until the counts add up, and for that of the police until the dashboard answers with its figures.
     *
     * @return the number of rows
     * @throws LauncherException when that takes too long, with what was missing last
     */
    long await(String system, String token) throws IOException, SQLException, InterruptedException {
        if (system.equals(OpenData.SYSTEM)) {
            awaitNothingMissing(() -> openData.missing(warehouse));
            return openData.cells(warehouse);
        }
        AtomicReference<RowCounts> inSource = new AtomicReference<>();
        awaitNothingMissing(() -> {
            inSource.set(inSource(system));
            return missing(system, inSource.get(), token);
        });
        return inSource.get().total();
    }

    /** Tells what is missing; empty when nothing is. */
    @FunctionalInterface
    private interface Look {
        String atWhatIsMissing() throws IOException, SQLException, InterruptedException;
    }

    private void awaitNothingMissing(Look look) throws IOException, SQLException, InterruptedException {
        Instant deadline = Instant.now().plus(LIMIT);
        Instant nextWord = Instant.now().plus(PATIENCE);
        while (true) {
            String missing;
            try {
                missing = look.atWhatIsMissing();
            } catch (WarehouseException e) {
                missing = String.valueOf(e.getMessage());
            }
            if (missing.isEmpty()) {
                return;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new LauncherException(
                        "The figures did not arrive within %d minutes: %s.".formatted(LIMIT.toMinutes(), missing));
            }
            if (Instant.now().isAfter(nextWord)) {
                progress.line("figures", "awaited", missing);
                nextWord = Instant.now().plus(PATIENCE);
            }
            Thread.sleep(POLL);
        }
    }

    private String missing(String system, RowCounts inSource, String token) throws SQLException, InterruptedException {
        RowCounts inWarehouse = inWarehouse(system);
        String rows = inSource.byTable().entrySet().stream()
                .filter(table -> !table.getValue().equals(inWarehouse.byTable().getOrDefault(table.getKey(), 0L)))
                .map(table -> "%s has %d rows in the source and %d in the warehouse"
                        .formatted(
                                table.getKey(),
                                table.getValue(),
                                inWarehouse.byTable().getOrDefault(table.getKey(), 0L)))
                .collect(Collectors.joining("; "));
        Counted table = COUNTED.get(system);
        if (!rows.isEmpty() || table == null) {
            return rows;
        }
        long counted = counted(table);
        long expected = expected(system, table);
        if (counted != expected) {
            return "%s has %d to count in the source, %d were counted".formatted(system, expected, counted);
        }
        return system.equals(SHOWN_SYSTEM) ? missingFromApi(token) : "";
    }

    private RowCounts inSource(String system) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = postgres.connect(system);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet published = statement.executeQuery(
                    "SELECT DISTINCT schemaname, tablename FROM pg_publication_tables WHERE pubname = 'mjp_publication'")) {
                while (published.next()) {
                    tables.add(published.getString(1) + "." + published.getString(2));
                }
            }
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    count.next();
                    counts.put(table.substring(table.indexOf('.') + 1), count.getLong(1));
                }
            }
        }
        return new RowCounts(counts);
    }

    private RowCounts inWarehouse(String system) {
        return new RowCounts(warehouse
                .query(
                        "Count the rows of " + system,
                        """
                        SELECT source_table, countIf(is_deleted = 0) AS row_count
                        FROM (
                            SELECT source_table, key, argMax(_is_deleted, _version) AS is_deleted
                            FROM raw.change_event
                            WHERE source_system = {system:String}
                            GROUP BY source_table, key
                        )
                        GROUP BY source_table
                        """,
                        Map.of("system", system),
                        row -> Map.entry(row.getString("source_table"), row.getLong("row_count")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private long expected(String system, Counted table) throws SQLException {
        try (Connection connection = postgres.connect(system);
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery(table.expectation())) {
            sum.next();
            return sum.getLong(1);
        }
    }

    private long counted(Counted table) {
        return warehouse
                .query("Add up the counts", """
                        SELECT toInt64(sum(newest)) AS total
                        FROM (
                            SELECT argMax(count, (known_at, change_count)) AS newest
                            FROM mart.monthly_count
                            WHERE startsWith(measure, {prefix:String})
                            GROUP BY measure, area_code, month
                        )
                        """, Map.of("prefix", table.measurePrefix()), row -> row.getLong("total"))
                .getFirst();
    }

    private String missingFromApi(String token) throws InterruptedException {
        URI address = dashboard.resolve(
                "/api/v1/indicatoren/zakkenrollerij/reeks?gebied=GM0935&korrel=jaar&van=2019&tot=2023");
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<String> answer = HealthCheck.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return "the API answers " + answer.statusCode();
            }
            JsonNode points = JSON.readTree(answer.body()).path("punten");
            boolean isComplete = points.size() == 5
                    && points.valueStream()
                            .allMatch(point -> point.path("waarde").isNumber());
            return isComplete ? "" : "the API does not answer every year yet";
        } catch (IOException e) {
            return "the API does not answer";
        }
    }
}
