package nl.mjpmonitor.warehouse.rebuild;

import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.schema.MigrationException;

/**
 * Rebuilds from the command line: {@code RebuildCommand --url jdbc:clickhouse://127.0.0.1:8123}, with name and password in
 * the environment as CLICKHOUSE_USER and CLICKHOUSE_PASSWORD. The stream may go on meanwhile.
 *
 * <p>Prints the tables and what was wrong with the counts. Ends with 0 when all was rebuilt, 1 when that failed, 2 when it
 * was called wrongly.
 */
public final class RebuildCommand {

    private RebuildCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv()));
    }

    static int run(List<String> arguments, Map<String, String> environment) {
        if (arguments.size() != 2 || !arguments.get(0).equals("--url")) {
            System.err.println("Usage: RebuildCommand --url jdbc:clickhouse://HOST:PORT");
            return 2;
        }
        String user = environment.getOrDefault("CLICKHOUSE_USER", "default");
        String password = environment.getOrDefault("CLICKHOUSE_PASSWORD", "");
        try (WarehouseConnection connection =
                WarehouseConnection.open(arguments.get(1), user, password, Rebuild.LONGEST_STATEMENT)) {
            new Rebuild(connection).run().forEach(table -> System.out.println(table.sentence()));
            return 0;
        } catch (IllegalArgumentException refusal) {
            System.err.println(refusal.getMessage());
            return 2;
        } catch (MigrationException | WarehouseException failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }
}
