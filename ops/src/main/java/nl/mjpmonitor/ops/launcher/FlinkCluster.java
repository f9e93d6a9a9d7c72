package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The job on Flink's own processes: a JobManager that has this one job, and TaskManagers of which any can run all of it.
 *
 * <p>A JobManager that died is started again and submits the job to itself, from the newest completed checkpoint: the same code that an
 * embedded job goes on by, and nothing else to keep.
 *
 * @see <a href="../../../../../../../../docs/decisions/0045-the-jobmanager-starts-over-from-a-checkpoint.md">decision 0045</a>
 */
final class FlinkCluster {

    private static final String JOB_MANAGER = FlinkJob.NAME + "-jobmanager";
    private static final String TASK_MANAGER = FlinkJob.NAME + "-taskmanager-%d";
    private static final List<PortName> TASK_METRICS =
            List.of(PortName.FLINK_TASK_METRICS, PortName.FLINK_TASK_METRICS_2);
    private static final int JOB_MANAGER_HEAP_MEGABYTES = 256;
    private static final int FRAMEWORK_HEAP_MEGABYTES = 64;
    private static final int TASK_HEAP_MEGABYTES = 320;
    private static final String LOOPBACK = "127.0.0.1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Home home;
    private final Ports ports;
    private final Artifacts artifacts;
    private final FlinkJob job;
    private final int taskManagers;

    FlinkCluster(Home home, Ports ports, Artifacts artifacts, FlinkJob job, int taskManagers) {
        this.home = home;
        this.ports = ports;
        this.artifacts = artifacts;
        this.job = job;
        this.taskManagers = taskManagers;
    }

    /** The JobManager, then the TaskManagers. They need one another to be well. */
    List<Component> components() {
        List<Component> components = new ArrayList<>();
        components.add(Component.of(
                        JOB_MANAGER,
                        List.of(PortName.FLINK, PortName.FLINK_RPC, PortName.FLINK_METRICS),
                        Set.of(KafkaCluster.NAME, ClickHouseServer.NAME),
                        this::launchJobManager,
                        job.health())
                .telling(ports.metrics(PortName.FLINK_METRICS)));
        for (int number = 1; number <= taskManagers; number++) {
            components.add(taskManager(number));
        }
        return components;
    }

    private Component taskManager(int number) {
        String name = TASK_MANAGER.formatted(number);
        PortName metrics = TASK_METRICS.get(number - 1);
        return Component.of(
                        name,
                        List.of(metrics),
                        Set.of(JOB_MANAGER),
                        () -> launchTaskManager(name, metrics),
                        HealthCheck.http(job.address().resolve("/taskmanagers"), answer -> isRegistered(answer, name)))
                .telling(ports.metrics(metrics));
    }

    /** Whether the JobManager counts on a TaskManager. */
    static boolean isRegistered(String answer, String name) {
        for (JsonNode taskManager : JSON.readTree(answer).path("taskmanagers")) {
            if (taskManager.path("id").asString("").equals(name)) {
                return true;
            }
        }
        return false;
    }

    private Command launchJobManager() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--configDir",
                configuration(JOB_MANAGER, PortName.FLINK_METRICS).toString(),
                "--job-classname",
                FlinkJob.mainClass()));
        arguments.addAll(job.options());
        return job.java(JOB_MANAGER_HEAP_MEGABYTES)
                // it plans and waits; what counts is how soon it is there
                .option("-XX:TieredStopAtLevel=1")
                .run(
                        artifacts.flinkClassPath(),
                        "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint",
                        arguments,
                        job.environment());
    }

    private Command launchTaskManager(String name, PortName metrics) throws IOException {
        return job.java(FRAMEWORK_HEAP_MEGABYTES + TASK_HEAP_MEGABYTES)
                .run(
                        artifacts.flinkClassPath(),
                        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                        List.of("--configDir", configuration(name, metrics).toString()),
                        job.environment());
    }

    /** Writes the configuration of a process; answers the folder it is in. */
    private Path configuration(String name, PortName metrics) throws IOException {
        Path folder = home.folder(name);
        Path temporary = folder.resolve("tmp");
        Folders.delete(temporary);
        Files.createDirectories(temporary);
        Map<String, String> settings = settings(name, temporary);
        metrics(metrics).forEach((key, value) -> settings.put("metrics.reporter.prometheus." + key, value));
        Files.writeString(
                folder.resolve("config.yaml"),
                settings.entrySet().stream()
                        .map(setting ->
                                "%s: %s%n".formatted(setting.getKey(), JSON.writeValueAsString(setting.getValue())))
                        .collect(Collectors.joining()));
        return folder;
    }

    /** What both kinds of process read, each its own part of it. */
    Map<String, String> settings(String name, Path temporary) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("jobmanager.rpc.address", LOOPBACK);
        settings.put("jobmanager.bind-host", LOOPBACK);
        settings.put("jobmanager.rpc.port", Integer.toString(ports.port(PortName.FLINK_RPC)));
        settings.put("rest.address", LOOPBACK);
        settings.put("rest.bind-address", LOOPBACK);
        settings.put("rest.port", Integer.toString(ports.port(PortName.FLINK)));
        settings.put("rest.bind-port", Integer.toString(ports.port(PortName.FLINK)));
        settings.put("web.submit.enable", "false");
        settings.put("web.cancel.enable", "false");
        settings.put("blob.server.port", "0");
        settings.put("security.delegation.tokens.enabled", "false");
        settings.put("io.tmp.dirs", temporary.toString());
        // one that comes back under its name is known to have been away
        settings.put("taskmanager.resource-id", name);
        settings.put("taskmanager.host", LOOPBACK);
        settings.put("taskmanager.bind-host", LOOPBACK);
        // as many as the job is wide: when one process is away the others have room for all of it
        settings.put("taskmanager.numberOfTaskSlots", "2");
        settings.put("taskmanager.load-balance.mode", "SLOTS");
        settings.put("taskmanager.cpu.cores", "1.0");
        settings.put("taskmanager.memory.framework.heap.size", FRAMEWORK_HEAP_MEGABYTES + "m");
        settings.put("taskmanager.memory.framework.off-heap.size", "64m");
        settings.put("taskmanager.memory.task.heap.size", TASK_HEAP_MEGABYTES + "m");
        settings.put("taskmanager.memory.task.off-heap.size", "0");
        settings.put("taskmanager.memory.network.min", "64m");
        settings.put("taskmanager.memory.network.max", "64m");
        settings.put("taskmanager.memory.managed.size", "128m");
        settings.put("taskmanager.memory.jvm-metaspace.size", "128m");
        settings.put("taskmanager.memory.jvm-overhead.min", "64m");
        settings.put("taskmanager.memory.jvm-overhead.max", "64m");
        // who was killed is missed soon, and found soon when it is back
        settings.put("heartbeat.interval", "1 s");
        settings.put("heartbeat.timeout", "20 s");
        settings.put("cluster.registration.max-timeout", "2 s");
        settings.put("cluster.registration.error-delay", "1 s");
        settings.put("cluster.registration.refused-registration-delay", "1 s");
        settings.put("metrics.reporters", "prometheus");
        return settings;
    }

    private Map<String, String> metrics(PortName port) throws IOException {
        Properties reporter = artifacts.flinkReporter();
        Map<String, String> settings = new LinkedHashMap<>();
        reporter.stringPropertyNames().forEach(key -> settings.put(key, reporter.getProperty(key, "")));
        settings.put("port", Integer.toString(ports.port(port)));
        return settings;
    }
}
