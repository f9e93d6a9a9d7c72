package nl.mjpmonitor.ops.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import nl.mjpmonitor.ops.launcher.Replay;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.RejectedEvent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A bad event is kept with its reason and stops nothing but itself; once its cause is mended and it is replayed the figures are
 * right.
 */
@ExtendWith(RunningStack.class)
class BadInputIT {

    private static final String TOPIC = "politiecijfers.politie.registration";
    private static final String PICKPOCKETING = "A40";
    private static final String WYCK = "BU09350006";
    private static final LocalDate NEW_MONTH = LocalDate.of(2010, 1, 1);

    private final Stack stack;
    private final Arrived arrived;
    private Set<EventPosition> rejectedBefore = Set.of();
    private PoliceRegister register;

    BadInputIT(Stack stack) {
        this.stack = stack;
        this.arrived = new Arrived(stack);
    }

    @BeforeEach
    void loosenTheSource() throws Exception {
        register = new PoliceRegister(stack);
        register.execute("""
                ALTER TABLE politie.registration DROP CONSTRAINT IF EXISTS registration_police_class_fkey;
                ALTER TABLE politie.registration DROP CONSTRAINT IF EXISTS registration_count_not_negative;
                """);
        rejectedBefore = open().stream().map(RejectedEvent::position).collect(Collectors.toSet());
    }

    @AfterEach
    void tightenTheSource() throws Exception {
        register.execute("""
                DELETE FROM politie.registration WHERE month < '2018-01-01';
                ALTER TABLE politie.registration ADD CONSTRAINT registration_police_class_fkey
                    FOREIGN KEY (police_class) REFERENCES politie.police_class;
                ALTER TABLE politie.registration ADD CONSTRAINT registration_count_not_negative CHECK (registration_count >= 0);
                """);
        arrived.equals(register);
        register.close();
    }

