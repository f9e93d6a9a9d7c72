package nl.mjpmonitor.ops.clickhouse.gateway;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * How a gateway runs.
 *
 * @param data folder for the engine's data, its configuration and the query log; created when missing, owned by one gateway
 * @param port to listen on at 127.0.0.1; 0 takes any free one
 * @param metricsPort to tell metrics on, at 127.0.0.1 and without a password; empty for none
 * @param user its only user
 * @param password of that user
 * @param engineMemoryMegabytes limit for everything the engine allocates; the process needs about 300 MB on top
 */
public record GatewaySettings(
        Path data, int port, OptionalInt metricsPort, String user, String password, int engineMemoryMegabytes) {

    public GatewaySettings {
        data = data.toAbsolutePath().normalize();
        if (user.isBlank() || password.isBlank()) {
            throw new IllegalArgumentException("CLICKHOUSE_USER and CLICKHOUSE_PASSWORD must be set.");
        }
        if (engineMemoryMegabytes < 128) {
            throw new IllegalArgumentException("The engine needs at least 128 MB of memory.");
        }
    }

    @Override
    public String toString() {
        return "GatewaySettings[data=" + data + ", port=" + port + ", user=" + user + "]";
    }
}
