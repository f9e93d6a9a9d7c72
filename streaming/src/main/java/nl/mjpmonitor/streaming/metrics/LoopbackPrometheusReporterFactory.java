package nl.mjpmonitor.streaming.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Makes a {@link LoopbackPrometheusReporter}; Flink finds it by the name in its settings. */
public final class LoopbackPrometheusReporterFactory implements MetricReporterFactory {

    /** Key of the port, below {@code metrics.reporter.<name>.}. */
    public static final String PORT = "port";

    /** The settings that are the same wherever Flink's processes run, below {@code metrics.reporter.<name>.}: all but the port. */
    public static Map<String, String> settings() {
        Properties settings = new Properties();
        try (InputStream packaged =
                LoopbackPrometheusReporterFactory.class.getResourceAsStream("reporter.properties")) {
            if (packaged == null) {
                throw new IllegalStateException("reporter.properties is not on the class path");
            }
            settings.load(packaged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, key -> settings.getProperty(key, "")));
    }

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return new LoopbackPrometheusReporter(Integer.parseInt(properties.getProperty(PORT)));
    }
}
