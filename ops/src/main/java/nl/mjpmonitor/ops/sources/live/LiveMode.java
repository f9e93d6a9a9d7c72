package nl.mjpmonitor.ops.sources.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.ops.sources.generation.Chance;
import nl.mjpmonitor.ops.sources.generation.Choice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the demo source systems in turn, one committed transaction at a time.
 *
 * <p>The same seed makes the same changes to the same data on the same day. A system that cannot be reached is left out until its
 * turn comes again. Not safe for use by several threads.
 */
public final class LiveMode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveMode.class);

    /** Opens the database of a system as its owner. */
    @FunctionalInterface
    public interface Databases {
        /** A connection of its own for the caller, who closes it. */
        Connection connect(String system) throws SQLException;
    }

    /**
     * A change that was made.
     *
     * @param action what the users did, in a few words
     */
    public record Change(String system, String action) {}

    private final List<LiveSource> sources;
    private final Databases databases;
    private final Clock clock;
    private final long seed;
    private final Map<String, Connection> connections = new HashMap<>();
    private long turns;

    /**
     * Nothing happens yet.
     *
     * @param clock says what day it is in Maastricht
     * @throws IllegalArgumentException if there is no source to change
     */
    public LiveMode(List<LiveSource> sources, Databases databases, Clock clock, long seed) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("There is no source system to keep moving.");
        }
        this.sources = List.copyOf(sources);
        this.databases = databases;
        this.clock = clock;
        this.seed = seed;
    }

    /** Changes the system whose turn it is; empty when it could not be changed. */
    public Optional<Change> change() {
        LiveSource source = sources.get((int) (turns % sources.size()));
        Chance chance = Chance.of(seed, "live", source.system(), turns);
        turns++;
        try {
            return Optional.of(new Change(source.system(), change(source, chance)));
        } catch (SQLException e) {
            LOG.warn("{} was not changed: {}", source.system(), e.getMessage());
            forget(source.system());
            return Optional.empty();
        }
    }

    /** Lets go of the databases. */
    @Override
    public void close() {
        sources.forEach(source -> forget(source.system()));
    }

    private String change(LiveSource source, Chance chance) throws SQLException {
        Connection connection = connection(source.system());
        try {
            LiveTransaction transaction = new LiveTransaction(connection, chance, ZonedDateTime.now(clock));
            source.keepUp(transaction);
            String action = act(source.actions(), transaction);
            connection.commit();
            return action;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /** The action that was drawn or, when there is nothing to do it to, the first. */
    private static String act(List<Choice<LiveAction>> actions, LiveTransaction transaction) throws SQLException {
        LiveAction drawn = transaction.chance().draw(actions);
        if (drawn.work().run(transaction)) {
            return drawn.name();
        }
        LiveAction first = actions.get(0).value();
        if (!first.work().run(transaction)) {
            throw new SQLException("there was nothing to do: " + drawn.name() + ", " + first.name());
        }
        return first.name();
    }

    private Connection connection(String system) throws SQLException {
        Connection open = connections.get(system);
        if (open == null) {
            open = databases.connect(system);
            open.setAutoCommit(false);
            connections.put(system, open);
        }
        return open;
    }

    private void forget(String system) {
        Connection connection = connections.remove(system);
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("the connection to {} was gone already", system, e);
            }
        }
    }
}
