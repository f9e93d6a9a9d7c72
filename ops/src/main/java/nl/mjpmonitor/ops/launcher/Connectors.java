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
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The connectors on the Connect workers, by the REST interface of any that is up. */
final class Connectors {

    /**
     * How a connector is.
     *
     * @param isRunning the connector and at least one task of it run, and nothing of it failed
     * @param hasFailed something of it failed and will not go on by itself
     * @param hasFailedTask what failed is a task, so that what it was doing was broken off
     * @param cause first line of what went wrong; empty when nothing did
     */
    record ConnectorState(String name, boolean isRunning, boolean hasFailed, boolean hasFailedTask, String cause) {}

    /** No worker gave a whole answer: nobody listens, or it died or hung while it was asked. It may have done what it was told. */
    static final class NoAnswer extends IOException {

        private static final long serialVersionUID = 1;

        NoAnswer(URI worker, IOException cause) {
            super("Connect does not answer at %s".formatted(worker), cause);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Connectors.class);
    private static final Duration RUNNING_LIMIT = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    /** While there is another worker to ask. */
    private static final Duration OTHERS_LIMIT = Duration.ofSeconds(10);

    /** The connector that reads the log of a database. */
    private static final String CAPTURE = "nl.mjpmonitor.ingest.capture.CaptureConnector";

    private static final String EPOCH = "transforms.epoch.value.literal";
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<URI> addresses;
    private final Epochs epochs;

    /**
     * The connectors of a group.
     *
     * @param addresses of its workers
     * @param epochs what its sources got so far
     */
    Connectors(List<URI> addresses, Epochs epochs) {
        this.addresses = List.copyOf(addresses);
        this.epochs = epochs;
    }

    /**
     * A connector as a file defines it.
     *
     * @param settings its configuration
     */
    record Definition(String name, ObjectNode settings) {

        /** Whether it reads the log of a database, as opposed to services and files. */
        boolean capturesADatabase() {
            return settings.path("connector.class").asString("").equals(CAPTURE);
        }
    }

    /**
     * The definitions in a folder, by name.
     *
     * @throws LauncherException when one has no name or no configuration
     */
    static List<Definition> definitions(Path folder) throws IOException {
        List<Definition> definitions = new ArrayList<>();
        for (Path file : definitionFiles(folder)) {
            JsonNode definition = JSON.readTree(file);
            String name = definition.path("name").asString("");
            if (name.isEmpty() || !(definition.path("config") instanceof ObjectNode settings)) {
                throw new LauncherException("%s has no 'name' or no 'config'.".formatted(file));
            }
            definitions.add(new Definition(name, settings));
        }
        return definitions;
    }

    /**
     * Registers a connector, or gives it the definition of now. An epoch that was raised since stays as high as it is.
     *
     * @throws LauncherException when Connect refuses the definition
     */
    void register(Definition definition) throws IOException, InterruptedException {
        long epoch = Math.max(
                definition.settings().path(EPOCH).asLong(1),
                epoch(definition.name()).orElse(1));
        register(definition, epoch);
        change(definition.name(), "resume");
    }

    /** The same with a given epoch; a connector that is stopped stays so. */
    void register(Definition definition, long epoch) throws IOException, InterruptedException {
        epochs.raise(definition.name(), epoch);
        ObjectNode settings = definition.settings().deepCopy();
        settings.put(EPOCH, Long.toString(epoch));
        put(definition.name(), settings.toString());
    }

    /** Waits until a connector runs. It is not started again here when it fails: {@link ConnectorKeeper} does that. */
    void awaitRunning(String name, Duration limit) throws InterruptedException {
        Instant deadline = Instant.now().plus(limit);
        while (true) {
            Optional<ConnectorState> state =
                    states().stream().filter(each -> each.name().equals(name)).findFirst();
            if (state.filter(ConnectorState::isRunning).isPresent()) {
                return;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new LauncherException("The connector %s does not come to run. %s"
                        .formatted(name, state.map(ConnectorState::cause).orElse("Connect does not know it.")));
            }
            Thread.sleep(POLL);
        }
    }

    /** The epoch a connector writes into its records, or the highest it ever had; empty when it never had one. */
    OptionalLong epoch(String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = sendPatiently("GET", "/connectors/%s/config".formatted(name));
        OptionalLong told = answer.statusCode() == NOT_FOUND
                ? OptionalLong.empty()
                : OptionalLong.of(JSON.readTree(answer.body()).path(EPOCH).asLong(1));
        return LongStream.concat(told.stream(), epochs.of(name).stream()).max();
    }

    /** Stops a connector and waits until its task is gone; it stays registered. */
    void stop(String name) throws IOException, InterruptedException {
        change(name, "stop");
        Instant deadline = Instant.now().plus(RUNNING_LIMIT);
        while (!isStopped(name)) {
            if (Instant.now().isAfter(deadline)) {
                throw new LauncherException("The connector %s does not stop.".formatted(name));
            }
            Thread.sleep(POLL);
        }
    }

    /** Lets a stopped connector run. */
    void resume(String name) throws IOException, InterruptedException {
        change(name, "resume");
    }

