package nl.mjpmonitor.ops.launcher;

import nl.mjpmonitor.ops.demo.HotspotDemo;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Shows in a running chain what the warehouse points out. What it makes is invented.")
final class DemoCommand {

    @Command(
            name = "hotspot",
            mixinStandardHelpOptions = true,
            description = "Has residents report nuisance at one location until it is a potential hotspot.")
    int hotspot(@Option(names = "--keep", description = "Leaves the reports in the Melddesk.") boolean keep)
            throws Exception {
        Home home = Home.discover(System.getenv());
        Ports ports = StackDescription.read(home.description())
                .filter(description -> description.phase() == StackDescription.Phase.READY)
                .orElseThrow(() -> new LauncherException("MJP-monitor is not running; ops/run starts it."))
                .portNumbers();
        Parts parts = new Parts(home, ports, Secrets.in(home.secrets()));
        try (WarehouseConnection warehouse = parts.clickHouse().address().openPatiently()) {
            HotspotDemo demo =
                    new HotspotDemo(parts.postgres()::connect, warehouse, DemoClock.system(), System.out::println);
            return demo.run(keep) ? 0 : 1;
        }
    }
}
