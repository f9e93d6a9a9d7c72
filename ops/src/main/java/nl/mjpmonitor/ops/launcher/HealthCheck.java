package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;

/** Asks a component whether it does its work. Quick, harmless, and asked again and again. */
@FunctionalInterface
interface HealthCheck {

    HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** The verdict, with words for a person when it is not well. */
    record Health(boolean isHealthy, String detail) {

        static final Health WELL = new Health(true, "");

        static Health ill(String detail) {
            return new Health(false, detail);
        }
    }

    /** Never throws for an unhealthy component: that is an answer too. */
    Health check() throws InterruptedException;

    /** Healthy when the address answers 200 with a body that satisfies the condition. */
    static HealthCheck http(URI address, Predicate<String> condition) {
        return () -> {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            try {
                HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    return Health.ill("%s answers %d".formatted(address.getPath(), answer.statusCode()));
                }
                return condition.test(answer.body()) ? Health.WELL : Health.ill("not ready yet");
            } catch (IOException e) {
                return Health.ill("does not answer");
            }
        };
    }

    /** Whether anybody listens on a loopback port; cheaper than a client that would retry and complain. */
    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
