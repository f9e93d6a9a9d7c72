package nl.mjpmonitor.warehouse.schema;

import java.util.List;
import java.util.Map;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.reference.ReferenceException;

/**
 * Applies the migrations from the command line: {@code MigrateCommand --url jdbc:clickhouse://127.0.0.1:8123}, with name
 * and password in the environment as CLICKHOUSE_USER and CLICKHOUSE_PASSWORD.
 *
 * <p>Prints the files it applied. Ends with 0 when the schema is up to date, 1 when a migration failed, 2 when it was
 * called wrongly.
 */
public final class MigrateCommand {

    private MigrateCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv()));
    }

    static int run(List<String> arguments, Map<String, String> environment) {
        if (arguments.size() != 2 || !arguments.get(0).equals("--url")) {
            System.err.println("Usage: MigrateCommand --url jdbc:clickhouse://HOST:PORT");
            return 2;
        }
        String user = environment.getOrDefault("CLICKHOUSE_USER", "default");
        String password = environment.getOrDefault("CLICKHOUSE_PASSWORD", "");
        try (WarehouseConnection connection = WarehouseConnection.open(arguments.get(1), user, password)) {
            List<String> applied = new Migrations(connection).apply();
            applied.forEach(System.out::println);
            System.out.println(applied.isEmpty() ? "The schema is up to date." : "Applied: " + applied.size());
            return 0;
        } catch (IllegalArgumentException refusal) {
            System.err.println(refusal.getMessage());
            return 2;
        } catch (MigrationException | ReferenceException | WarehouseException failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }
}
