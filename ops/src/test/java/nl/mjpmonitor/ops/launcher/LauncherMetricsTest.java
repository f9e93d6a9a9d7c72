package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mjpmonitor.warehouse.quality.Lag;
import nl.mjpmonitor.warehouse.quality.ReconciledRange;
import nl.mjpmonitor.warehouse.quality.ReconciliationState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LauncherMetricsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final LauncherMetrics metrics = LauncherMetrics.start(0);

    @TempDir
    Path state;

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void whatHasNotHappenedYetIsZeroAndNotAbsent() throws Exception {
        assertThat(told())
                .contains("mjp_slot_lost_total{system=\"melddesk\"} 0.0")
                .contains("mjp_resnapshots_total{outcome=\"failed\",system=\"oov\"} 0.0")
                .contains("mjp_connector_failures_total{connector=\"pmg\"} 0.0")
                .contains("mjp_truncations_total{system=\"politiecijfers\"} 0.0")
                .contains("mjp_reconciliation_failures_total{system=\"onderschat\"} 0.0")
                .contains("mjp_reconciliation_ranges_total{state=\"drifted\"} 0.0");
    }

    @Test
    void aKilledComponentIsCountedAsOneAndStartedAgain() throws Exception {
        Home home = new Home(Path.of(""), state, Path.of(""));
        home.createState();
        Component component = Component.of(
                "sleeper",
                List.of(),
                Set.of(),
                () -> new Command("sleep", List.of("sleep", "600"), Map.of()),
                () -> HealthCheck.Health.WELL);
        Supervisor supervisor = new Supervisor(component, home, Progress.silent());
        metrics.watch(List.of(supervisor));
        try {
            supervisor.start();
            assertThat(told())
                    .contains("mjp_component_up{component=\"sleeper\"} 1.0")
                    .contains("mjp_component_starts_total{component=\"sleeper\"} 1.0")
                    .contains("mjp_component_deaths_total{cause=\"killed\",component=\"sleeper\"} 0.0");

            supervisor.kill();
            while (supervisor.restarts() == 0) {
                Thread.onSpinWait();
            }
            supervisor.awaitRunning(Duration.ofSeconds(30));

            assertThat(told())
                    .contains("mjp_component_starts_total{component=\"sleeper\"} 2.0")
                    .contains("mjp_component_restarts_total{component=\"sleeper\"} 1.0")
                    .contains("mjp_component_deaths_total{cause=\"killed\",component=\"sleeper\"} 1.0")
                    .contains("mjp_component_deaths_total{cause=\"exited\",component=\"sleeper\"} 0.0")
                    .contains("mjp_component_given_up{component=\"sleeper\"} 0.0");
        } finally {
            supervisor.stop();
        }
        assertThat(told())
                .contains("mjp_component_up{component=\"sleeper\"} 0.0")
                .contains("mjp_component_memory_bytes{component=\"sleeper\"} 0.0");
    }

    @Test
    void theNewestLagReplacesTheOneBefore() throws Exception {
        metrics.lags(List.of(
                new Lag("melddesk", "", Lag.Stage.CONNECT, 512, Duration.ofMillis(1_500), NOW),
                new Lag("melddesk", "", Lag.Stage.KEPT, 4_096, NOW),
                new Lag("melddesk", "report", Lag.Stage.STREAM, 7, Duration.ofSeconds(3), NOW)));

        assertThat(told())
                .contains("mjp_slot_unread_bytes{system=\"melddesk\"} 512.0")
                .contains("mjp_slot_kept_bytes{system=\"melddesk\"} 4096.0")
                .contains("mjp_lag_waiting_seconds{stage=\"connect\",system=\"melddesk\",table=\"\"} 1.5")
                .contains("mjp_lag_waiting_seconds{stage=\"stream\",system=\"melddesk\",table=\"report\"} 3.0")
                .contains("mjp_lag_events{stage=\"stream\",system=\"melddesk\",table=\"report\"} 7.0");

        metrics.lags(List.of(new Lag("melddesk", "report", Lag.Stage.STREAM, 0, NOW)));

        assertThat(told())
                .contains("mjp_lag_events{stage=\"stream\",system=\"melddesk\",table=\"report\"} 0.0")
                .doesNotContain("mjp_slot_unread_bytes{");
    }

    @Test
    void aComparisonTellsWhatDrifted() throws Exception {
        metrics.compared(List.of(
                range("report", ReconciliationState.HEALED, 3, 0),
                range("report", ReconciliationState.DRIFTED, 2, 0),
                range("group_size", ReconciliationState.REJECTED, 0, 1)));

        assertThat(told())
                .contains("mjp_reconciliation_drifted_rows{subject=\"rows\",system=\"melddesk\",table=\"report\"} 5.0")
                .contains(
                        "mjp_reconciliation_unmended_ranges{subject=\"rows\",system=\"melddesk\",table=\"report\"} 1.0")
                .contains(
                        "mjp_reconciliation_rejected_rows{subject=\"rows\",system=\"melddesk\",table=\"group_size\"} 1.0")
                .contains("mjp_reconciliation_checked_timestamp_seconds{subject=\"rows\",system=\"melddesk\","
                        + "table=\"report\"} 1.7952624E9")
                .contains("mjp_reconciliation_ranges_total{state=\"healed\"} 1.0");

        metrics.compared(List.of(range("report", ReconciliationState.EQUAL, 0, 0)));

        assertThat(told())
                .contains("mjp_reconciliation_drifted_rows{subject=\"rows\",system=\"melddesk\",table=\"report\"} 0.0")
                .contains(
                        "mjp_reconciliation_unmended_ranges{subject=\"rows\",system=\"melddesk\",table=\"report\"} 0.0")
                .contains(
                        "mjp_reconciliation_rejected_rows{subject=\"rows\",system=\"melddesk\",table=\"group_size\"} 1.0");
    }

    @Test
    void aTakenPortIsRefusedByName() {
        assertThatThrownBy(() -> LauncherMetrics.start(metrics.port()))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining(Integer.toString(metrics.port()));
    }

    private static ReconciledRange range(String table, ReconciliationState state, long drifted, long rejected) {
        return new ReconciledRange(
                "melddesk", table, ReconciledRange.ROWS, NOW, 1, "", "", 10, 10, 0, 0, rejected, drifted, state, "");
    }

    private String told() throws IOException, InterruptedException {
        HttpResponse<String> answer = HealthCheck.HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metrics.port() + "/metrics"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
