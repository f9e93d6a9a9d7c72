package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.ops.monitoring.AlertRules;
import nl.mjpmonitor.ops.monitoring.AlertRules.Alert;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.quality.ClickHouseLags;
import nl.mjpmonitor.warehouse.quality.Lag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every component of the running chain tells what it does, and the alert rules ask for nothing that nobody tells. */
@ExtendWith(RunningStack.class)
class MetricsIT {

    private static final LocalDate MONTH = LocalDate.of(2012, 1, 1);
    private static final List<String> SYSTEMS = List.of(
            "bestuurlijk", "melddesk", "ondermijning", "onderschat", "oov", "pmg", "politiecijfers", "zorgveiligheid");

    private final Stack stack;

    MetricsIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void kafkaTellsItsMessagesControllerAndLogs() throws Exception {
        Scrape kafka = scrape("kafka");

        assertThat(kafka.sum("kafka_server_messagesin_total")).isPositive();
        assertThat(kafka.sum("kafka_server_failedproducerequests_total")).isNotNegative();
        assertThat(kafka.sum("kafka_controller_activecontrollercount")).isOne();
        assertThat(kafka.sum("kafka_controller_offlinepartitionscount")).isZero();
        assertThat(kafka.sum("kafka_server_partitioncount")).isGreaterThan(50);
        assertThat(kafka.sum("kafka_log_offline_directories")).isZero();
        assertThat(kafka.sum("kafka_log_size_bytes", "topic", "melddesk.melddesk.report"))
                .isGreaterThan(100_000);
        assertThat(kafka.of("kafka_network_request_total_time_ms", "request", "Produce"))
                .extracting(sample -> sample.labels().get("statistic"))
                .contains("Mean", "99thPercentile");
        assertThat(kafka.sum("jvm_memory_used_bytes", "area", "heap")).isBetween(10e6, 256e6 * 1.1);
        assertThat(kafka.names()).hasSizeLessThan(150);
    }

    @Test
    void connectTellsItsConnectorsAndDebeziumItsSources() throws Exception {
        Scrape connect = scrape("connect");

        assertThat(connect.sum("kafka_connect_worker_connector_count")).isEqualTo(SYSTEMS.size() + 1);
        assertThat(connect.sum("kafka_connect_worker_task_count")).isGreaterThan(SYSTEMS.size());
        for (String system : SYSTEMS) {
            assertThat(connect.sum("kafka_connect_connector_status", "connector", system, "status", "running"))
                    .isOne();
            assertThat(connect.sum("kafka_connect_task_status", "connector", system, "status", "running"))
                    .isOne();
            assertThat(connect.sum("kafka_connect_source_record_write_total", "connector", system))
                    .isPositive();
            assertThat(connect.of("kafka_connect_source_records_active", "connector", system))
                    .hasSize(1);
            assertThat(connect.sum("debezium_streaming_connected", "system", system))
                    .isOne();
            assertThat(connect.sum("debezium_streaming_queueremainingcapacity", "system", system))
                    .isPositive();
        }
    }

    @Test
    void flinkTellsItsCheckpointsAndTheOffsetOfEveryTopic() throws Exception {
        Scrape before = scrape("flink");

        assertThat(before.sum("flink_jobmanager_job_numberOfCompletedCheckpoints"))
                .isPositive();
        assertThat(before.sum("flink_taskmanager_job_task_operator_rowsWritten"))
                .isPositive();
        assertThat(before.sum("flink_taskmanager_job_task_operator_pausedTables"))
                .isZero();
        assertThat(before.of("flink_taskmanager_job_task_operator_KafkaSourceReader_topic_partition_currentOffset"))
                .extracting(sample -> sample.labels().get("topic"))
                .contains("melddesk.melddesk.report", "politiecijfers.politie.registration");
        assertThat(before.names()).anyMatch(name -> name.endsWith("_rejected_truncate"));
        Until.holds(() -> assertThat(scrape("flink").sum("flink_jobmanager_job_numberOfCompletedCheckpoints"))
                .isGreaterThan(before.sum("flink_jobmanager_job_numberOfCompletedCheckpoints")));
    }

    @Test
    void clickHouseTellsItsEngineAndItsStatements() throws Exception {
        Scrape before = scrape("clickhouse");

        assertThat(before.sum("ClickHouseAsyncMetrics_TotalRowsOfMergeTreeTables"))
                .isGreaterThan(100_000);
        assertThat(before.sum("ClickHouseAsyncMetrics_MaxPartCountForPartition"))
                .isBetween(1.0, 300.0);
        assertThat(before.sum("ClickHouseMetrics_Query")).isNotNegative();
        assertThat(before.sum("ClickHouseProfileEvents_InsertedRows")).isPositive();
        assertThat(before.sum("clickhouse_gateway_rows_written_total")).isPositive();
        try (WarehouseConnection warehouse = stack.warehouseConnection()) {
            warehouse.query("Ask something", "SELECT 1 AS one", Map.of(), row -> row.getInteger("one"));
        }
        Scrape after = scrape("clickhouse");
        assertThat(after.sum("clickhouse_gateway_statement_seconds_count", "kind", "select", "state", "finished"))
                .isGreaterThan(before.sum(
                        "clickhouse_gateway_statement_seconds_count", "kind", "select", "state", "finished"));
    }

