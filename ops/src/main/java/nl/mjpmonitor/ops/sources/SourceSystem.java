package nl.mjpmonitor.ops.sources;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A demo source system in a PostgreSQL database of its own: its schema, and its data.
 *
 * <p>Both methods do their work in one transaction of the connection they are given, change nothing when it is done already, and
 * leave the connection open and in the commit mode it had. When one fails nothing of it remains.
 */
public interface SourceSystem {
    /** Login role of every connector: replication, and reading the published columns. One role in the whole cluster. */
    String REPLICATION_ROLE = "mjp_replication";

    /** Publication of every source system: the tables and columns that may leave it. */
    String PUBLICATION = "mjp_publication";

    /** The source systems of the demo, by name. */
    static List<SourceSystem> all() {
        return ServiceLoader.load(SourceSystem.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(SourceSystem::name))
                .toList();
    }

    /** Name of the system, of its database, of its connector and of the prefix of its topics. */
    String name();

    /**
     * Creates what is missing of schema, publication and replication role, and puts publication, grants and password right.
     *
     * @param connection to the system's database, as a superuser: only one may create a replication role
     * @param replicationPassword of {@link #REPLICATION_ROLE}; it reaches the server as a SCRAM verifier only
     * @throws IllegalArgumentException if the password is blank
     */
    void createSchema(Connection connection, String replicationPassword) throws SQLException;

    /**
     * Fills an empty system with its demo data; a system that holds data is left as it is.
     *
     * @param seed the same seed gives the same data; give all systems the same one, because they refer to each other's cases
     * @param through the last month with data. Nothing is made for days that have yet to come.
     * @return whether it filled the system
     */
    boolean fill(Connection connection, long seed, YearMonth through) throws SQLException;
}