    /** Has a stopped connector forget how far it read. */
    void deleteOffsets(String name) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(RUNNING_LIMIT);
        while (true) {
            HttpResponse<String> answer = send("DELETE", "/connectors/%s/offsets".formatted(name), Optional.empty());
            if (answer.statusCode() / 100 == 2) {
                return;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new LauncherException("Connect does not forget the offsets of %s (%d): %s"
                        .formatted(name, answer.statusCode(), message(answer.body())));
            }
            Thread.sleep(POLL);
        }
    }

    /**
     * How far a connector that captures a database has come.
     *
     * @param readUpTo highest log position it stored; empty when it stored none yet
     * @param isSnapshotComplete whether it is past the snapshot that it begins with
     */
    record Progressed(OptionalLong readUpTo, boolean isSnapshotComplete) {}

    /** What a connector stored of its progress. */
    Progressed progress(String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = sendPatiently("GET", "/connectors/%s/offsets".formatted(name));
        JsonNode offset = JSON.readTree(answer.body()).path("offsets").path(0).path("offset");
        return progressed(offset);
    }

    static Progressed progressed(JsonNode offset) {
        if (!offset.isObject()) {
            return new Progressed(OptionalLong.empty(), false);
        }
        OptionalLong readUpTo = Stream.of("lsn", "lsn_proc", "lsn_commit")
                .map(offset::path)
                .filter(JsonNode::isNumber)
                .mapToLong(JsonNode::asLong)
                .max();
        boolean isInSnapshot =
                offset.has("snapshot") && !offset.path("snapshot_completed").asBoolean(false);
        return new Progressed(readUpTo, !isInSnapshot);
    }

    /** How every connector is; empty when Connect does not answer. */
    List<ConnectorState> states() throws InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = send("GET", "/connectors?expand=status", Optional.empty());
        } catch (NoAnswer away) {
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

    /** What of a connector is started again. */
    enum Restart {
        /** What failed. */
        FAILED,
        /** The connector and its tasks, whatever they do; they go on from what is committed. */
        ALL
    }

    /** Starts a connector again, or what failed of it. */
    void restart(String name, Restart what) throws IOException, InterruptedException {
        send(
                "POST",
                "/connectors/%s/restart?includeTasks=true&onlyFailed=%s".formatted(name, what == Restart.FAILED),
                Optional.of(""));
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
        boolean hasFailedTask = parts.stream().skip(1).anyMatch(failed::contains);
        return new ConnectorState(name, isRunning, !failed.isEmpty(), hasFailedTask, cause);
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
            boolean mayPass = answer.statusCode() == 409 || answer.statusCode() >= SERVER_ERROR;
            if (!mayPass || Instant.now().isAfter(deadline)) {
                throw new LauncherException("Connect refuses the connector %s (%d): %s"
                        .formatted(name, answer.statusCode(), message(answer.body())));
            }
            Thread.sleep(POLL);
        }
    }

    private boolean isStopped(String name) throws IOException, InterruptedException {
        JsonNode status = JSON.readTree(
                sendPatiently("GET", "/connectors/%s/status".formatted(name)).body());
        return status.path("connector").path("state").asString("").equals("STOPPED")
                && status.path("tasks").isEmpty();
    }

    private void change(String name, String how) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(RUNNING_LIMIT);
        while (true) {
            HttpResponse<String> answer = send("PUT", "/connectors/%s/%s".formatted(name, how), Optional.of(""));
            if (answer.statusCode() / 100 == 2) {
                return;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new LauncherException("Connect does not %s the connector %s (%d): %s"
                        .formatted(how, name, answer.statusCode(), message(answer.body())));
            }
            Thread.sleep(POLL);
        }
    }

    /** Asks until Connect has an answer: after a start it is finding out who does what for a while. */
    private HttpResponse<String> sendPatiently(String method, String path) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(RUNNING_LIMIT);
        while (true) {
            HttpResponse<String> answer = send(method, path, Optional.empty());
            if (answer.statusCode() / 100 == 2 || answer.statusCode() == NOT_FOUND) {
                return answer;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("Connect answers %d to %s".formatted(answer.statusCode(), path));
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

    /**
     * Asks one worker after another until one can answer.
     *
     * @throws NoAnswer when the last one does not answer either
     */
    private HttpResponse<String> send(String method, String path, Optional<String> body)
            throws NoAnswer, InterruptedException {
        for (URI other : addresses.subList(0, addresses.size() - 1)) {
            try {
                HttpResponse<String> answer = send(other, method, path, body, OTHERS_LIMIT);
                if (answer.statusCode() < SERVER_ERROR) {
                    return answer;
                }
            } catch (NoAnswer away) {
                LOG.debug("The next worker is asked", away);
            }
        }
        return send(addresses.getLast(), method, path, body, ANSWER_LIMIT);
    }

    private static HttpResponse<String> send(
            URI worker, String method, String path, Optional<String> body, Duration limit)
            throws NoAnswer, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(worker.resolve(path))
                .timeout(limit)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody))
                .build();
        try {
            return HealthCheck.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NoAnswer(worker, e);
        }
    }
}
