package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The connectors on a Connect worker, by its REST interface. */
final class Connectors {

    /**
     * How a connector is.
     *
     * @param isRunning the connector and at least one task of it run, and nothing of it failed
     * @param hasFailed something of it failed and will not go on by itself
     * @param cause first line of what went wrong; empty when nothing did
     */
    record ConnectorState(String name, boolean isRunning, boolean hasFailed, String cause) {}

    private static final Duration RUNNING_LIMIT = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI address;

    Connectors(URI address) {
        this.address = address;
    }

    /**
     * Registers every definition in a folder and waits until all run. A connector that is there already gets the definition of now.
     *
     * @return their names
     * @throws LauncherException when Connect refuses a definition, or a connector does not come to run
     */
    List<String> register(Path definitions) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        for (Path file : definitionFiles(definitions)) {
            JsonNode definition = JSON.readTree(file);
            String name = definition.path("name").asString("");
            if (name.isEmpty() || !definition.path("config").isObject()) {
                throw new LauncherException("%s has no 'name' or no 'config'.".formatted(file));
            }
            put(name, definition.path("config").toString());
            names.add(name);
        }
        for (String name : names) {
            awaitRunning(name);
        }
        return names;
    }

    /** How every connector is; empty when Connect does not answer. */
    List<ConnectorState> states() throws InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = send("GET", "/connectors?expand=status", Optional.empty());
        } catch (IOException e) {
            return List.of();
        }
        if (answer.statusCode() != 200) {
            return List.of();
        }
        return JSON.readTree(answer.body())
                .propertyStream()
                .map(entry -> state(entry.getKey(), entry.getValue().path("status")))
                .toList();
    }

    /** Starts again what failed of a connector. */
    void restartFailed(String name) throws IOException, InterruptedException {
        send("POST", "/connectors/%s/restart?includeTasks=true&onlyFailed=true".formatted(name), Optional.of(""));
    }

    static ConnectorState state(String name, JsonNode status) {
        List<JsonNode> parts = new ArrayList<>();
        parts.add(status.path("connector"));
        status.path("tasks").forEach(parts::add);
        List<JsonNode> failed = parts.stream()
                .filter(part -> part.path("state").asString("").equals("FAILED"))
                .toList();
        boolean isRunning = parts.size() > 1
                && parts.stream()
                        .allMatch(part -> part.path("state").asString("").equals("RUNNING"));
        String cause = failed.isEmpty()
                ? ""
                : failed.getLast()
                        .path("trace")
                        .asString("")
                        .lines()
                        .findFirst()
                        .orElse("");
        return new ConnectorState(name, isRunning, !failed.isEmpty(), cause);
    }

    private void put(String name, String configuration) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(RUNNING_LIMIT);
        while (true) {
            HttpResponse<String> answer =
                    send("PUT", "/connectors/%s/config".formatted(name), Optional.of(configuration));
            if (answer.statusCode() / 100 == 2) {
                return;
            }
            // 409: the worker is still finding out who does what; 5xx: it is still reading its own topics
            boolean mayPass = answer.statusCode() == 409 || answer.statusCode() >= 500;
            if (!mayPass || Instant.now().isAfter(deadline)) {
                throw new LauncherException("Connect refuses the connector %s (%d): %s"
                        .formatted(name, answer.statusCode(), message(answer.body())));
            }
            Thread.sleep(POLL);
        }
    }

    private void awaitRunning(String name) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(RUNNING_LIMIT);
        Instant nextRestart = Instant.now();
        while (true) {
            Optional<ConnectorState> state =
                    states().stream().filter(each -> each.name().equals(name)).findFirst();
            if (state.filter(ConnectorState::isRunning).isPresent()) {
                return;
            }
            Instant now = Instant.now();
            if (now.isAfter(deadline)) {
                throw new LauncherException("The connector %s does not come to run. %s"
                        .formatted(name, state.map(ConnectorState::cause).orElse("Connect does not know it.")));
            }
            if (state.filter(ConnectorState::hasFailed).isPresent() && now.isAfter(nextRestart)) {
                restartFailed(name);
                nextRestart = now.plus(Duration.ofSeconds(5));
            }
            Thread.sleep(POLL);
        }
    }

    private static List<Path> definitionFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String message(String body) {
        try {
            return JSON.readTree(body).path("message").asString(body);
        } catch (JacksonException e) {
            return body;
        }
    }

    private HttpResponse<String> send(String method, String path, Optional<String> body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody))
                .build();
        return HealthCheck.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
