package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.ops.sources.SourceSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** A second Connect worker comes, takes over some of the connectors, and goes, while the sources change; nothing is lost or double. */
@ExtendWith(RunningStack.class)
class RebalanceIT {

    private static final int CHANGES_A_MINUTE = 1_200;

    private final Stack stack;

    RebalanceIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void connectorsMoveToAnotherWorkerAndBackWhileTheirSourcesChange() throws Exception {
        Until.holds(() -> assertThat(workers())
                .as("running tasks")
                .hasSizeGreaterThan(SourceSystem.all().size()));
        Map<String, String> alone = workers();
        assertThat(Set.copyOf(alone.values())).as("workers").hasSize(1);
        stack.startLive(CHANGES_A_MINUTE);
        try {
            try (AutoCloseable second = stack.joinConnect()) {
                assertThat(second).isNotNull();
                Until.holds(() -> assertThat(Set.copyOf(workers().values()))
                        .as("workers that have a running task")
                        .hasSize(2));
                Until.holds(() -> assertThat(workers().keySet()).isEqualTo(alone.keySet()));
            }
            Until.holds(() -> assertThat(workers()).isEqualTo(alone));
        } finally {
            stack.stopLive();
        }

        for (SourceSystem system : SourceSystem.all()) {
            Until.holds(() -> assertThat(stack.differences(system.name()))
                    .as(system.name())
                    .isEmpty());
        }
    }

    /** The worker of each running task, by connector and number. */
    private Map<String, String> workers() throws IOException, InterruptedException {
        Map<String, String> workers = new HashMap<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(stack.connectAddress().resolve("/connectors?expand=status"))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            String answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            JsonMapper.shared()
                    .readTree(answer)
                    .propertyStream()
                    .forEach(connector -> connector
                            .getValue()
                            .path("status")
                            .path("tasks")
                            .forEach(task -> {
                                if (task.path("state").asString("").equals("RUNNING")) {
                                    workers.put(
                                            connector.getKey() + "-"
                                                    + task.path("id").asInt(),
                                            task.path("worker_id").asString());
                                }
                            }));
        }
        return workers;
    }
}
