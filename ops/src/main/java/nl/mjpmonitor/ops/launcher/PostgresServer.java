package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** PostgreSQL with the demo source systems, one database each, as durable as a real one. */
final class PostgresServer {

    static final String NAME = "postgres";

    private static final Duration STOP_GRACE = Duration.ofSeconds(20);

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;

    PostgresServer(Home home, Ports ports, Secrets secrets) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
    }

    Component component() {
        return new Component(
                NAME,
                List.of(PortName.POSTGRES),
                Set.of(),
                this::launch,
                this::health,
                Component.START_LIMIT,
                Component.StopSignal.INT,
                STOP_GRACE,
                Optional.empty(),
                process -> {});
    }

    /** A connection of the superuser. */
    Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Secrets.POSTGRES_USER);
        properties.setProperty("password", secrets.postgres());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("ApplicationName", "mjp-launcher");
        return DriverManager.getConnection(
                "jdbc:postgresql://%s/%s".formatted(ports.address(PortName.POSTGRES), database), properties);
    }

    private List<String> serverCommand(PostgresBinaries binaries) {
        List<String> command = new ArrayList<>(List.of(
                binaries.program("postgres").toString(),
                "-D",
                data().toString(),
                "-p",
                Integer.toString(ports.port(PortName.POSTGRES))));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(everywhere());
        if (System.getProperty("os.name").equals("Linux")) {
            // one call a file system in place of one a file: a crashed server is back in seconds
            settings.put("recovery_init_sync_method", "syncfs");
        }
        return settings;
    }

    private static Map<String, String> everywhere() {
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                // a socket's path must be short; the state folder's need not be
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                // what a crashed server must do again is of a minute at most
                Map.entry("checkpoint_timeout", "60s"),
                Map.entry("wal_level", "logical"),
                Map.entry("max_wal_senders", "10"),
                Map.entry("max_replication_slots", "10"),
                // a connector that never comes back must not fill the disk
                Map.entry("max_slot_wal_keep_size", "2GB"),
                Map.entry("max_connections", "60"),
                Map.entry("shared_buffers", "48MB"),
                Map.entry("io_method", "sync"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"));
    }

    private Command launch() throws IOException, InterruptedException {
        PostgresBinaries binaries = PostgresBinaries.unpacked(home.cache());
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            createCluster(binaries);
        }
        removeStalePidFile();
        return new Command("postgres", asOrdinaryUser(serverCommand(binaries)), Map.of());
    }

    private void createCluster(PostgresBinaries binaries) throws IOException, InterruptedException {
        Path draft = data().resolveSibling("data.new");
        Folders.delete(draft);
        Files.createDirectories(draft.getParent());
        Path password = draft.resolveSibling("password");
        Secrets.writePrivately(password, secrets.postgres());
        try {
            run(List.of(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + draft,
                    "--username=" + Secrets.POSTGRES_USER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--no-instructions"));
        } finally {
            Files.deleteIfExists(password);
        }
        // moved in one step, so that a half-made cluster is never taken for a whole one
        Files.move(draft, data());
    }

    /**
     * After kill -9 the file stays, and its number may by now be that of any process: the server would refuse to start. While the
     * number is nobody's the file must stay: by it the server sees that sessions of the one that was killed are still writing.
     */
    private void removeStalePidFile() throws IOException {
        Path file = data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        boolean isOfAnother = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .findFirst()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> !Path.of(command).endsWith("postgres"))
                .isPresent();
        if (isOfAnother) {
            Files.delete(file);
        }
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path log = home.log(NAME);
        Process process = new ProcessBuilder(asOrdinaryUser(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new LauncherException(
                    "%s failed; see %s.".formatted(Path.of(command.getFirst()).getFileName(), log));
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody in particular. */
    private static List<String> asOrdinaryUser(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (!Command.onPath("unshare")) {
            throw new LauncherException(
                    "PostgreSQL refuses to run as root and there is no 'unshare' here: run as another user.");
        }
        List<String> wrapped = new ArrayList<>(List.of("unshare", "-U"));
        wrapped.addAll(command);
        return wrapped;
    }

    private HealthCheck.Health health() {
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            return HealthCheck.Health.WELL;
        } catch (SQLException e) {
            return HealthCheck.Health.ill("does not accept connections");
        }
    }

    private Path data() {
        return home.folder(NAME).resolve("data");
    }
}
