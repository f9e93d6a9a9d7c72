package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** The Kafka brokers of a stack, and how to reach them: through any that is up. */
final class KafkaCluster {

    /** What they are together; the name of the one there is in {@link Shape#SINGLE}. */
    static final String NAME = "kafka";

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final List<Node> NODES = List.of(
            new Node(1, PortName.KAFKA, PortName.KAFKA_CONTROLLER, PortName.KAFKA_METRICS),
            new Node(2, PortName.KAFKA_2, PortName.KAFKA_CONTROLLER_2, PortName.KAFKA_METRICS_2),
            new Node(3, PortName.KAFKA_3, PortName.KAFKA_CONTROLLER_3, PortName.KAFKA_METRICS_3));

    /**
     * One of them.
     *
     * @param id its number in the cluster, from 1
     */
    record Node(int id, PortName clients, PortName controller, PortName metrics) {}

    private final Home home;
    private final Ports ports;
    private final List<Node> nodes;
    private final List<KafkaBroker> brokers;

    KafkaCluster(Home home, Ports ports, Artifacts artifacts, RecordedClasses classes, Shape shape) {
        this.home = home;
        this.ports = ports;
        this.nodes = NODES.subList(0, shape.brokers());
        this.brokers = nodes.stream()
                .map(node -> new KafkaBroker(home, ports, artifacts, classes, this, node))
                .toList();
    }

    List<KafkaBroker> brokers() {
        return brokers;
    }

    List<Component> components() {
        return brokers.stream().map(KafkaBroker::component).toList();
    }

    /** The names of the components. */
    List<String> names() {
        return brokers.stream().map(KafkaBroker::name).toList();
    }

    List<Node> nodes() {
        return nodes;
    }

    boolean isSingle() {
        return nodes.size() == 1;
    }

    /** Where clients ask first: all brokers, so that one that is away does not matter. */
    String bootstrap() {
        return nodes.stream().map(node -> ports.address(node.clients())).collect(Collectors.joining(","));
    }

    /** Whether any broker can be reached; cheaper than a client that would retry and complain. */
    boolean listens() {
        return nodes.stream().anyMatch(node -> HealthCheck.listens(ports.port(node.clients())));
    }

    /** A client of the brokers that gives up within seconds. */
    Admin admin() {
        return admin(bootstrap());
    }

    static Admin admin(String bootstrap) {
        return Admin.create(Map.<String, Object>of(
                "bootstrap.servers",
                bootstrap,
                "request.timeout.ms",
                "5000",
                "default.api.timeout.ms",
                "10000",
                "reconnect.backoff.ms",
                "100",
                "reconnect.backoff.max.ms",
                "200",
                // a transaction that is being ended is asked for again until it is
                "retry.backoff.ms",
                "50",
                "retry.backoff.max.ms",
                "200"));
    }

    /** The offsets that the newest checkpoint of the stream holds. */
    static Map<TopicPartition, OffsetAndMetadata> committedByStream(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer(admin.listConsumerGroupOffsets(FlinkJob.CONSUMER_GROUP).partitionsToOffsetAndMetadata());
    }

    /**
     * What Kafka answers to a question.
     *
     * @throws ExecutionException when it refuses
     * @throws TimeoutException when it says nothing for ten seconds
     */
    static <T> T answer(KafkaFuture<T> asked) throws InterruptedException, ExecutionException, TimeoutException {
        return asked.get(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** What the nodes know one another by; made up at the first start and the same from then on. */
    synchronized String clusterId() throws IOException {
        Path file = home.state().resolve("kafka-cluster-id");
        if (!Files.exists(file)) {
            Secrets.writePrivately(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }
}
