package nl.mjpmonitor.ops.visitors;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tab of a {@link Browser}. */
public final class Tab {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Answers answers;
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();

    private Tab(Answers answers, WebSocket socket) {
        this.answers = answers;
        this.socket = socket;
    }

    static Tab connect(HttpClient http, URI address) throws IOException, InterruptedException {
        Answers answers = new Answers();
        try {
            return new Tab(
                    answers,
                    http.newWebSocketBuilder().buildAsync(address, answers).get());
        } catch (ExecutionException e) {
            throw new IOException("The browser does not let itself be steered", e);
        }
    }

    /** Goes to an address and waits until a script answers that the page is there. */
    public void open(URI address, String isThere) throws IOException, InterruptedException {
        call("Page.navigate", Map.of("url", address.toString()));
        String there = "location.href.startsWith('%s') && (%s)".formatted(address.resolve("/"), isThere);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!evaluate(there).asBoolean(false)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("%s does not come up in the browser".formatted(address));
            }
            Thread.sleep(100);
        }
    }

    /**
     * What a script answers; of a promise what it promises.
     *
     * @throws IOException when the script fails
     */
    public JsonNode evaluate(String script) throws IOException, InterruptedException {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IOException("A script failed: " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Moves the mouse, in pixels from the upper left of what is shown. */
    public void moveMouse(double x, double y) throws IOException, InterruptedException {
        call("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
    }

    private JsonNode call(String method, Map<String, Object> parameters) throws IOException, InterruptedException {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = answers.expect(id);
        String message =
                JsonMapper.shared().writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
        try {
            socket.sendText(message, true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            JsonNode given = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (given.has("error")) {
                throw new IOException("%s is refused: %s".formatted(method, given.path("error")));
            }
            return given.path("result");
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The browser does not answer to " + method, e);
        }
    }

    /** What the browser says: answers to calls, and events that nobody asked for. */
    private static final class Answers implements WebSocket.Listener {

        private final Map<Integer, CompletableFuture<JsonNode>> expected = new ConcurrentHashMap<>();
        private final StringBuilder pieces = new StringBuilder();

        CompletableFuture<JsonNode> expect(int id) {
            return expected.computeIfAbsent(id, number -> new CompletableFuture<>());
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
            pieces.append(data);
            if (isLast) {
                JsonNode message = JsonMapper.shared().readTree(pieces.toString());
                pieces.setLength(0);
                CompletableFuture<JsonNode> waiting =
                        expected.remove(message.path("id").asInt(0));
                if (waiting != null) {
                    waiting.complete(message);
                }
            }
            socket.request(1);
            return null;
        }
    }
}
