package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The warehouse job: with Flink around it in one process, or on a cluster of its own. It goes on from its newest checkpoint by itself.
 */
final class FlinkJob {

    /** What its processes are together; the name of the one there is in {@link Shape#SINGLE}. */
    static final String NAME = "flink";

    /** The consumer group the job commits its offsets under, at each checkpoint. */
    static final String CONSUMER_GROUP = "mjp-warehouse";

    /** Goes on from the newest checkpoint. */
    static final String NEWEST = "newest";

    /** Starts over, at the beginning of the topics. */
    static final String NOTHING = "none";

    private static final String MAIN_CLASS = "nl.mjpmonitor.streaming.WarehouseJob";
    private static final int HEAP_MEGABYTES = 640;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Home home;
    private final Ports ports;
    private final Artifacts artifacts;
    private final RecordedClasses classes;
    private final ClickHouseAddress clickHouse;
    private final KafkaCluster kafka;
    private final List<Component> components;
    private volatile String from = NEWEST;

    FlinkJob(
            Home home,
            Ports ports,
            Artifacts artifacts,
            RecordedClasses classes,
            ClickHouseAddress clickHouse,
            KafkaCluster kafka,
            Shape shape) {
        this.home = home;
        this.ports = ports;
        this.artifacts = artifacts;
        this.classes = classes;
        this.clickHouse = clickHouse;
        this.kafka = kafka;
        this.components = shape.taskManagers() == 0
                ? List.of(embedded())
                : new FlinkCluster(home, ports, artifacts, this, shape.taskManagers()).components();
    }

    /** The one in which the job is started comes first. */
    List<Component> components() {
        return components;
    }

    /** The names of the components. */
    List<String> names() {
        return components.stream().map(Component::name).toList();
    }

    URI address() {
        return URI.create("http://" + ports.address(PortName.FLINK));
    }

    /** Where its processes tell their metrics. */
    List<URI> metrics() {
        return components.stream()
                .flatMap(component -> component.metrics().stream())
                .toList();
    }

    /**
     * Where the job begins whenever it is started from now on.
     *
     * @param from {@link #NEWEST}, {@link #NOTHING}, or the folder of a savepoint
     * @throws LauncherException when it is none of these
     */
    void beginFrom(String from) {
        if (!from.equals(NEWEST) && !from.equals(NOTHING) && !isSavepoint(from)) {
            throw new LauncherException(
                    "%s holds no savepoint: ops/savepoint makes one and says where; newest and none are the other choices."
                            .formatted(from));
        }
        this.from = from;
    }

    private static boolean isSavepoint(String from) {
        try {
            Path folder = from.startsWith("file:") ? Path.of(URI.create(from)) : Path.of(from);
            return Files.exists(folder.resolve("_metadata"));
        } catch (IllegalArgumentException noPlace) {
            return false;
        }
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

    /** Well when every task of the job runs. */
    HealthCheck health() {
        return HealthCheck.http(address().resolve("/jobs/overview"), FlinkJob::isRunning);
    }

    /** The options of a start of the job, wherever it runs. */
    List<String> options() {
        return List.of(
                "--bootstrap",
                kafka.bootstrap(),
                "--clickhouse-url",
                clickHouse.jdbcUrl(),
                "--contracts",
                artifacts.contracts().toString(),
                "--state-dir",
                stateFolder().toString(),
                "--restore",
                from);
    }

    static String mainClass() {
        return MAIN_CLASS;
    }

    /** What the tasks of the job find in their environment. */
    Map<String, String> environment() {
        return Map.of("CLICKHOUSE_USER", clickHouse.user(), "CLICKHOUSE_PASSWORD", clickHouse.password());
    }

    /** How each of its processes starts: what is recorded of one fits the others. */
    Command.JavaCommand java(int heap) {
        return Command.java()
                .heap(heap)
                // a part of Flink that this job does not use registers itself there while it is loaded
                .option("--add-opens=java.base/java.util=ALL-UNNAMED")
                .recorded(classes, NAME);
    }

    /** Where checkpoints and savepoints are. */
    Path stateFolder() {
        return home.folder(NAME).resolve("state");
    }

    private Component embedded() {
        return Component.of(
                        NAME,
                        List.of(PortName.FLINK, PortName.FLINK_METRICS),
                        Set.of(KafkaCluster.NAME, ClickHouseServer.NAME),
                        this::launch,
                        health())
                .telling(ports.metrics(PortName.FLINK_METRICS));
    }

    private Command launch() throws IOException {
        Files.createDirectories(home.folder(NAME));
        List<String> options = new ArrayList<>(options());
        options.addAll(List.of(
                "--embedded",
                "true",
                // the operators share the processors as it is; a second task of each is more to keep and to hand over
                "--parallelism",
                "1",
                "--rest-port",
                Integer.toString(ports.port(PortName.FLINK)),
                "--metrics-port",
                Integer.toString(ports.port(PortName.FLINK_METRICS))));
        return java(HEAP_MEGABYTES).run(artifacts.flinkClassPath(), MAIN_CLASS, options, environment());
    }
}
