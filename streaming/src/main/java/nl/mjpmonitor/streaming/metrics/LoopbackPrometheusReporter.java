package nl.mjpmonitor.streaming.metrics;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.apache.flink.metrics.prometheus.AbstractPrometheusReporter;

/**
 * Flink's Prometheus reporter, listening on 127.0.0.1 only. The one that comes with Flink listens on every interface and cannot be told
 * otherwise, and whoever reads metrics learns which systems there are and how much happens in them.
 */
public final class LoopbackPrometheusReporter extends AbstractPrometheusReporter {

    private final HTTPServer server;

    /**
     * Listens from now on.
     *
     * @throws UncheckedIOException when the port is taken
     */
    LoopbackPrometheusReporter(int port) {
        try {
            server = new HTTPServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), registry(), true);
        } catch (IOException taken) {
            throw new UncheckedIOException("Port " + port + " on 127.0.0.1 cannot be used for metrics.", taken);
        }
    }

    /** Where it listens. */
    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stop();
        super.close();
    }

    /** The metrics of this reporter, which Flink hands to reporters of its own package only. */
    private CollectorRegistry registry() {
        try {
            Field field = AbstractPrometheusReporter.class.getDeclaredField("registry");
            field.setAccessible(true);
            return (CollectorRegistry) field.get(this);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(
                    "This Flink keeps its metrics elsewhere; start without --metrics-port.", changed);
        }
    }
}
