package nl.mjpmonitor.dashboard;

import java.time.Duration;
import java.time.Instant;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.duiding.Duiding;
import nl.mjpmonitor.dashboard.duiding.DuidingState;
import nl.mjpmonitor.dashboard.duiding.DuidingSubject;
import nl.mjpmonitor.dashboard.duiding.DuidingVersion;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The dashboard with the published figures in memory, for looking at it without the rest of the chain. */
public final class DashboardInMemory {

    private DashboardInMemory() {}

    /** Logs in with the accounts of {@link TestAccounts}. */
    public static void main(String[] arguments) {
        start(8080);
    }

    private static void fill(InMemoryDuidingStore store) {
        DuidingSubject subject = new DuidingSubject(new IndicatorId("woninginbraak"), new AreaCode("GM0935"), "2023");
        Instant at = Instant.now().minus(Duration.ofDays(3));
        String text =
                "In het najaar waren er twee reeksen inbraken in de wijken aan de westkant. Beide reeksen zijn opgelost."
                        + " Zonder deze reeksen was het aantal vrijwel gelijk aan 2022.";
        Duiding established = store.add(subject, version(1, text, DuidingState.CONCEPT, Role.ANALIST, at));
        store.append(
                established.id(),
                version(2, text, DuidingState.VASTGESTELD, Role.DRIEHOEK, at.plus(Duration.ofDays(1))));
        store.add(
                subject,
                version(
                        1,
                        "De politie levert de cijfers van december later na.",
                        DuidingState.CONCEPT,
                        Role.PROGRAMMAMANAGER,
                        at.plus(Duration.ofDays(2))));
    }

    private static DuidingVersion version(int number, String text, DuidingState state, Role role, Instant at) {
        return new DuidingVersion(number, text, state, role.word(), role, at);
    }

    /** Starts it on a port; 0 means a free one. */
    public static ConfigurableApplicationContext start(int port) {
        SpringApplication application = new SpringApplication(DashboardApplication.class);
        application.setAdditionalProfiles("in-memory");
        ConfigurableApplicationContext context = application.run(
                "--server.port=" + port,
                "--mjp.accounts=" + TestAccounts.file(),
                "--mjp.demo=true",
                "--vaadin.productionMode=true",
                "--vaadin.commercialBanner.enable=true");
        PublishedFigures.fill(context.getBean(InMemoryWarehouse.class), context.getBean(Areas.class), Instant.now());
        fill(context.getBean(InMemoryDuidingStore.class));
        return context;
    }
}
