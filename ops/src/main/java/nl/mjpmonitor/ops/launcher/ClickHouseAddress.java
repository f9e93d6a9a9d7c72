package nl.mjpmonitor.ops.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.rebuild.Rebuild;

/**
 * Where ClickHouse answers, whichever kind it is.
 *
 * @param jdbcUrl {@code jdbc:clickhouse://host:port}
 */
record ClickHouseAddress(String jdbcUrl, String user, String password) {

    WarehouseConnection open() {
        return WarehouseConnection.open(jdbcUrl, user, password);
    }

    /** For statements that may take long. */
    WarehouseConnection openPatiently() {
        return WarehouseConnection.open(jdbcUrl, user, password, Rebuild.LONGEST_STATEMENT);
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    /** Does not show the password. */
    @Override
    public String toString() {
        return jdbcUrl;
    }
}
