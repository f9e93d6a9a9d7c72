package nl.mjpmonitor.ops.visitors;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A Chromium of this machine without a window, steered over its DevTools protocol; closing it ends the process. */
public final class Browser implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private final HttpClient http;
    private final Process process;
    private final URI address;

    private Browser(HttpClient http, Process process, URI address) {
        this.http = http;
        this.process = process;
        this.address = address;
    }

    /** The program: that of {@code MJP_BROWSER}, or the one in the usual place; empty when there is none. */
    public static Optional<Path> program() {
        Path chosen = Path.of(System.getenv().getOrDefault("MJP_BROWSER", "/usr/bin/chromium"));
        return Files.isExecutable(chosen) ? Optional.of(chosen) : Optional.empty();
    }

    /**
     * Starts one with a profile of its own.
     *
     * @param profile an empty folder
     * @throws IOException when it does not come up
     */
    public static Browser start(HttpClient http, Path program, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "--window-size=%d,%d".formatted(WIDTH, HEIGHT),
                        "about:blank"))
                .redirectErrorStream(true)
                .redirectOutput(
                        profile.resolveSibling(profile.getFileName() + ".log").toFile())
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        Instant deadline = Instant.now().plus(START_LIMIT);
        while (!Files.exists(port) || Files.size(port) == 0) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                process.destroyForcibly();
                throw new IOException("The browser %s does not start".formatted(program));
            }
            Thread.sleep(50);
        }
        return new Browser(
                http,
                process,
                URI.create("http://127.0.0.1:" + Files.readAllLines(port).getFirst()));
    }

    /** Opens an empty tab. */
    public Tab open() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return Tab.connect(
                http,
                URI.create(JsonMapper.shared()
                        .readTree(answer)
                        .path("webSocketDebuggerUrl")
                        .asString()));
    }

    @Override
    public void close() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
