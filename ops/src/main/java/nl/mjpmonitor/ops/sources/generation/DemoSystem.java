package nl.mjpmonitor.ops.sources.generation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.mjpmonitor.ops.sources.SourceSystem;
import nl.mjpmonitor.ops.sources.database.SchemaFile;
import nl.mjpmonitor.ops.sources.database.SourceDatabase;
import nl.mjpmonitor.ops.sources.database.TableRows;

/** A source system whose schema lies beside its class and whose rows are generated. Its schema has the name of the system. */
public abstract class DemoSystem implements SourceSystem {
    /** A name of nobody, where an operational system keeps one. */
    public static final String NAME = "Demonaam (verzonnen)";

    /** Free text that says nothing. */
    public static final String TEXT = "Demotekst: verzonnen.";

    /** An address of nowhere. */
    public static final String ADDRESS = "Demostraat 0";

    private final String name;
    private final Clock clock;

    /** A system of this name, as of the day of a clock. */
    protected DemoSystem(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void createSchema(Connection connection, String replicationPassword) throws SQLException {
        SchemaFile.beside(getClass(), name).createIn(connection, replicationPassword);
    }

    @Override
    public final boolean fill(Connection connection, long seed, YearMonth through) throws SQLException {
        LocalDate lastDay = DemoClock.lastDay(through, clock);
        return SourceDatabase.fillOnce(connection, name + ".register_period", () -> {
            RegisterPeriod.rows(name, registers(lastDay)).copyInto(connection);
            for (TableRows rows : rows(seed, lastDay)) {
                rows.copyInto(connection);
            }
        });
    }

    /** What had been kept from when to when at the end of a day: at least one period, for a filled system is told by it. */
    protected abstract List<RegisterPeriod> registers(LocalDate lastDay);

    /** The rows at the end of a day, each table after those it refers to. The same seed gives the same rows. */
    protected abstract List<TableRows> rows(long seed, LocalDate lastDay);

    /** A table of the system, without rows yet. */
    protected final TableRows table(String table, String... columns) {
        return new TableRows(name + "." + table, columns);
    }
}
