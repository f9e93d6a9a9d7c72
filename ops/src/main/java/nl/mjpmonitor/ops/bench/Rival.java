package nl.mjpmonitor.ops.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.mjpmonitor.ops.clickhouse.EngineLibrary;
import nl.mjpmonitor.ops.clickhouse.EngineUnavailableException;
import nl.mjpmonitor.ops.clickhouse.GatewayMain;
import nl.mjpmonitor.ops.launcher.Home;
import nl.mjpmonitor.ops.launcher.ProcessorTime;
import nl.mjpmonitor.ops.launcher.Stack;
import org.jspecify.annotations.Nullable;

/**
 * ClickHouse's own MaterializedPostgreSQL, which follows a PostgreSQL table from within the engine: the strongest alternative for the
 * part of the chain from PostgreSQL to ClickHouse. It decodes no contract, keeps no history, and counts nothing.
 */
final class Rival implements Follower, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration TAKE_IN_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final String USER = "bench_rival";
    private static final String PASSWORD = "only-for-measurements";
    private static final String TABLE = "rival.registration";
    private static final String COLUMNS =
            "registration_id,delivery_id,police_class,area_code,month,registration_count,is_withdrawn,updated_at";

    private final Stack stack;
    private final Path library;
    private final Path data;
    private final boolean isHasty;
    private @Nullable Process process;
    private @Nullable PrintStream statements;
    private @Nullable BufferedReader answers;

    private Rival(Stack stack, Path library, Path data, boolean isHasty) {
        this.stack = stack;
        this.library = library;
        this.data = data;
        this.isHasty = isHasty;
    }

    /**
     * Starts the engine on an empty folder.
     *
     * @param isHasty whether it looks for changes every few milliseconds in place of its standard 200 to 10,000
     */
    static Rival start(Home home, Stack stack, Path data, boolean isHasty)
            throws IOException, InterruptedException, EngineUnavailableException {
        Path npm = home.cache().resolve("node").resolve("bin").resolve("npm");
        EngineLibrary library = EngineLibrary.inCache(home.cache(), npm, System.getenv());
        Rival rival = new Rival(stack, library.fetch(), Files.createDirectories(data), isHasty);
        rival.resume();
        return rival;
    }

    @Override
    public String name() {
        return isHasty ? "MaterializedPostgreSQL, short backoff" : "MaterializedPostgreSQL";
    }

    @Override
    public Taken takeIn(RegistrationLoad load) throws Exception {
        ask("SET allow_experimental_database_materialized_postgresql = 1");
        Instant begin = Instant.now();
        ask(definition());
        Instant deadline = begin.plus(TAKE_IN_LIMIT);
        Duration untilFirst = Duration.ZERO;
        for (long rows = rows(); rows < load.rows(); rows = rows()) {
            if (rows == 0) {
                untilFirst = Duration.between(begin, Instant.now());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("The table was not taken in within " + TAKE_IN_LIMIT);
            }
            Thread.sleep(POLL);
        }
        return new Taken(untilFirst, Duration.between(begin, Instant.now()));
    }

    /** Ends the engine's process in good order. */
    @Override
    public void pause() throws InterruptedException {
        if (statements != null) {
            statements.close();
        }
        if (process != null && !process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        process = null;
        statements = null;
        answers = null;
    }

    @Override
    public void resume() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(GatewayMain.JVM_OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RivalMain.class.getName()));
        command.addAll(List.of(library.toString(), data.resolve("engine").toString()));
        Process started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        data.resolve("errors.log").toFile()))
                .start();
        process = started;
        statements = new PrintStream(started.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public long count(long registration) throws IOException {
        return number("SELECT registration_count FROM %s WHERE registration_id = %d".formatted(TABLE, registration));
    }

    @Override
    public String stand() throws IOException {
        return ask("SELECT concat(toString(count()), ' rows, sum ', toString(sum(registration_count))) FROM " + TABLE);
    }

    @Override
    public Map<String, Duration> processorTime() {
        Map<String, Duration> times = new LinkedHashMap<>();
        Optional.ofNullable(stack.processorTime().get("postgres")).ifPresent(time -> times.put("postgres", time));
        Optional.ofNullable(process)
                .ifPresent(engine -> times.put("clickhouse", ProcessorTime.ofFamily(engine.toHandle())));
        return times;
    }

    /** Ends the engine and takes out of the source what it left there. */
    @Override
    public void close() throws SQLException {
        try {
            pause();
        } catch (InterruptedException e) {
            Optional.ofNullable(process).ifPresent(Process::destroyForcibly);
            Thread.currentThread().interrupt();
        }
        try (Connection source = stack.source(RegistrationLoad.SYSTEM);
                Statement statement = source.createStatement()) {
            for (String sql : leftovers(statement)) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> leftovers(Statement statement) throws SQLException {
        List<String> drops = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("""
                SELECT format('SELECT pg_drop_replication_slot(%L)', slot_name) FROM pg_replication_slots
                WHERE slot_name LIKE '%ch\\_replication\\_slot%' AND NOT active
                UNION ALL
                SELECT format('DROP PUBLICATION %I', pubname) FROM pg_publication WHERE pubname LIKE '%\\_ch\\_publication'
                """)) {
            while (found.next()) {
                drops.add(found.getString(1));
            }
        }
        return drops;
    }

    /** It wants to own the table, and makes its own publication. */
    private String definition() throws SQLException {
        String address;
        try (Connection source = stack.source(RegistrationLoad.SYSTEM);
                Statement statement = source.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS " + USER);
            statement.execute("CREATE ROLE %s LOGIN SUPERUSER PASSWORD '%s'".formatted(USER, PASSWORD));
            address = source.getMetaData().getURL().replaceFirst("^jdbc:postgresql://([^/]+)/.*$", "$1");
        }
        String backoff = isHasty
                ? ", materialized_postgresql_backoff_min_ms = 5, materialized_postgresql_backoff_max_ms = 10"
                : "";
        return "CREATE DATABASE rival ENGINE = MaterializedPostgreSQL('%s', '%s', '%s', '%s')"
                        .formatted(address, RegistrationLoad.SYSTEM, USER, PASSWORD)
                + " SETTINGS materialized_postgresql_schema = 'politie', materialized_postgresql_tables_list = 'registration(%s)'%s"
                        .formatted(COLUMNS, backoff);
    }

    private long rows() throws IOException {
        return number("SELECT count() FROM " + TABLE);
    }

    private long number(String sql) throws IOException {
        try {
            String answer = ask(sql);
            return answer.isEmpty() ? Long.MIN_VALUE : Long.parseLong(answer);
        } catch (RefusedException notThereYet) {
            return Long.MIN_VALUE;
        }
    }

    private synchronized String ask(String sql) throws IOException {
        PrintStream to = statements;
        BufferedReader from = answers;
        if (to == null || from == null) {
            throw new RefusedException("the engine does not run");
        }
        to.println(sql);
        String answer = from.readLine();
        if (answer == null) {
            throw new IOException("The engine ended; see errors.log in " + data);
        }
        if (!answer.startsWith("ok")) {
            throw new RefusedException(answer);
        }
        return answer.substring(2).strip();
    }

    /** The engine answered with an error. */
    private static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
