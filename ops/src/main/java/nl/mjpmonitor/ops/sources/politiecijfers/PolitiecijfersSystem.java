package nl.mjpmonitor.ops.sources.politiecijfers;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import nl.mjpmonitor.ops.sources.SourceSystem;
import nl.mjpmonitor.ops.sources.generation.DemoClock;

/** {@link PolitiecijfersSource} among the other source systems. Its newest month is that of the newest delivery. */
public final class PolitiecijfersSystem implements SourceSystem {
    private final Clock clock;

    /** The system as of today. */
    public PolitiecijfersSystem() {
        this(DemoClock.system());
    }

    PolitiecijfersSystem(Clock clock) {
        this.clock = clock;
    }

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
        return PolitiecijfersSource.fill(connection, seed, DemoClock.lastDay(through, clock));
    }
}
