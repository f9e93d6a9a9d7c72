package nl.mjpmonitor.ops.clickhouse;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * How to start a ClickHouse of our own.
 *
 * @param program last part of the path of the running program, as a process list shows it
 * @param command the whole command line, without secrets
 * @param environment added to that of the parent; holds the password where one is needed
 * @param preparation to be done before every start; idempotent
 */
public record ClickHouseProcess(
        String program, List<String> command, Map<String, String> environment, Preparation preparation) {

    public ClickHouseProcess {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Fetches or writes what the process needs. */
    @FunctionalInterface
    public interface Preparation {
        void prepare() throws IOException, InterruptedException, EngineUnavailableException;
    }

    @Override
    public String toString() {
        return "ClickHouseProcess" + command;
    }
}
