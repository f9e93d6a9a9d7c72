package nl.mjpmonitor.ops.launcher;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.quality.ClickHouseRejectedEvents;
import nl.mjpmonitor.warehouse.quality.EventPosition;
import nl.mjpmonitor.warehouse.quality.RejectedEvent;
import nl.mjpmonitor.warehouse.quality.RejectedEventState;
import nl.mjpmonitor.warehouse.quality.RejectedEvents;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Gives rejected events another chance: their original key, value and headers are written to their original topic again. Because
 * every change carries its own version, an event that was overtaken by a newer one in the meantime changes nothing.
 */
public final class Replay implements AutoCloseable {

    /** Headers that the stream added when it rejected the event; they are not part of the original. */
    private static final String OWN_HEADERS = "mjp.reason|mjp.detail|mjp.topic|mjp.partition|mjp.offset";

    private static final String REPLAYED = "mjp.replayed";

    private static final Comparator<EventPosition> OLDEST_FIRST = Comparator.comparing(EventPosition::topic)
            .thenComparingInt(EventPosition::partition)
            .thenComparingLong(EventPosition::offset);

    private static final Pattern OWN_HEADER = Pattern.compile(OWN_HEADERS);
    private static final Pattern ID = Pattern.compile("(.+)/(\\d+)/(\\d+)");
    private static final Duration READ_LIMIT = Duration.ofSeconds(30);
    private static final int LIST_LIMIT = 10_000;

    private final RawRecords records;
    private final WarehouseConnection warehouse;
    private final RejectedEvents events;

    Replay(String bootstrap, WarehouseConnection warehouse) {
        this.records = new RawRecords(bootstrap);
        this.warehouse = warehouse;
        this.events = new ClickHouseRejectedEvents(warehouse, Clock.systemUTC());
    }

    /** How a person names an event: {@code topic/partition/offset}. */
    public static String id(EventPosition position) {
        return "%s/%d/%d".formatted(position.topic(), position.partition(), position.offset());
    }

    /** @throws LauncherException when the text has another form */
    static EventPosition position(String id) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            throw new LauncherException(
                    "'%s' is not the name of an event; ops/replay lists them, as topic/partition/offset."
                            .formatted(id));
        }
        return new EventPosition(
                matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    /** The events nobody has dealt with yet, newest first. */
    public List<RejectedEvent> open() {
        return events.newest(RejectedEventState.NEW, LIST_LIMIT);
    }

    /**
     * Replays events, oldest first, and marks them: of two changes of one row the older would be dropped behind the newer.
     *
     * @return how many were replayed
     * @throws LauncherException when one of them is not among the rejected events in Kafka or was too large to be
     *     kept; then none was replayed
     */
    public int replay(List<EventPosition> positions) throws InterruptedException {
        List<EventPosition> inOrder = positions.stream().sorted(OLDEST_FIRST).toList();
        Map<EventPosition, ProducerRecord<byte[], byte[]>> originals = find(inOrder);
        for (EventPosition position : inOrder) {
            ProducerRecord<byte[], byte[]> original = originals.get(position);
            if (original == null) {
                throw new LauncherException("%s is not among the rejected events in the topic %s."
                        .formatted(id(position), Topics.REJECTED));
            }
            if (original.value() == null) {
                throw new LauncherException(
                        "%s was too large to be kept, so it cannot be replayed; update its row at the source."
                                .formatted(id(position)));
            }
        }
        try (KafkaProducer<byte[], byte[]> producer = records.producer()) {
            for (EventPosition position : inOrder) {
                ProducerRecord<byte[], byte[]> original = originals.get(position);
                if (original != null) {
                    producer.send(original).get();
                    events.mark(position, RejectedEventState.REPLAYED, "replayed at " + Instant.now());
                }
            }
        } catch (ExecutionException e) {
            throw new LauncherException("Kafka did not take the event: " + e.getCause(), e);
        }
        return positions.size();
    }

    /**
     * Marks an event as not to be replayed.
     *
     * @throws LauncherException when it was never rejected
     */
    public void dismiss(EventPosition position, String reason) {
        if (!events.mark(position, RejectedEventState.DISMISSED, reason)) {
            throw new LauncherException(id(position) + " was never rejected.");
        }
    }

    @Override
    public void close() {
        warehouse.close();
    }

    private Map<EventPosition, ProducerRecord<byte[], byte[]>> find(List<EventPosition> wanted) {
        Map<EventPosition, ProducerRecord<byte[], byte[]>> found = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = records.consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.REJECTED).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Instant deadline = Instant.now().plus(READ_LIMIT);
            while (found.size() < wanted.size()
                    && Instant.now().isBefore(deadline)
                    && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> rejected : consumer.poll(Duration.ofMillis(500))) {
                    origin(rejected)
                            .filter(wanted::contains)
                            .ifPresent(position -> found.put(position, original(position, rejected)));
                }
            }
        }
        return found;
    }

    private static Optional<EventPosition> origin(ConsumerRecord<byte[], byte[]> rejected) {
        Optional<String> topic = text(rejected.headers(), "mjp.topic");
        Optional<String> partition = text(rejected.headers(), "mjp.partition");
        Optional<String> offset = text(rejected.headers(), "mjp.offset");
        if (topic.isEmpty() || partition.isEmpty() || offset.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new EventPosition(topic.get(), Integer.parseInt(partition.get()), Long.parseLong(offset.get())));
    }

    private static ProducerRecord<byte[], byte[]> original(
            EventPosition position, ConsumerRecord<byte[], byte[]> rejected) {
        Headers headers = new RecordHeaders();
        for (Header header : rejected.headers()) {
            if (!OWN_HEADER.matcher(header.key()).matches()) {
                headers.add(header);
            }
        }
        if (headers.lastHeader(REPLAYED) == null) {
            // it may be of a time that is over, and must not pause its table again
            headers.add(REPLAYED, "1".getBytes(StandardCharsets.UTF_8));
        }
        return new ProducerRecord<>(position.topic(), position.partition(), rejected.key(), rejected.value(), headers);
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
