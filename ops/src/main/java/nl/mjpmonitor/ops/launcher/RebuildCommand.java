package nl.mjpmonitor.ops.launcher;

import java.util.List;
import java.util.concurrent.Callable;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.rebuild.Rebuild;
import nl.mjpmonitor.warehouse.rebuild.RebuiltTable;
import nl.mjpmonitor.warehouse.schema.MigrationException;
import picocli.CommandLine.Command;

@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Rebuilds the tables of core and the monthly counts from the change log; the stream goes on meanwhile.")
final class RebuildCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        Home home = Home.discover(System.getenv());
        Ports ports = StackDescription.portsOfRunning(home);
        Parts parts = new Parts(home, ports, Secrets.in(home.secrets()));
        try (WarehouseConnection warehouse = parts.clickHouse().address().openPatiently()) {
            List<RebuiltTable> rebuilt = new Rebuild(warehouse).run();
            rebuilt.forEach(table -> System.out.println(table.sentence()));
            System.out.printf("%d tables rebuilt%n", rebuilt.size());
            return 0;
        } catch (MigrationException | WarehouseException failure) {
            throw new LauncherException("The rebuild did not finish. " + failure.getMessage(), failure);
        }
    }
}
