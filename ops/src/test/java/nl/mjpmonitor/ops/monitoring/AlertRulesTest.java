package nl.mjpmonitor.ops.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.ops.launcher.PortName;
import nl.mjpmonitor.ops.monitoring.AlertRules.Alert;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rules are whole, and each is explained. That their metrics exist is seen in the running chain, by {@code MetricsIT}. */
class AlertRulesTest {

    private static final Path HANDBOOK = Path.of("..", "docs", "monitoring.md");

    private final List<Alert> alerts = AlertRules.all();

    @Test
    void everyAlertHasANameASeverityAndASentence() {
        assertThat(alerts).hasSizeGreaterThan(15);
        assertThat(alerts).extracting(Alert::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Z]\\w+"));
        assertThat(alerts).extracting(Alert::severity).allMatch(severity -> severity.matches("page|ticket"));
        assertThat(alerts).extracting(Alert::summary).noneMatch(String::isBlank);
    }

    @Test
    void everyAlertIsExplainedInTheHandbookAndNoOtherIs() throws Exception {
        List<String> explained = Files.readAllLines(HANDBOOK).stream()
                .filter(line -> line.startsWith("| `") && line.matches("\\| `[A-Z]\\w+` \\|.*"))
                .map(line -> line.substring("| `".length(), line.indexOf('`', "| `".length())))
                .toList();

        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(
                        alerts.stream().map(Alert::name).toList());
    }

    @Test
    void metricsAreFoundInExpressions() {
        assertThat(new Alert("A", "sum by (component) (increase(mjp_deaths_total{a=\"b\"}[30m])) >= 3", "page", "x")
                        .metrics())
                .containsExactly("mjp_deaths_total");
        assertThat(new Alert("A", "up == 0 or a_b > 1 unless on () time() - c:d > 3600", "page", "x").metrics())
                .containsExactly("a_b", "c:d");
    }

    @Test
    void theStandardPortsAreScraped() {
        assertThat(scraped("prometheus.yml"))
                .containsOnly(
                        Map.entry("launcher", List.of(PortName.LAUNCHER_METRICS.standard())),
                        Map.entry("kafka", List.of(PortName.KAFKA_METRICS.standard())),
                        Map.entry("connect", List.of(PortName.CONNECT_METRICS.standard())),
                        Map.entry("flink", List.of(PortName.FLINK_METRICS.standard())),
                        Map.entry("clickhouse", List.of(PortName.CLICKHOUSE_METRICS.standard())),
                        Map.entry("dashboard", List.of(PortName.DASHBOARD.standard())));
    }

    @Test
    void everyProcessOfAClusterIsScraped() {
        assertThat(scraped("prometheus-cluster.yml"))
                .containsOnly(
                        Map.entry("launcher", List.of(PortName.LAUNCHER_METRICS.standard())),
                        Map.entry(
                                "kafka",
                                List.of(
                                        PortName.KAFKA_METRICS.standard(),
                                        PortName.KAFKA_METRICS_2.standard(),
                                        PortName.KAFKA_METRICS_3.standard())),
                        Map.entry(
                                "connect",
                                List.of(PortName.CONNECT_METRICS.standard(), PortName.CONNECT_METRICS_2.standard())),
                        Map.entry(
                                "flink",
                                List.of(
                                        PortName.FLINK_METRICS.standard(),
                                        PortName.FLINK_TASK_METRICS.standard(),
                                        PortName.FLINK_TASK_METRICS_2.standard())),
                        Map.entry("clickhouse", List.of(PortName.CLICKHOUSE_METRICS.standard())),
                        Map.entry("dashboard", List.of(PortName.DASHBOARD.standard())));
    }

    /** The ports that a configuration of Prometheus scrapes, by job. */
    private static Map<String, List<Integer>> scraped(String file) {
        Map<String, List<Integer>> scraped = new HashMap<>();
        JsonNode settings = YAMLMapper.builder().build().readTree(AlertRules.FOLDER.resolve(file));
        settings.path("scrape_configs")
                .forEach(job -> scraped.put(
                        job.path("job_name").asString(),
                        job.path("static_configs")
                                .path(0)
                                .path("targets")
                                .valueStream()
                                .map(target -> Integer.valueOf(target.asString().replaceFirst("^127\\.0\\.0\\.1:", "")))
                                .toList()));
        assertThat(settings.path("rule_files").path(0).asString()).isEqualTo("alerts.yml");
        return scraped;
    }
}
