package nl.mjpmonitor.ops.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;

/** What the dashboard tells of itself in the form of Prometheus. */
final class DashboardMetrics {

    private static final String ANSWERS = "mjp_live_answer_seconds";
    private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"";

    /**
     * How long the figures of a page took on the server.
     *
     * @param p50Millis of the last minutes
     * @param p95Millis of the last minutes
     */
    record Answers(long count, double sumMillis, double p50Millis, double p95Millis) {

        Answers since(Answers before) {
            return new Answers(count - before.count, sumMillis - before.sumMillis, p50Millis, p95Millis);
        }

        double meanMillis() {
            return sumMillis / Math.max(1, count);
        }
    }

    private final HttpClient http;
    private final URI address;
    private final DemoAccount administrator;

    DashboardMetrics(HttpClient http, URI dashboard, DemoAccount administrator) {
        this.http = http;
        this.address = dashboard.resolve("/actuator/prometheus");
        this.administrator = administrator;
    }

    Answers answers() throws IOException, InterruptedException {
        List<String> lines = lines();
        return new Answers(
                Math.round(sum(lines, ANSWERS + "_count")),
                1_000 * sum(lines, ANSWERS + "_sum"),
                1_000 * sum(lines, ANSWERS + "{quantile=\"0.5\""),
                1_000 * sum(lines, ANSWERS + "{quantile=\"0.95\""));
    }

    long heapBytes() throws IOException, InterruptedException {
        return Math.round(sum(lines(), HEAP));
    }

    private List<String> lines() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + administrator.token())
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The metrics of the dashboard answer " + answer.statusCode());
        }
        return answer.body().lines().toList();
    }

    private static double sum(List<String> lines, String beginning) throws IOException {
        List<String> found =
                lines.stream().filter(line -> line.startsWith(beginning)).toList();
        if (found.isEmpty()) {
            throw new IOException("The dashboard tells no " + beginning);
        }
        return found.stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
