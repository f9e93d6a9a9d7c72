package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The agent that tells the JMX metrics of Kafka's processes in the form of Prometheus, from inside the process. Its rules name the few
 * metrics that somebody looks at: a broker has thousands.
 */
final class JmxMetrics {

    private JmxMetrics() {}

    /**
     * The option of the JVM that adds it, with the rules put into the state of the component.
     *
     * @param kind what the component is one of: {@code kafka} or {@code connect}
     * @param address host and port to listen on
     */
    static String agent(Artifacts artifacts, Home home, String kind, String component, String address)
            throws IOException {
        Path rules = home.folder(component).resolve("metrics.yml");
        try (InputStream packaged = JmxMetrics.class.getResourceAsStream("metrics-%s.yml".formatted(kind))) {
            if (packaged == null) {
                throw new IllegalStateException("There are no rules for the metrics of " + kind);
            }
            Files.createDirectories(rules.getParent());
            Files.copy(packaged, rules, StandardCopyOption.REPLACE_EXISTING);
        }
        return "-javaagent:%s=%s:%s".formatted(artifacts.jmxAgent(), address, rules);
    }
}
