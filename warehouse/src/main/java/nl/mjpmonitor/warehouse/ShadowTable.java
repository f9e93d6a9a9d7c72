package nl.mjpmonitor.warehouse;

import java.util.Map;

/**
 * An empty copy of a table's definition, to be filled out of sight and then swapped with the table in one statement, so
 * that a reader sees either all old rows or all new ones. Closing it drops whatever the shadow holds then.
 */
public final class ShadowTable implements AutoCloseable {

    private static final String SUFFIX = "_shadow";

    private final WarehouseConnection connection;
    private final String table;

    private ShadowTable(WarehouseConnection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    /**
     * Creates the shadow; one that was left by a process that died is dropped first.
     *
     * @param table qualified name, from this module and never from a user
     */
    public static ShadowTable of(WarehouseConnection connection, String table) {
        ShadowTable shadow = new ShadowTable(connection, table);
        shadow.close();
        connection.execute("Creation of " + shadow.name(), "CREATE TABLE " + shadow.name() + " AS " + table, Map.of());
        return shadow;
    }

    /** Qualified name of the shadow. */
    public String name() {
        return table + SUFFIX;
    }

    /** Swaps shadow and table; from now on the shadow holds the old rows. */
    public void exchange() {
        connection.execute("Exchange of " + table, "EXCHANGE TABLES " + table + " AND " + name(), Map.of());
    }

    @Override
    public void close() {
        connection.execute("Drop of " + name(), "DROP TABLE IF EXISTS " + name() + " SYNC", Map.of());
    }
}