    @Test
    void brokenJson() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafkaBootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            TOPIC,
                            "{\"registration_id\":1}".getBytes(UTF_8),
                            "{\"op\":\"u\",\"after\":{".getBytes(UTF_8)))
                    .get();
        }
        EventPosition rejected = awaitRejection("broken-json");
        nothingElseIsStopped();

        try (Replay replay = stack.replay()) {
            assertThat(replay.replay(List.of(rejected))).isOne();
        }
        EventPosition rejectedAgain = awaitRejection("broken-json", rejected);
        try (Replay replay = stack.replay()) {
            replay.dismiss(rejectedAgain, "cut off in transport; the row itself has arrived");
        }
        assertThat(open()).extracting(RejectedEvent::position).doesNotContain(rejected, rejectedAgain);
        arrived.equals(register);
    }

    @Test
    void unknownPoliceClass() throws Exception {
        register.add("Z99", WYCK, NEW_MONTH, 5);
        EventPosition rejected = awaitRejection("unknown-police-class");
        nothingElseIsStopped();

        allow("police-class.json", "Z99");
        replay(rejected);
        arrived.equals(register);
    }

    @Test
    void unknownBuurt() throws Exception {
        register.add(PICKPOCKETING, "BU09359000", NEW_MONTH, 5);
        EventPosition rejected = awaitRejection("unknown-area");
        nothingElseIsStopped();

        allow("area.json", "BU09359000");
        replay(rejected);
        arrived.equals(register);
    }

    @Test
    void negativeCount() throws Exception {
        long registration = register.add(PICKPOCKETING, WYCK, NEW_MONTH, -3);
        EventPosition rejected = awaitRejection("out-of-range");
        nothingElseIsStopped();

        register.restate(registration, 3);
        arrived.equals(register);
        replay(rejected);
        arrived.equals(register);
    }

    @Test
    void monthInTheFuture() throws Exception {
        LocalDate future = LocalDate.of(2099, 1, 1);
        long registration = register.add(PICKPOCKETING, WYCK, future, 5);
        EventPosition rejected = awaitRejection("month-in-future");
        nothingElseIsStopped();

        register.execute(
                "UPDATE politie.registration SET month = '2010-02-01' WHERE registration_id = " + registration);
        arrived.equals(register);
        replay(rejected);
        arrived.equals(register);
    }

    @Test
    void droppedSourceColumn() throws Exception {
        publish("registration_id, delivery_id, police_class, area_code, month, registration_count, updated_at");
        // renamed, not dropped: some registrations of the demo are withdrawn, and must be so again
        register.execute("ALTER TABLE politie.registration RENAME COLUMN is_withdrawn TO gone");
        long registration = register.add(PICKPOCKETING, WYCK, NEW_MONTH, 5);
        EventPosition rejected = awaitRejection("missing-column");
        anotherTableIsNotStopped();
        register.restate(registration, 7);
        awaitRejection("table-paused", rejected);

        register.execute("ALTER TABLE politie.registration RENAME COLUMN gone TO is_withdrawn");
        publish(
                "registration_id, delivery_id, police_class, area_code, month, registration_count, is_withdrawn, updated_at");
        assertThat(stack.resume("politiecijfers", "registration").replayed()).isEqualTo(2);
        arrived.equals(register);
        register.restate(registration, 6);
        arrived.equals(register);
        assertThat(open()).extracting(RejectedEvent::position).doesNotContain(rejected);
    }

    /** A good change made after the bad one arrives although the bad one has not been dealt with. */
    private void nothingElseIsStopped() throws Exception {
        long registration = register.add("A50", WYCK, NEW_MONTH, 11);
        Until.holds(() -> assertThat(arrived.counted("A50", WYCK, NEW_MONTH)).hasValue(11));
        register.remove(registration);
        Until.holds(() -> assertThat(arrived.counted("A50", WYCK, NEW_MONTH)).hasValue(0));
    }

    private void anotherTableIsNotStopped() throws Exception {
        register.execute("UPDATE politie.police_class SET name = name || ' (nieuw)' WHERE code = 'A40'");
        Until.holds(() -> assertThat(arrived.nameOf("A40")).endsWith(" (nieuw)"));
        register.execute("UPDATE politie.police_class SET name = replace(name, ' (nieuw)', '') WHERE code = 'A40'");
    }

    private void publish(String columns) throws Exception {
        register.execute("""
                ALTER PUBLICATION mjp_publication SET TABLE politie.police_class (code, name), politie.offence_kind (code, name),
                    politie.offence_kind_class (kind_code, class_code), politie.nuisance_kind (code, name, description),
                    politie.delivery (delivery_id, reference, period_from, period_to, delivered_at, status, police_classes,
                        provenance),
                    politie.registration (%s)
                """.formatted(columns));
    }

    /** Mends the contract: adds a code to a list, and has the job read it. */
    private void allow(String codeList, String code) throws Exception {
        Path file = Path.of("target", "chain-contracts", "codes", codeList);
        String list = Files.readString(file);
        Files.writeString(file, list.replaceFirst("\"enum\"\\s*:\\s*\\[", "\"enum\": [\"%s\", ".formatted(code)));
        stack.restart("flink");
    }

    private void replay(EventPosition rejected) throws Exception {
        try (Replay replay = stack.replay()) {
            assertThat(replay.replay(List.of(rejected))).isOne();
        }
        assertThat(open()).extracting(RejectedEvent::position).doesNotContain(rejected);
    }

    private EventPosition awaitRejection(String reason, EventPosition... known) throws Exception {
        AtomicReference<EventPosition> position = new AtomicReference<>();
        Until.holds(() -> {
            List<RejectedEvent> fresh = open().stream()
                    .filter(event -> !rejectedBefore.contains(event.position())
                            && !List.of(known).contains(event.position()))
                    .toList();
            assertThat(fresh).extracting(RejectedEvent::reason).containsExactly(reason);
            position.set(fresh.getFirst().position());
        });
        return position.get();
    }

    private List<RejectedEvent> open() {
        try (Replay replay = stack.replay()) {
            return replay.open();
        }
    }
}
