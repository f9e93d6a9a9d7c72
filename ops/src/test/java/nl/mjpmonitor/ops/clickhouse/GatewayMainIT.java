package nl.mjpmonitor.ops.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.chain.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is special about the embedded engine: what it refuses, what it logs, how it starts and stops. */
class GatewayMainIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long RESIDENT_LIMIT_KB = 900_000;

    @TempDir
    private static Path folder;

    private static EmbeddedClickHouse engine;
    private static ClickHouseTarget target;

    @BeforeAll
    static void start() {
        engine = EmbeddedClickHouse.start(folder.resolve("shared"));
        target = target(engine);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    /** Each line of a lower level costs a statement time, and pushes a warning out of a log that is kept small. */
    @Test
    void logsNothingBelowWarnings() throws Exception {
        assertThat(target.post("SELECT 1").statusCode()).isEqualTo(200);
        assertThat(Files.readString(folder.resolve("shared").resolve("logs").resolve("engine.log")))
                .doesNotContain("<Information>", "<Debug>", "<Trace>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE USER someone",
                "CREATE ROLE IF NOT EXISTS reader",
                "CREATE OR REPLACE ROW POLICY p ON t USING 1",
                "CREATE QUOTA q",
                "CREATE SETTINGS PROFILE p",
                "ALTER USER default IDENTIFIED BY 'x'",
                "DROP ROLE reader",
                "GRANT SELECT ON *.* TO someone",
                "/* a comment */ REVOKE ALL ON *.* FROM someone",
                "SET ROLE reader",
                "SET DEFAULT ROLE reader TO someone"
            })
    void usersAndRolesAreRefused(String statement) throws Exception {
        HttpResponse<String> answer = target.post(statement);
        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.body()).startsWith("Code: 48. DB::Exception: ").contains("(NOT_IMPLEMENTED)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM file('/etc/hostname', 'LineAsString')",
                "SELECT file('/etc/hostname')",
                "SELECT \"fi\\x6ce\"('/etc/hostname')",
                "SELECT “file” /* */ ('/etc/hostname')",
                "INSERT INTO secrets VALUES (file('/etc/hostname'))",
                "INSERT INTO secrets SELECT a FROM input('a String DEFAULT file(\\'/etc/hostname\\')') FORMAT CSV\nx",
                "SELECT 1 INTO OUTFILE '/tmp/should-not-exist'",
                "SELECT 1 INTO/**/OUTFILE '/tmp/should-not-exist'",
                "INSERT INTO secrets FROM INFILE '/etc/hostname' FORMAT LineAsString",
                "SELECT * FROM url('http://127.0.0.1/', 'LineAsString')",
                "SELECT * FROM '/etc/hostname'",
                "SELECT * FROM `/etc/hostname`",
                "SELECT * FROM remote('127.0.0.1', 'system', 'one')",
                "SELECT * FROM executable('x', 'TSV', 'a String', (SELECT 1))",
                "CREATE TABLE outside (a String) ENGINE = File('CSV')",
                "CREATE TABLE outside (a String) ENGINE = URL('http://127.0.0.1/', 'CSV')",
                "CREATE DATABASE outside ENGINE = Filesystem('/etc')",
                "CREATE TABLE outside (a UInt8) ENGINE = MergeTree ORDER BY a SETTINGS disk = disk(type = 'local', path = '/tmp/should-not-exist/')",
                "ATTACH TABLE outside FROM '/tmp/should-not-exist' (a UInt8) ENGINE = MergeTree ORDER BY a",
                "CREATE DICTIONARY outside (a UInt64) PRIMARY KEY a SOURCE(FILE(path '/etc/passwd' format 'CSV')) LAYOUT(FLAT()) LIFETIME(0)",
                "SELECT 1 FORMAT Template SETTINGS format_template_resultset = '/etc/hostname'",
                "SYSTEM SHUTDOWN",
                "BACKUP DATABASE default TO File('/tmp/should-not-exist.zip')"
            })
    void theHostIsOutOfReach(String statement) throws Exception {
        target.value("CREATE TABLE IF NOT EXISTS secrets (a String) ENGINE=MergeTree ORDER BY a");
        HttpResponse<String> answer = target.post(statement);
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body())
                .doesNotContain(Files.readString(Path.of("/etc/hostname")).strip() + "\n");
        assertThat(target.value("SELECT count() FROM secrets")).isEqualTo("0");
        assertThat(Path.of("/tmp/should-not-exist")).doesNotExist();
    }

    @Test
    void asynchronousInsertsBecomeSynchronous() throws Exception {
        target.value("CREATE TABLE waited (a UInt8) ENGINE=MergeTree ORDER BY a");
        Map<String, String> careless = Map.of("async_insert", "1", "wait_for_async_insert", "0");
        assertThat(target.post("INSERT INTO waited VALUES (1)", careless).statusCode())
                .isEqualTo(200);
        assertThat(target.value("SELECT count() FROM waited")).isEqualTo("1");
        assertThat(target.post("INSERT INTO waited SETTINGS async_insert = 1 VALUES (2)")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void insertSelectFromInputWithoutDataIsNotSilent() throws Exception {
        target.value("CREATE TABLE unfed (a UInt8) ENGINE=MergeTree ORDER BY a");
        assertThat(target.post("INSERT INTO unfed SELECT a FROM input('a UInt8')")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aLongDifferentWayOfKillingIsRefused() throws Exception {
        assertThat(target.post("KILL QUERY WHERE user = 'x' SYNC").statusCode()).isEqualTo(501);
        assertThat(target.value("KILL QUERY WHERE query_id IN ('a', 'b') SYNC")).isEmpty();
    }

    @Test
    void aKilledInsertIsToldAndWritesNothing() throws Exception {
        target.value("CREATE TABLE stopped (a String) ENGINE=MergeTree ORDER BY a");
        try (Socket socket = new Socket(engine.address().getHost(), engine.port())) {
            socket.setSoTimeout(20_000);
            write(
                    socket,
                    "POST /?query_id=stopped-1&query=INSERT%20INTO%20stopped%20FORMAT%20CSV HTTP/1.1\r\nHost: test\r\n"
                            + "Authorization: " + target.authorization() + "\r\nContent-Length: 1000000\r\n\r\n"
                            + "x\n".repeat(1000));
            Until.holds(
                    LIMIT,
                    () -> !target.value("KILL QUERY WHERE query_id = 'stopped-1'")
                            .isEmpty());
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .containsIgnoringCase("X-ClickHouse-Exception-Code: 394")
                    .contains("QUERY_WAS_CANCELLED");
        }
        assertThat(target.value("SELECT count() FROM stopped")).isEqualTo("0");
        assertThat(logLines()).anySatisfy(line -> assertThat(line).contains("stopped-1", "\"state\":\"cancelled\""));
    }

    @Test
    void requestsSentAheadAreAnsweredInOrder() throws Exception {
        StringBuilder requests = new StringBuilder();
        for (int number = 0; number < 5; number++) {
            String statement = "SELECT sleep(0.05), 'answer " + number + "'";
            requests.append("POST / HTTP/1.1\r\nHost: test\r\nAuthorization: " + target.authorization()
                    + "\r\nContent-Length: " + statement.length() + (number == 4 ? "\r\nConnection: close" : "")
                    + "\r\n\r\n" + statement);
        }
        try (Socket socket = new Socket(engine.address().getHost(), engine.port())) {
            socket.setSoTimeout(20_000);
            write(socket, requests.toString());
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.lines().filter(line -> line.contains("answer")))
                    .containsExactly("0\tanswer 0", "0\tanswer 1", "0\tanswer 2", "0\tanswer 3", "0\tanswer 4");
        }
    }

    @Test
    void aMalformedRequestIsRefused() throws Exception {
        try (Socket socket = new Socket(engine.address().getHost(), engine.port())) {
            socket.setSoTimeout(20_000);
            write(socket, "this is no HTTP\r\n\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void onlyLoopbackIsListenedOn() throws Exception {
        List<String> listening =
                Files.readAllLines(Path.of("/proc", Long.toString(engine.pid()), "net", "tcp")).stream()
                        .filter(line -> line.contains(":%04X ".formatted(engine.port())) && line.contains(" 0A "))
                        .toList();
        List<String> listeningSix =
                Files.readAllLines(Path.of("/proc", Long.toString(engine.pid()), "net", "tcp6")).stream()
                        .filter(line -> line.contains(":%04X ".formatted(engine.port())) && line.contains(" 0A "))
                        .toList();
        assertThat(Stream.concat(listening.stream(), listeningSix.stream()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("0100007F:"));
    }

    @Test
    void everyStatementIsInTheQueryLog() throws Exception {
        target.post("SELECT 'logged well' /* é */", Map.of("query_id", "logged-1"));
        target.post("SELECT * FROM logged_badly", Map.of("query_id", "logged-2"));
        List<String> lines = logLines();
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "\"query_id\":\"logged-1\"",
                                "\"state\":\"finished\"",
                                "\"kind\":\"SELECT\"",
                                "logged well"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .contains("\"query_id\":\"logged-2\"", "\"state\":\"failed\"", "\"exception_code\":60"));
        assertThat(Files.readString(folder.resolve("shared").resolve("query_log.jsonl")))
                .contains("logged-1", "logged-2");
        ClickHouseTarget stranger = new ClickHouseTarget(engine.address(), "mjp", "wrong", "default");
        assertThat(stranger.get("/query_log", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void dataOfInsertsAndPasswordsStayOutOfTheQueryLog() throws Exception {
        target.value("CREATE TABLE private (a String) ENGINE=MergeTree ORDER BY a");
        target.post("INSERT INTO private VALUES ('somebody''s secret')", Map.of("query_id", "private-1"));
        target.post("somebody's secret\n", Map.of("query", "INSERT INTO private FORMAT CSV", "query_id", "private-2"));
        assertThat(String.join("\n", logLines()))
                .contains("private-1", "private-2")
                .doesNotContain("somebody", EmbeddedClickHouse.PASSWORD);
    }

    @Test
    void memoryStaysModestUnderLoad() throws Exception {
        target.value("CREATE TABLE heavy (id UInt64, text String) ENGINE=MergeTree ORDER BY id");
        target.value("INSERT INTO heavy SELECT number, repeat('x', 100) FROM numbers(2000000)");
        target.value("SELECT uniqExact(id), max(length(text)) FROM heavy");
        HttpResponse<String> greedy =
                target.post("SELECT length(groupArray(toString(number) || repeat('a', 50))) FROM numbers(30000000)");
        assertThat(greedy.headers().firstValue("X-ClickHouse-Exception-Code")).hasValue("241");
        target.value("OPTIMIZE TABLE heavy FINAL");
        Until.holds(LIMIT, () -> target.value("SELECT 1").equals("1"));
        // the engine gives back what it no longer uses within some seconds
        Until.holds(LIMIT, () -> residentKilobytes(engine.pid()) < RESIDENT_LIMIT_KB);
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path data = folder.resolve("taken-port");
            Process process = EmbeddedClickHouse.launch(data, taken.getLocalPort());
            assertThat(exitCode(process)).isEqualTo(1);
            assertThat(EmbeddedClickHouse.errors(data).strip())
                    .isEqualTo("Port " + taken.getLocalPort() + " on 127.0.0.1 is taken.");
        }
    }

    @Test
    void aDataFolderServesOneProcess() throws Exception {
        Path data = folder.resolve("locked");
        try (EmbeddedClickHouse first = EmbeddedClickHouse.start(data)) {
            Process second = EmbeddedClickHouse.launch(data, 0);
            assertThat(exitCode(second)).isEqualTo(1);
            assertThat(EmbeddedClickHouse.errors(data).strip())
                    .isEqualTo("The data folder is in use by another gateway process.");
            assertThat(target(first).value("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void stoppingLetsARunningStatementFinish() throws Exception {
        try (EmbeddedClickHouse draining = EmbeddedClickHouse.start(folder.resolve("draining"));
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            ClickHouseTarget its = target(draining);
            Future<HttpResponse<String>> slow = threads.submit(
                    () -> its.post("SELECT sum(sleepEachRow(0.1)), count() FROM numbers(20) /* slow */"));
            awaitRunning(its, "slow");
            draining.terminate();
            assertThat(slow.get(30, TimeUnit.SECONDS).body()).isEqualTo("0\t20\n");
            assertThat(draining.awaitEnd()).isEqualTo(143);
            assertThatThrownBy(() -> its.post("SELECT 1")).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void stoppingCancelsWhatDoesNotFinishInTime() throws Exception {
        Path data = folder.resolve("impatient");
        try (EmbeddedClickHouse draining = EmbeddedClickHouse.start(data, "--grace", "1");
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            ClickHouseTarget its = target(draining);
            its.value("CREATE TABLE kept (a UInt8) ENGINE=MergeTree ORDER BY a");
            its.value("INSERT INTO kept VALUES (1)");
            Future<HttpResponse<String>> endless = threads.submit(() ->
                    its.post("SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 42 /* endless */"));
            awaitRunning(its, "endless");
            draining.terminate();
            assertThat(endless.get(30, TimeUnit.SECONDS).headers().firstValue("X-ClickHouse-Exception-Code"))
                    .hasValue("394");
            assertThat(draining.awaitEnd()).isEqualTo(143);
        }
        try (EmbeddedClickHouse again = EmbeddedClickHouse.start(data)) {
            assertThat(target(again).value("SELECT count() FROM kept")).isEqualTo("1");
        }
    }

    private static void awaitRunning(ClickHouseTarget its, String marker) throws Exception {
        Until.holds(
                LIMIT,
                () -> its.value("SELECT count() FROM system.processes WHERE query LIKE '%/* " + marker
                                + "%' AND query NOT LIKE '%system.processes%'")
                        .equals("1"));
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static List<String> logLines() throws IOException, InterruptedException {
        return target.get("/query_log", Map.of()).body().lines().toList();
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static long residentKilobytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Arrays.stream(line.split("\\D+"))
                        .filter(part -> !part.isEmpty())
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private static ClickHouseTarget target(EmbeddedClickHouse engine) {
        return new ClickHouseTarget(engine.address(), EmbeddedClickHouse.USER, EmbeddedClickHouse.PASSWORD, "default");
    }
}
