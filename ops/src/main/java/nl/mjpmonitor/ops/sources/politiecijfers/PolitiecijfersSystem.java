package nl.mjpmonitor.ops.sources.politiecijfers;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import nl.mjpmonitor.ops.sources.SourceSystem;

/** {@link PolitiecijfersSource} among the other source systems. Its data end with the published tables, in December 2023. */
public final class PolitiecijfersSystem implements SourceSystem {
    @Override
    public String name() {
        return PolitiecijfersSource.DATABASE;
    }

    @Override
    public void createSchema(Connection connection, String replicationPassword) throws SQLException {
        PolitiecijfersSource.createSchema(connection, replicationPassword);
    }

    @Override
    public boolean fill(Connection connection, long seed, YearMonth through) throws SQLException {
        return PolitiecijfersSource.fill(connection, seed);
    }
}
