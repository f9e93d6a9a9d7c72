package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The warehouse job with Flink around it in one process. It goes on from its newest checkpoint by itself. */
final class FlinkJob {

    static final String NAME = "flink";

    /** The consumer group the job commits its offsets under, at each checkpoint. */
    static final String CONSUMER_GROUP = "mjp-warehouse";

    private static final int HEAP_MEGABYTES = 512;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Home home;
    private final Ports ports;
    private final Artifacts artifacts;
    private final ClickHouseAddress clickHouse;

    FlinkJob(Home home, Ports ports, Artifacts artifacts, ClickHouseAddress clickHouse) {
        this.home = home;
        this.ports = ports;
        this.artifacts = artifacts;
        this.clickHouse = clickHouse;
    }

    Component component() {
        return Component.of(
                        NAME,
                        List.of(PortName.FLINK, PortName.FLINK_METRICS),
                        Set.of(KafkaBroker.NAME, ClickHouseServer.NAME),
                        this::launch,
                        HealthCheck.http(address().resolve("/jobs/overview"), FlinkJob::isRunning))
                .telling(metrics());
    }

    URI address() {
        return URI.create("http://" + ports.address(PortName.FLINK));
    }

    /** Where it tells its metrics. */
    URI metrics() {
        return ports.metrics(PortName.FLINK_METRICS);
    }

    /** Whether every task of a job runs: Flink calls a job running while its tasks are still being deployed. */
    static boolean isRunning(String overview) {
        for (JsonNode job : JSON.readTree(overview).path("jobs")) {
            JsonNode tasks = job.path("tasks");
            if (job.path("state").asString("").equals("RUNNING")
                    && tasks.path("running").asInt(0) == tasks.path("total").asInt(-1)) {
                return true;
            }
        }
        return false;
    }

    private Command launch() throws IOException {
        Files.createDirectories(home.folder(NAME));
        return Command.java()
                .heap(HEAP_MEGABYTES)
                .run(
                        artifacts.flinkClassPath(),
                        "nl.mjpmonitor.streaming.WarehouseJob",
                        List.of(
                                "--embedded",
                                "true",
                                "--bootstrap",
                                ports.address(PortName.KAFKA),
                                "--clickhouse-url",
                                clickHouse.jdbcUrl(),
                                "--contracts",
                                artifacts.contracts().toString(),
                                "--state-dir",
                                home.folder(NAME).resolve("state").toString(),
                                "--rest-port",
                                Integer.toString(ports.port(PortName.FLINK)),
                                "--metrics-port",
                                Integer.toString(ports.port(PortName.FLINK_METRICS))),
                        Map.of(
                                "CLICKHOUSE_USER", clickHouse.user(),
                                "CLICKHOUSE_PASSWORD", clickHouse.password()));
    }
}
