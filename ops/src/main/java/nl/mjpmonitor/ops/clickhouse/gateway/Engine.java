package nl.mjpmonitor.ops.clickhouse.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import nl.mjpmonitor.ops.clickhouse.chdb.Chdb;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbConnection;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbException;

/** The running engine. One connection stays open for as long as it lives, because the engine ends with its last connection. */
final class Engine implements AutoCloseable {

    private final Chdb chdb;
    private final List<String> arguments;
    private final ChdbConnection control;
    private final ReentrantLock controlLock = new ReentrantLock();
    private final String version;
    private final Set<String> formats;

    private Engine(Chdb chdb, List<String> arguments, ChdbConnection control) throws ChdbException {
        this.chdb = chdb;
        this.arguments = arguments;
        this.control = control;
        this.version = control.text("SELECT version()");
        this.formats =
                control.text("SELECT lower(name) FROM system.formats").lines().collect(Collectors.toUnmodifiableSet());
    }

    /** Starts the engine on the data folder; to be called on a thread of {@link EngineThreads}. */
    static Engine start(Chdb chdb, GatewaySettings settings) throws IOException, ChdbException {
        List<String> arguments = new EngineConfiguration(settings).write();
        return new Engine(chdb, arguments, chdb.connect(arguments));
    }

    /** Opens a connection with a session of its own; takes less than a millisecond. */
    EngineConnection connect() throws ChdbException {
        return new EngineConnection(chdb.connect(arguments));
    }

    /** The answer to a statement of the gateway itself, on a connection of its own. */
    String ask(String statement) throws ChdbException {
        try (EngineConnection connection = connect()) {
            return connection.statements().text(statement);
        }
    }

    /** The version of ClickHouse, for instance {@code 26.7.2.1}. */
    String version() {
        return version;
    }

    boolean isFormat(String name) {
        return formats.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Asks running statements that carry this comment to stop, without waiting for them: waiting crashes the engine. */
    void kill(String comment) throws ChdbException {
        controlLock.lock();
        try {
            String _ = control.text("KILL QUERY WHERE Settings['log_comment'] = " + EngineConnection.literal(comment)
                    + " ASYNC FORMAT Null");
        } finally {
            controlLock.unlock();
        }
    }

    /** Ends the engine. Every other connection must have been closed. */
    @Override
    public void close() {
        controlLock.lock();
        try {
            control.close();
        } finally {
            controlLock.unlock();
        }
        chdb.shutdown();
    }
}
