package nl.mjpmonitor.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.duiding.Duiding;
import nl.mjpmonitor.dashboard.duiding.DuidingState;
import nl.mjpmonitor.dashboard.duiding.DuidingSubject;
import nl.mjpmonitor.dashboard.duiding.DuidingVersion;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.casework.OpenStep;
import nl.mjpmonitor.warehouse.casework.StepProgress;
import nl.mjpmonitor.warehouse.hotspots.Hotspot;
import nl.mjpmonitor.warehouse.hotspots.HotspotReason;
import nl.mjpmonitor.warehouse.hotspots.HotspotState;
import nl.mjpmonitor.warehouse.hotspots.NuisanceCategory;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.Lag;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.quality.ReconciliationState;
import nl.mjpmonitor.warehouse.quality.RejectedEvent;
import nl.mjpmonitor.warehouse.quality.RejectedEventState;
import nl.mjpmonitor.warehouse.quality.TableNotice;
import nl.mjpmonitor.warehouse.signals.SignalRule;
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

    private static void fill(InMemoryQuality quality, Instant now) {
        quality.lags()
                .record(List.of(
                        new Lag("melddesk", "", Lag.Stage.CONNECT, 20_480, now),
                        new Lag("melddesk", "", Lag.Stage.KEPT, 48L << 20, now),
                        new Lag("melddesk", "report", Lag.Stage.STREAM, 7, now)));
        quality.reconciliations()
                .record(List.of(
                        compared("report", ReconciledRange.ROWS, now, 41_200, 0, 0, ReconciliationState.EQUAL),
                        compared("report", ReconciledRange.COUNTS, now, 41_200, 0, 0, ReconciliationState.EQUAL),
                        compared("screening", ReconciledRange.ROWS, now, 3_100, 0, 1, ReconciliationState.REJECTED),
                        compared("hotspot", ReconciledRange.ROWS, now, 212, 2, 0, ReconciliationState.HEALED),
                        compared("milestone", ReconciledRange.ROWS, now, 18, 1, 0, ReconciliationState.DRIFTED)));
        quality.notice(new TableNotice(
                "melddesk",
                "hotspot_plan",
                TableNotice.Kind.PAUSED,
                "",
                "result: the column is missing",
                "melddesk.melddesk.hotspot_plan",
                4,
                now));
        quality.notice(new TableNotice(
                "oov", "incident", TableNotice.Kind.COLUMN_ADDED, "remark", "", "oov.oov.incident", 9, now));
        for (int i = 0; i < 3; i++) {
            quality.reject(new RejectedEvent(
                    new EventPosition("melddesk.melddesk.screening", 0, 100 + i),
                    i == 0 ? "unknown-area" : "month-in-future",
                    "buurt_code: must be a code of codes/area.json",
                    "melddesk",
                    "screening",
                    "{\"screening_id\":" + i + "}",
                    "{\"op\":\"c\",\"after\":{\"screening_id\":" + i + ",\"buurt_code\":\"BU0\"}}",
                    now.minus(Duration.ofHours(i)),
                    RejectedEventState.NEW,
                    ""));
        }
    }

    private static void fill(InMemorySignals signals, Instant now) {
        signals.open(SignalRule.MONTH_OUTSIDE_LIMITS, "woninginbraak", "GM0935", now.minus(Duration.ofDays(9)));
        signals.open(SignalRule.BURGLARY_SERIES, "woninginbraak", "BU09350006", now.minus(Duration.ofDays(2)));
        signals.open(SignalRule.HOTSPOT_OPENED, "hs-1", "BU09350000", now.minus(Duration.ofDays(1)));
        signals.end(
                signals.open(SignalRule.FEED_SILENT, "melddesk", "GM0935", now.minus(Duration.ofDays(5)))
                        .id(),
                now.minus(Duration.ofDays(4)));
    }

    private static void fill(InMemoryDetections detections, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        detections.hold(
                List.of(new Hotspot(
                        "hs-1",
                        new AreaCode("BU09350000"),
                        NuisanceCategory.BOTH,
                        HotspotState.OPEN,
                        today.minusDays(18),
                        HotspotReason.OPENED,
                        6,
                        4,
                        28,
                        today.minusDays(18),
                        1,
                        Optional.of(today.plusDays(38)),
                        Optional.empty(),
                        now)),
                Stream.of("lwo", "atom", "mot", "riec")
                        .map(step -> new StepProgress(
                                step,
                                56,
                                List.of(
                                        new OpenStep(1, today.minusDays(90), 90, Optional.of(today.minusDays(34))),
                                        new OpenStep(1, today.minusDays(12), 12, Optional.empty()))))
                        .toList());
    }

    private static ReconciledRange compared(
            String table,
            String subject,
            Instant at,
            long rows,
            long drifted,
            long rejected,
            ReconciliationState state) {
        return new ReconciledRange(
                "melddesk",
                table,
                subject,
                at,
                1,
                "",
                "",
                rows,
                rows - drifted - rejected,
                1,
                drifted + rejected == 0 ? 1 : 2,
                rejected,
                drifted,
                state,
                drifted + rejected == 0 ? "" : "{\"" + table + "_id\":7}");
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
        fill(context.getBean(InMemoryQuality.class), Instant.now());
        fill(context.getBean(InMemorySignals.class), Instant.now());
        fill(context.getBean(InMemoryDetections.class), Instant.now());
        return context;
    }
}
