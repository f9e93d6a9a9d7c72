package nl.mjpmonitor.dashboard.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/** A real PostgreSQL with an empty database for the store, its owner and its user. It can go away and come back. */
public final class Postgres implements AutoCloseable {

    private static final String DATABASE = "dashboard";

    private final Path folder;
    private EmbeddedPostgres server;
    private int databases;

    public Postgres() {
        try {
            folder = Files.createTempDirectory("store");
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute("postgres", "postgres", "CREATE ROLE dashboard_owner LOGIN");
        execute("postgres", "postgres", "CREATE ROLE dashboard LOGIN");
    }

    /** A store on a database of its own, looked at once. */
    public Store store() {
        databases++;
        execute("postgres", "postgres", "CREATE DATABASE " + DATABASE + databases + " OWNER dashboard_owner");
        Store store = new Store(new StoreSettings(url(), "dashboard", "", "dashboard_owner", ""));
        store.look();
        return store;
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), DATABASE + databases);
    }

    /** Runs a statement in the newest database. */
    public void execute(String user, String sql) {
        execute(DATABASE + databases, user, sql);
    }

    private void execute(String database, String user, String sql) {
        try (Connection connection = server.getDatabase(user, database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void goAway() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void comeBack() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setPort(server.getPort())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        goAway();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
