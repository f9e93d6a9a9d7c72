package nl.mjpmonitor.ops.launcher;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Connect workers of a stack. They share out the connectors among them, and each answers for all. */
final class ConnectGroup {

    /** What they are together; the name of the one there is in {@link Shape#SINGLE}. */
    static final String NAME = "connect";

    /** How Kafka knows them. */
    static final String GROUP = "mjp-connect";

    /** How Connect names the transactions in which the leader of the group writes what it decides. */
    private static final String LEADERS_TRANSACTIONAL_ID = "connect-cluster-" + GROUP;

    /** How Connect names the transactions of a task: group, connector, number of the task. */
    private static final Pattern TRANSACTIONAL_ID = Pattern.compile(Pattern.quote(GROUP) + "-(.+)-\\d+");

    private final List<ConnectWorker> workers;
    private final ConnectWorker spare;
    private final Epochs epochs;

    ConnectGroup(
            Home home,
            Ports ports,
            Secrets secrets,
            Artifacts artifacts,
            RecordedClasses classes,
            OpenData openData,
            KafkaCluster kafka,
            Shape shape) {
        boolean isAlone = shape.workers() == 1;
        ConnectWorker first = new ConnectWorker(
                isAlone ? NAME : NAME + "-1",
                PortName.CONNECT,
                PortName.CONNECT_METRICS,
                home,
                ports,
                secrets,
                artifacts,
                classes,
                openData,
                kafka,
                isAlone);
        ConnectWorker second = new ConnectWorker(
                NAME + "-2",
                PortName.CONNECT_2,
                PortName.CONNECT_METRICS_2,
                home,
                ports,
                secrets,
                artifacts,
                classes,
                openData,
                kafka,
                false);
        this.workers = isAlone ? List.of(first) : List.of(first, second);
        this.spare = second;
        this.epochs = new Epochs(home.folder(NAME).resolve("epochs"));
    }

    List<Component> components() {
        return workers.stream().map(ConnectWorker::component).toList();
    }

    /** The names of the components. */
    List<String> names() {
        return workers.stream().map(ConnectWorker::name).toList();
    }

    List<ConnectWorker> workers() {
        return workers;
    }

    /** One that may join the group for a while; among {@link #components()} in a cluster only. */
    Component second() {
        return spare.component();
    }

    /** The REST interfaces. */
    List<URI> addresses() {
        return workers.stream().map(ConnectWorker::address).toList();
    }

    /** What the workers run, asked of any that is up. */
    Connectors connectors() {
        return new Connectors(addresses(), epochs);
    }

    /** Whether transactions of this name are those of a connector, or of the group itself. */
    static boolean isOfGroup(String transactionalId) {
        return transactionalId.equals(LEADERS_TRANSACTIONAL_ID)
                || connectorOf(transactionalId).isPresent();
    }

    /** The connector that has transactions of this name; empty when they are of something else. */
    static Optional<String> connectorOf(String transactionalId) {
        Matcher matcher = TRANSACTIONAL_ID.matcher(transactionalId);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
