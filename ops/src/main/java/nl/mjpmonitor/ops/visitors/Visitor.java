package nl.mjpmonitor.ops.visitors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person with the dashboard open in one tab: logs in, keeps the connection for news open, goes from view to view, logs out. It speaks
 * Vaadin's protocol as the client in the browser does, and draws nothing.
 *
 * <p>For one thread at a time.
 *
 * @see <a href="../../../../../../../../docs/decisions/0041-the-dashboard-is-measured-by-its-protocol.md">decision 0041</a>
 */
public final class Visitor implements AutoCloseable {

    /**
     * A view that was gone to.
     *
     * @param time from asking until the page was complete
     * @param bytes of the first answer, as they travelled
     * @param isLate whether the figures came after the first answer
     */
    public record Visit(String route, Duration time, int bytes, boolean isLate) {}

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern SESSION = Pattern.compile("MJPSESSION=([^;]+)");

    /** What a page says that still waits for its figures, in both languages. */
    private static final List<String> WAITING = List.of("De cijfers worden opgehaald.", "The figures are being read.");

    private final HttpClient http;
    private final URI dashboard;
    private final News news = new News();
    private String session = "";
    private String formToken = "";
    private String key = "";
    private int page;
    private int sent;
    private final WebSocket socket;

    /** Logs in and opens a first view. */
    public static Visitor login(HttpClient http, URI dashboard, String name, String password, String route)
            throws IOException, InterruptedException {
        return new Visitor(http, dashboard, name, password, route);
    }

    private Visitor(HttpClient http, URI dashboard, String name, String password, String route)
            throws IOException, InterruptedException {
        this.http = http;
        this.dashboard = dashboard;
        formToken = formToken(get("/login"));
        post("/login", Map.of("username", name, "password", password, "_csrf", formToken));
        formToken = formToken(get("/" + route));
        socket = open(route);
        go(route, "");
    }

    /** Goes to another view of the page that is open, as a click on a link does. */
    public Visit go(String route) throws IOException, InterruptedException {
        return go(route, "link");
    }

    /** Logs out; the server forgets the session. */
    @Override
    public void close() {
        try {
            socket.abort();
            post("/logout", Map.of("_csrf", formToken));
        } catch (IOException e) {
            throw new IllegalStateException("A visitor could not log out", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WebSocket open(String route) throws IOException, InterruptedException {
        JsonNode answer = JsonMapper.shared().readTree(get("/?v-r=init&location=" + encoded(route) + "&query="));
        JsonNode first = answer.path("appConfig").path("uidl");
        key = first.path("Vaadin-Security-Key").asString();
        page = answer.path("appConfig").path("v-uiId").asInt();
        sent = first.path("clientId").asInt();
        news.seen(first.path("syncId").asInt());
        String push = "/VAADIN/push?v-r=push&v-uiId=%d&v-pushId=%s&X-Atmosphere-tracking-id=0"
                        .formatted(page, first.path("Vaadin-Push-ID").asString())
                + "&X-Atmosphere-Framework=3.1.5-javascript&X-Atmosphere-Transport=websocket"
                + "&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true"
                + "&Content-Type=" + encoded("application/json; charset=UTF-8");
        try {
            return http.newWebSocketBuilder()
                    .header("Cookie", "MJPSESSION=" + session)
                    .buildAsync(URI.create("ws://" + dashboard.getAuthority() + push), news)
                    .join();
        } catch (CompletionException e) {
            throw new IOException("The dashboard opens no connection for news", e);
        }
    }

    private Visit go(String route, String trigger) throws IOException, InterruptedException {
        int question = route.indexOf('?');
        Map<String, Object> navigation = Map.of(
                "route",
                question < 0 ? route : route.substring(0, question),
                "query",
                question < 0 ? "" : route.substring(question + 1),
                "appShellTitle",
                "",
                "historyState",
                Map.of("idx", sent),
                "trigger",
                trigger);
        String call = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "csrfToken",
                        key,
                        "rpc",
                        List.of(Map.of("type", "event", "node", 1, "event", "ui-navigate", "data", navigation)),
                        "syncId",
                        news.syncId(),
                        "clientId",
                        sent));
        int before = news.messages();
        long begin = System.nanoTime();
        HttpResponse<byte[]> given = send(HttpRequest.newBuilder(dashboard.resolve("/?v-r=uidl&v-uiId=" + page))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(call)));
        String answer = text(given);
        boolean isLate = WAITING.stream().anyMatch(answer::contains);
        if (isLate) {
            news.awaitAfter(before, PATIENCE);
        }
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        JsonNode message = JsonMapper.shared().readTree(answer);
        if (!message.has("changes")) {
            throw new IOException("The dashboard does not show %s: %s"
                    .formatted(route, answer.substring(0, Math.min(300, answer.length()))));
        }
        sent = message.path("clientId").asInt();
        news.seen(message.path("syncId").asInt());
        return new Visit(route, time, given.body().length, isLate);
    }

    private String get(String address) throws IOException, InterruptedException {
        return text(send(HttpRequest.newBuilder(dashboard.resolve(address)).GET()));
    }

    private void post(String address, Map<String, String> form) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) ->
                body.append(body.isEmpty() ? "" : "&").append(name).append('=').append(encoded(value)));
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(dashboard.resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        String where = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || where.contains("error") || where.contains("locked")) {
            throw new IOException("%s is refused: %d %s".formatted(address, answer.statusCode(), where));
        }
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("%s answers %d".formatted(answer.uri().getPath(), answer.statusCode()));
        }
        boolean isZipped = answer.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        if (!isZipped) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!session.isEmpty()) {
            request.header("Cookie", "MJPSESSION=" + session);
        }
        HttpResponse<byte[]> answer = http.send(
                request.header("Accept-Encoding", "gzip").timeout(PATIENCE).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        answer.headers().allValues("Set-Cookie").forEach(cookie -> {
            Matcher found = SESSION.matcher(cookie);
            if (found.find()) {
                session = found.group(1);
            }
        });
        return answer;
    }

    private static String formToken(String html) throws IOException {
        Matcher found = CSRF.matcher(html);
        if (!found.find()) {
            throw new IOException("The page holds no token for its forms");
        }
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
