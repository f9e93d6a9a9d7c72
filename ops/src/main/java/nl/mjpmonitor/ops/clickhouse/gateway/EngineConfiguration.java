package nl.mjpmonitor.ops.clickhouse.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.ops.clickhouse.configuration.ConfigurationTemplate;

/**
 * The configuration files of the engine: little memory, small caches, UTC, no grants on outside sources, insert settings pinned. They
 * are written at every start, so that the ones of an older version never count.
 */
record EngineConfiguration(GatewaySettings settings) {

    /** Writes the files and answers the arguments with which every connection is opened. */
    List<String> write() throws IOException {
        Path folder = settings.data().resolve("configuration");
        Path users = folder.resolve("users.xml");
        Path config = folder.resolve("config.xml");
        Path engine = settings.data().resolve("engine");
        Path logs = settings.data().resolve("logs");
        for (Path needed : List.of(folder, engine, logs, settings.data().resolve("backups"))) {
            Files.createDirectories(needed);
        }
        Map<String, String> values = Map.of(
                "data", settings.data().toString(),
                "logs", logs.toString(),
                "users", users.toString(),
                "memory_bytes", Long.toString((long) settings.engineMemoryMegabytes() << 20));
        Files.writeString(
                config, ConfigurationTemplate.read("embedded-config.xml").with(values));
        Files.writeString(
                users, ConfigurationTemplate.read("embedded-users.xml").with(values));
        return List.of("--path=" + engine, "--config-file=" + config);
    }
}