    @Test
    void theDashboardTellsItsRequests() throws Exception {
        // the launcher asks every few seconds; another test may just have killed it
        Until.holds(() -> assertThat(
                        scrape("dashboard").sum("http_server_requests_seconds_count", "uri", "/api/v1/versheid"))
                .isPositive());
        assertThat(scrape("dashboard").sum("mjp_live_poll_failures_total")).isNotNegative();
    }

    @Test
    void theLauncherTellsItsComponentsSlotsAndComparisons() throws Exception {
        Instant begin = Instant.now();
        stack.reconcile("oov");
        Scrape launcher = scrape("launcher");

        for (String component : stack.names()) {
            assertThat(launcher.sum("mjp_component_up", "component", component))
                    .as("%s is up", component)
                    .isOne();
            assertThat(launcher.sum("mjp_component_starts_total", "component", component))
                    .as("starts of %s: the first, and those that followed a death", component)
                    .isGreaterThan(launcher.sum("mjp_component_restarts_total", "component", component));
            assertThat(launcher.sum("mjp_component_memory_bytes", "component", component))
                    .isBetween(20e6, 2e9);
        }
        for (String system : SYSTEMS) {
            assertThat(launcher.sum("mjp_slot_kept_bytes", "system", system)).isBetween(1.0, 1e9);
            assertThat(launcher.sum("mjp_slot_lost_total", "system", system)).isNotNegative();
        }
        assertThat(launcher.sum("mjp_reconciliation_drifted_rows", "system", "oov", "subject", "rows"))
                .isZero();
        assertThat(launcher.sum("mjp_reconciliation_unmended_ranges", "system", "oov"))
                .isZero();
        assertThat(launcher.of("mjp_reconciliation_checked_timestamp_seconds", "system", "oov"))
                .isNotEmpty()
                .allSatisfy(
                        sample -> assertThat(sample.value()).isGreaterThanOrEqualTo((double) begin.getEpochSecond()));
    }

    @Test
    void aKilledComponentIsSeenToHaveBeenKilled() throws Exception {
        double before =
                scrape("launcher").sum("mjp_component_deaths_total", "component", "dashboard", "cause", "killed");

        stack.kill("dashboard");
        stack.awaitHealthy("dashboard", Until.LIMIT);

        Until.holds(() -> {
            Scrape launcher = scrape("launcher");
            assertThat(launcher.sum("mjp_component_deaths_total", "component", "dashboard", "cause", "killed"))
                    .isEqualTo(before + 1);
            assertThat(launcher.sum("mjp_component_up", "component", "dashboard"))
                    .isOne();
        });
    }

    /** While the store is away changes wait before it, for ever longer, and of one table; then nothing does. */
    @Test
    void whatWaitsIsToldByTableAndStageUntilItHasPassed() throws Exception {
        try (PoliceRegister register = new PoliceRegister(stack)) {
            stack.stop("clickhouse");
            long registration;
            try {
                registration = register.add("A40", "BU09350000", MONTH, 3);
                // measured from outside of ClickHouse, so that it is known while that is away
                Until.holds(() -> assertThat(waiting("politiecijfers", "registration"))
                        .as("seconds that the new row waits")
                        .isGreaterThan(8));
                assertThat(waiting("politiecijfers", "police_class")).isZero();
            } finally {
                stack.startAgain("clickhouse");
            }
            Until.holds(() -> {
                assertThat(waiting("politiecijfers", "registration")).isZero();
                assertThat(stack.differences("politiecijfers")).isEmpty();
            });
            register.remove(registration);
        }
        try (WarehouseConnection warehouse = stack.warehouseConnection()) {
            Until.holds(() -> assertThat(new ClickHouseLags(warehouse).newest())
                    .filteredOn(lag -> lag.sourceSystem().equals("politiecijfers"))
                    .extracting(Lag::stage)
                    .contains(Lag.Stage.values()));
        }
    }

    @Test
    void theAlertRulesAskOnlyForMetricsThatAreTold() throws Exception {
        stack.reconcile("oov");
        Set<String> told = new TreeSet<>();
        for (String component : stack.metricsAddresses().keySet()) {
            told.addAll(scrape(component).names());
        }

        Map<String, Set<String>> unknown = new LinkedHashMap<>();
        for (Alert alert : AlertRules.all()) {
            Set<String> missing = new TreeSet<>(alert.metrics());
            missing.removeAll(told);
            if (!missing.isEmpty()) {
                unknown.put(alert.name(), missing);
            }
        }
        assertThat(unknown).as("metrics that nobody tells, by alert").isEmpty();
    }

    /** The longest that anything of a table waits on its way from Kafka to ClickHouse. */
    private double waiting(String system, String table) throws Exception {
        return scrape("launcher").of("mjp_lag_waiting_seconds", "system", system, "table", table).stream()
                .mapToDouble(Scrape.Sample::value)
                .max()
                .orElseThrow();
    }

    private Scrape scrape(String component) throws Exception {
        Optional<String> token = component.equals("dashboard")
                ? stack.accounts().stream()
                        .filter(account -> account.role().equals("beheerder"))
                        .map(DemoAccount::token)
                        .findFirst()
                : Optional.empty();
        return Scrape.of(
                Optional.ofNullable(stack.metricsAddresses().get(component)).orElseThrow(), token);
    }
}
