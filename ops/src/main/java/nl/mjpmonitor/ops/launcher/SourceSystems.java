package nl.mjpmonitor.ops.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import nl.mjpmonitor.ops.sources.SourceSystem;
import nl.mjpmonitor.ops.sources.politiecijfers.PolitiecijfersSource;

/** The demo source systems in PostgreSQL, one database each. */
final class SourceSystems {

    private static final ZoneId MAASTRICHT = ZoneId.of("Europe/Amsterdam");

    private final PostgresServer postgres;
    private final Secrets secrets;

    SourceSystems(PostgresServer postgres, Secrets secrets) {
        this.postgres = postgres;
        this.secrets = secrets;
    }

    static List<String> names() {
        return SourceSystem.all().stream().map(SourceSystem::name).toList();
    }

    /** Creates what is missing: databases, roles, tables, publications, and the rows of a source that has none. */
    void create() throws SQLException {
        YearMonth through = YearMonth.now(MAASTRICHT);
        for (SourceSystem system : SourceSystem.all()) {
            createDatabase(system.name());
            try (Connection connection = postgres.connect(system.name())) {
                system.createSchema(connection, secrets.replication());
                system.fill(connection, PolitiecijfersSource.DEMO_SEED, through);
            }
        }
    }

    private void createDatabase(String name) throws SQLException {
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement()) {
            try (ResultSet existing =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(name))) {
                if (existing.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + name);
        }
    }
}
