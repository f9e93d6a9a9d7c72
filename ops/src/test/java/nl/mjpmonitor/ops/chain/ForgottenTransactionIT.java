package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mjpmonitor.ops.launcher.Stack;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A transaction that Kafka gives up while it is being started again does not stay open for good. */
@ExtendWith(RunningStack.class)
class ForgottenTransactionIT {

    private static final TopicPartition PARTITION = new TopicPartition("test.forgotten", 0);

    /** Short enough to be over before the broker that was started again has registered itself. */
    private static final String TIMEOUT_MILLIS = "2000";

    private final Stack stack;
    private Admin admin;

    ForgottenTransactionIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void makeATopic() throws Exception {
        admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrap()));
        admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                .all()
                .get();
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        admin.deleteTopics(Set.of(PARTITION.topic())).all().get();
        admin.close();
    }

    @Test
    void whatComesAfterItCanBeRead() throws Exception {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        stack.kafkaBootstrap(),
                        "transactional.id",
                        "test-forgotten",
                        "transaction.timeout.ms",
                        TIMEOUT_MILLIS),
                new StringSerializer(),
                new StringSerializer());
        try {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(PARTITION.topic(), "a", "b")).get();
            assertThat(end(IsolationLevel.READ_COMMITTED)).isZero();
        } finally {
            stack.kill("kafka");
            producer.close(Duration.ZERO);
        }
        stack.awaitHealthy("kafka", Until.LIMIT);

        Until.holds(() -> assertThat(end(IsolationLevel.READ_COMMITTED))
                .isPositive()
                .isEqualTo(end(IsolationLevel.READ_UNCOMMITTED)));
        try (PoliceRegister register = new PoliceRegister(stack)) {
            new Arrived(stack).equals(register);
        }
    }

    private long end(IsolationLevel isolation) throws Exception {
        return admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest()), new ListOffsetsOptions(isolation))
                .partitionResult(PARTITION)
                .get()
                .offset();
    }
}
