package nl.mjpmonitor.ops.launcher;

import java.net.URI;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.ops.demo.HotspotDemo;
import nl.mjpmonitor.ops.demo.PublicationDemo;
import nl.mjpmonitor.ops.sources.generation.DemoClock;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Shows in a running chain what it does. What it makes is invented.")
final class DemoCommand {

    @Command(
            name = "hotspot",
            mixinStandardHelpOptions = true,
            description = "Has residents report nuisance at one location until it is a potential hotspot.")
    int hotspot(@Option(names = "--keep", description = "Leaves the reports in the Melddesk.") boolean keep)
            throws Exception {
        Home home = Home.discover(System.getenv());
        Parts parts = new Parts(home, portsOfRunning(home), Secrets.in(home.secrets()));
        try (WarehouseConnection warehouse = parts.clickHouse().address().openPatiently()) {
            HotspotDemo demo =
                    new HotspotDemo(parts.postgres()::connect, warehouse, DemoClock.system(), System.out::println);
            return demo.run(keep) ? 0 : 1;
        }
    }

    @Command(
            name = "publicatie",
            mixinStandardHelpOptions = true,
            description = {
                "Makes, approves, publishes and reproduces a Tussenrapportage and a Maandbeeld.",
                "The tokens of the accounts, as ops/run showed them, come from the environment:",
                "MJP_TOKEN_PROGRAMMAMANAGER and MJP_TOKEN_DRIEHOEK."
            })
    int publicatie(
            @Option(
                            names = "--dashboard",
                            description = "Address of the dashboard; otherwise that of the running chain.")
                    @Nullable URI dashboard,
            @Option(
                            names = "--jaar",
                            defaultValue = "2025",
                            description = "Year of the Tussenrapportage: ${DEFAULT-VALUE}.")
                    String year,
            @Option(names = "--maand", description = "Month of the Maandbeeld, such as 2025-12; otherwise last month.")
                    @Nullable String month)
            throws Exception {
        PublicationDemo.Tokens tokens =
                new PublicationDemo.Tokens(token("MJP_TOKEN_PROGRAMMAMANAGER"), token("MJP_TOKEN_DRIEHOEK"));
        URI address = Optional.ofNullable(dashboard).orElseGet(DemoCommand::running);
        String lastMonth =
                YearMonth.now(ZoneId.of("Europe/Amsterdam")).minusMonths(1).toString();
        return new PublicationDemo(address, tokens, System.out::println)
                        .run(List.of(
                                new PublicationDemo.Asked("tussenrapportage", year),
                                new PublicationDemo.Asked(
                                        "maandbeeld", Optional.ofNullable(month).orElse(lastMonth))))
                ? 0
                : 1;
    }

    private static URI running() {
        return URI.create("http://127.0.0.1:"
                + portsOfRunning(Home.discover(System.getenv())).port(PortName.DASHBOARD));
    }

    private static Ports portsOfRunning(Home home) {
        return StackDescription.read(home.description())
                .filter(description -> description.phase() == StackDescription.Phase.READY)
                .orElseThrow(() -> new LauncherException("MJP-monitor is not running; ops/run starts it."))
                .portNumbers();
    }

    private static String token(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(token -> !token.isBlank())
                .orElseThrow(() -> new LauncherException(
                        variable + " is not set. Give the token that ops/run showed for this account."));
    }
}
