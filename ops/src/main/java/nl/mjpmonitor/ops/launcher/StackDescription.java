package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a launcher tells the other commands about the stack it started.
 *
 * @param launcher process id of the launcher
 * @param startedAt when it started, ISO 8601
 * @param phase what it is doing
 * @param ports number by label
 */
record StackDescription(long launcher, String startedAt, Phase phase, Map<String, Integer> ports) {

    /** Where in its life a stack is. */
    enum Phase {
        STARTING,
        READY,
        STOPPING
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * The ports of the stack that runs, whatever its phase.
     *
     * @throws LauncherException when none does
     */
    static Ports portsOfRunning(Home home) {
        return read(home.description())
                .orElseThrow(() -> new LauncherException("MJP-monitor is not running; ops/run starts it."))
                .portNumbers();
    }

    static Optional<StackDescription> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file, StackDescription.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static void write(Path file, Phase phase, String startedAt, Ports ports) throws IOException {
        Map<String, Integer> numbers = new TreeMap<>();
        for (PortName name : PortName.values()) {
            numbers.put(name.label(), ports.port(name));
        }
        StackDescription description =
                new StackDescription(ProcessHandle.current().pid(), startedAt, phase, numbers);
        Secrets.writePrivately(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(description));
    }

    Ports portNumbers() {
        return Ports.of(Map.of(), ports);
    }
}
