package nl.mjpmonitor.ops.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * The database in which the dashboard keeps what people write there. The dashboard makes its tables itself, as their owner, and
 * works on them as a role that owns nothing. Both passwords are new at every start and stand on no disk.
 */
final class StoreDatabase {

    static final String NAME = "store";

    private static final String DATABASE = "dashboard";
    private static final String OWNER = "dashboard_owner";
    private static final String USER = "dashboard";
    private static final int PASSWORD_BYTES = 24;

    private final PostgresServer postgres;
    private final Ports ports;
    private final String ownerPassword = Secrets.random(PASSWORD_BYTES);
    private final String userPassword = Secrets.random(PASSWORD_BYTES);

    StoreDatabase(PostgresServer postgres, Ports ports) {
        this.postgres = postgres;
        this.ports = ports;
    }

    /** Creates what is missing, and gives both roles their passwords of this start. */
    void create() throws SQLException {
        try (Connection connection = postgres.connect("postgres")) {
            createRole(connection, OWNER, ownerPassword);
            createRole(connection, USER, userPassword);
            if (!exists(connection, "SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                execute(connection, "CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
            execute(connection, "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
            execute(connection, "GRANT CONNECT ON DATABASE " + DATABASE + " TO " + USER);
        }
    }

    /** How the dashboard reaches it. */
    Map<String, String> environment() {
        return Map.of(
                "MJP_STORE_URL", "jdbc:postgresql://%s/%s".formatted(ports.address(PortName.POSTGRES), DATABASE),
                "MJP_STORE_USER", USER,
                "MJP_STORE_PASSWORD", userPassword,
                "MJP_STORE_OWNER", OWNER,
                "MJP_STORE_OWNER_PASSWORD", ownerPassword);
    }

    private static void createRole(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = '" + role + "'")) {
            execute(connection, "CREATE ROLE " + role + " LOGIN");
        }
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
