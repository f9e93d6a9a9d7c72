package nl.mjpmonitor.ops.clickhouse;

import java.nio.file.Path;

/**
 * Where and for whom a ClickHouse of our own runs. It listens on 127.0.0.1 only.
 *
 * @param data folder of its data, configuration and logs
 * @param port of the HTTP interface
 * @param metricsPort of the metrics in the form of Prometheus, which need no password
 * @param user its only user: letters, digits and underscores
 * @param password of that user, not empty
 */
public record ClickHouseSite(Path data, int port, int metricsPort, String user, String password) {

    public ClickHouseSite {
        data = data.toAbsolutePath().normalize();
        if (!user.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "CLICKHOUSE_USER must be a plain name of letters, digits and underscores.");
        }
        if (password.isBlank()) {
            throw new IllegalArgumentException("CLICKHOUSE_PASSWORD must not be empty.");
        }
    }

    @Override
    public String toString() {
        return "ClickHouseSite[data=" + data + ", port=" + port + ", metricsPort=" + metricsPort + ", user=" + user
                + "]";
    }
}
