package nl.mjpmonitor.streaming.metrics;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Makes a {@link LoopbackPrometheusReporter}; Flink finds it by the name in its settings. */
public final class LoopbackPrometheusReporterFactory implements MetricReporterFactory {

    /** Key of the port, below {@code metrics.reporter.<name>.}. */
    public static final String PORT = "port";

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return new LoopbackPrometheusReporter(Integer.parseInt(properties.getProperty(PORT)));
    }
}
