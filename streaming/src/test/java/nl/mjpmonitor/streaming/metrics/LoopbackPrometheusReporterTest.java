package nl.mjpmonitor.streaming.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Properties;
import org.apache.flink.metrics.CharacterFilter;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackPrometheusReporterTest {

    private LoopbackPrometheusReporter reporter;

    @BeforeEach
    void start() {
        reporter = new LoopbackPrometheusReporter(0);
        reporter.open(new MetricConfig());
    }

    @AfterEach
    void stop() {
        reporter.close();
    }

    @Test
    void aMetricIsToldWithItsValue() throws Exception {
        SimpleCounter counter = new SimpleCounter();
        reporter.notifyOfAddedMetric(counter, "rowsWritten", new ScopedGroup());
        counter.inc(7);

        HttpResponse<String> told = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + reporter.port() + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body()).contains("flink_sink_rowsWritten 7.0");
    }

    @Test
    void nobodyOnAnotherInterfaceIsHeard() throws Exception {
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : each.inetAddresses().toList()) {
                if (address instanceof Inet4Address && !address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> connect(address)).isInstanceOf(ConnectException.class);
                }
            }
        }
        connect(InetAddress.getLoopbackAddress());
    }

    @Test
    void aTakenPortIsRefused() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Properties settings = new Properties();
            settings.setProperty(LoopbackPrometheusReporterFactory.PORT, Integer.toString(taken.getLocalPort()));

            assertThatThrownBy(() -> new LoopbackPrometheusReporterFactory().createMetricReporter(settings))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    private void connect(InetAddress address) throws IOException {
        try (Socket socket = new Socket(address, reporter.port())) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    /** The reporter asks its group for a logical scope, as the groups of Flink have it. */
    private static final class ScopedGroup extends UnregisteredMetricsGroup implements LogicalScopeProvider {

        @Override
        public String getLogicalScope(CharacterFilter filter) {
            return "sink";
        }

        @Override
        public String getLogicalScope(CharacterFilter filter, char delimiter) {
            return "sink";
        }

        @Override
        public MetricGroup getWrappedMetricGroup() {
            return this;
        }
    }
}
