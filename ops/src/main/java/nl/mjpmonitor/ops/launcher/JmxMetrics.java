package nl.mjpmonitor.ops.launcher;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent that tells the JMX metrics of Kafka's processes in the form of Prometheus, from inside the process. Its rules name the few
 * metrics that somebody looks at: a broker has thousands.
 *
 * <p>It is added to a process that is up. At the start it would hold that up, and a JVM that has an agent then makes no use of most of
 * what was recorded of its classes.
 */
final class JmxMetrics {

    /** The option of a JVM that lets it be added. */
    static final String OPTION = "-XX:+EnableDynamicAgentLoading";

    private static final Logger LOG = LoggerFactory.getLogger(JmxMetrics.class);

    private final Artifacts artifacts;
    private final Path rules;
    private final String kind;
    private final String address;

    /**
     * @param kind what the component is one of: {@code kafka} or {@code connect}
     * @param address host and port to listen on
     */
    JmxMetrics(Artifacts artifacts, Home home, String kind, String component, String address) {
        this.artifacts = artifacts;
        this.rules = home.folder(component).resolve("metrics.yml");
        this.kind = kind;
        this.address = address;
    }

    /** Adds it to a process. One that cannot have it goes on without metrics, which the log says. */
    void addTo(ProcessHandle process) {
        try {
            putRules();
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
            try {
                machine.loadAgent(artifacts.jmxAgent().toString(), address + ":" + rules);
            } finally {
                machine.detach();
            }
        } catch (IOException
                | AttachNotSupportedException
                | AgentLoadException
                | AgentInitializationException
                | LauncherException e) {
            LOG.warn("{} tells no metrics at {}: {}", kind, address, e.toString());
        }
    }

    private void putRules() throws IOException {
        try (InputStream packaged = JmxMetrics.class.getResourceAsStream("metrics-%s.yml".formatted(kind))) {
            if (packaged == null) {
                throw new IllegalStateException("There are no rules for the metrics of " + kind);
            }
            Files.createDirectories(rules.getParent());
            Files.copy(packaged, rules, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
