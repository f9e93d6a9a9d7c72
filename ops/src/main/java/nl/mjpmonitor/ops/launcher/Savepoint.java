package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has the running job save all it knows in a folder of its own, which stays until somebody removes it. */
final class Savepoint {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FlinkJob flink;

    Savepoint(FlinkJob flink) {
        this.flink = flink;
    }

    /**
     * Takes one, while the job goes on.
     *
     * @return its folder
     * @throws LauncherException when no job runs, or Flink could not take it
     */
    String take() throws IOException, InterruptedException {
        String job = runningJob();
        String request = JSON.createObjectNode()
                .put(
                        "target-directory",
                        flink.stateFolder().resolve("savepoints").toUri().toString())
                .put("cancel-job", false)
                .toString();
        String trigger = send("/jobs/%s/savepoints".formatted(job), HttpRequest.BodyPublishers.ofString(request))
                .path("request-id")
                .asString("");
        Instant deadline = Instant.now().plus(LIMIT);
        while (true) {
            JsonNode answer = get("/jobs/%s/savepoints/%s".formatted(job, trigger));
            JsonNode operation = answer.path("operation");
            if (answer.path("status").path("id").asString("").equals("COMPLETED")) {
                String location = operation.path("location").asString("");
                if (location.isEmpty()) {
                    throw new LauncherException("Flink could not save the stream: "
                            + operation.path("failure-cause").path("class").asString("it does not say why")
                            + "; see ops/logs flink.");
                }
                return location;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new LauncherException("Flink did not save the stream within " + Progress.seconds(LIMIT) + ".");
            }
            Thread.sleep(POLL);
        }
    }

    private String runningJob() throws IOException, InterruptedException {
        for (JsonNode job : get("/jobs/overview").path("jobs")) {
            if (job.path("state").asString("").equals("RUNNING")) {
                return job.path("jid").asString();
            }
        }
        throw new LauncherException("The stream does not run; ops/status shows how it is.");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(address(path)));
    }

    private JsonNode send(String path, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .POST(body));
    }

    private static JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HealthCheck.HTTP.send(
                request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new LauncherException("Flink answers %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("Flink answers something that is no JSON", e);
        }
    }

    private URI address(String path) {
        return flink.address().resolve(path);
    }
}
