package nl.mjpmonitor.dashboard;

import java.time.Instant;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The dashboard with the published figures in memory, for looking at it without the rest of the chain. */
public final class DashboardInMemory {

    private DashboardInMemory() {}

    /** Logs in with the accounts of {@link TestAccounts}. */
    public static void main(String[] arguments) {
        start(8080);
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
        return context;
    }
}
