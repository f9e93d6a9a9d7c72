package nl.mjpmonitor.ops.launcher;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import nl.mjpmonitor.ops.launcher.CapturedTables.Table;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The topics of captured tables: what was written to them since a moment, and whether the stream has dealt with it. */
final class TableTopics {

    private static final int PARTITION = 0;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration READ_LIMIT = Duration.ofMinutes(5);

    /** Of something that is looked at every few seconds. */
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(3);

    private static final long FIRST_WINDOW = 64;
    private static final long WINDOW_GROWTH = 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaCluster kafka;
    private final RawRecords records;

    TableTopics(KafkaCluster kafka) {
        this.kafka = kafka;
        this.records = new RawRecords(kafka.bootstrap());
    }

    /**
     * Positions in topics.
     *
     * @param offsets next offset by topic
     */
    record Positions(Map<String, Long> offsets) {

        Positions {
            offsets = Map.copyOf(offsets);
        }
    }

    /** The ends of the topics of these tables. */
    Positions ends(Collection<Table> tables) throws InterruptedException {
        try (Admin admin = kafka.admin()) {
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            tables.forEach(table -> asked.put(new TopicPartition(table.topic(), PARTITION), OffsetSpec.latest()));
            Map<String, Long> offsets = new HashMap<>();
            KafkaCluster.answer(admin.listOffsets(asked).all())
                    .forEach((partition, end) -> offsets.put(partition.topic(), end.offset()));
            return new Positions(offsets);
        } catch (ExecutionException | TimeoutException e) {
            throw new LauncherException("Kafka does not tell where its topics end: " + e.getMessage(), e);
        }
    }

    /**
     * Where the records end that were written since: markers of transactions, which no reader ever sees, are not counted.
     *
     * @return the offset after the last record of each topic that has one
     */
    Positions lastRecordsSince(Positions begin) {
        Map<String, Long> last = new HashMap<>();
        read(begin, message -> last.put(message.topic(), message.offset() + 1));
        return new Positions(last);
    }

    /** The keys that were written to a table since, in any order of their columns. */
    Set<JsonNode> keysSince(Positions begin, Table table) {
        Set<JsonNode> keys = new HashSet<>();
        Positions ofTable = new Positions(Map.of(table.topic(), begin.offsets().getOrDefault(table.topic(), 0L)));
        read(ofTable, message -> {
            if (message.key() != null) {
                keys.add(JSON.readTree(message.key()));
            }
        });
        return keys;
    }

    /**
     * Waits until the stream has a checkpoint that holds everything before these positions. By then all of it is in the warehouse.
     *
     * @throws LauncherException when that takes too long
     */
    void awaitProcessed(Positions positions, Duration limit) throws InterruptedException {
        Instant deadline = Instant.now().plus(limit);
        while (!isProcessed(positions)) {
            if (Instant.now().isAfter(deadline)) {
                throw new LauncherException(
                        "The stream did not process what it was sent within %s.".formatted(Progress.seconds(limit)));
            }
            Thread.sleep(POLL);
        }
    }

    /**
     * Says of rows that they are gone, in the words of the connector.
     *
     * @param keys keys as the warehouse writes them
     * @param place where in the source's history they were gone
     * @return the offset after the last record; no offset when there are no keys
     */
    Positions delete(Table table, Collection<String> keys, Place place) throws InterruptedException {
        byte[] deletion = JSON.writeValueAsBytes(deletion(table, place));
        return write(
                table,
                keys.stream()
                        .map(key -> record(table, key, deletion, place.epoch(), "set-difference"))
                        .toList());
    }

    /**
     * A place in the history of a source.
     *
     * @param epoch its epoch
     * @param position log position
     * @param snapshot how the connector marks what comes from there: {@code true} for the snapshot that an epoch begins with,
     *     {@code incremental} for rows that are read again between streamed changes
     */
    record Place(long epoch, long position, String snapshot) {

        /** Before everything that is streamed in an epoch. */
        static Place beforeStreamOf(long epoch) {
            return new Place(epoch, 0, "true");
        }
    }

    /**
     * What a row should be, said once more.
     *
     * @param key key as the warehouse writes it
     * @param row the row in the connector's forms; null when it is gone
     * @param place just after its newest change
     */
    record Restatement(String key, @Nullable ObjectNode row, RowPlace place) {}

    /**
     * Says of rows what they are, in the words of the connector.
     *
     * @return the offset after the last record
     */
    Positions restate(Table table, Collection<Restatement> rows) throws InterruptedException {
        return write(
                table,
                rows.stream()
                        .map(restated -> record(
                                table,
                                restated.key(),
                                restatement(table, restated),
                                restated.place().epoch(),
                                "reconciliation"))
                        .toList());
    }

    private static ProducerRecord<byte[], byte[]> record(
            Table table, String key, byte[] value, long epoch, String origin) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(table.topic(), PARTITION, key.getBytes(StandardCharsets.UTF_8), value);
        message.headers()
                .add("mjp.epoch", Long.toString(epoch).getBytes(StandardCharsets.UTF_8))
                .add("mjp.origin", origin.getBytes(StandardCharsets.UTF_8));
        return message;
    }

    /** Writes in this order, without waiting for one before the next: a whole table may be among them. */
    private Positions write(Table table, List<ProducerRecord<byte[], byte[]>> messages) throws InterruptedException {
        long next = 0;
        try (KafkaProducer<byte[], byte[]> producer = records.producer()) {
            List<Future<RecordMetadata>> written = new ArrayList<>();
            for (ProducerRecord<byte[], byte[]> message : messages) {
                written.add(producer.send(message));
            }
            for (Future<RecordMetadata> each : written) {
                next = Math.max(next, each.get().offset() + 1);
            }
        } catch (ExecutionException e) {
            throw new LauncherException("Kafka did not take a row: " + e.getCause(), e);
        }
        return messages.isEmpty() ? new Positions(Map.of()) : new Positions(Map.of(table.topic(), next));
    }

    private static byte[] restatement(Table table, Restatement restated) {
        ObjectNode envelope = deletion(table, restated.place().place());
        if (restated.row() != null) {
            envelope.set("after", restated.row());
            envelope.put("op", "u");
        }
        envelope.set(
                "transaction",
                JSON.createObjectNode()
                        .put("id", "reconciliation")
                        .put("total_order", restated.place().order())
                        .put("data_collection_order", 1));
        return JSON.writeValueAsBytes(envelope);
    }

    /** Writes the mark from which the stream accepts events of a paused table again. */
    Positions resume(Table table) throws InterruptedException {
        ProducerRecord<byte[], byte[]> mark = new ProducerRecord<>(table.topic(), PARTITION, null, null);
        mark.headers().add("mjp.resume", "1".getBytes(StandardCharsets.UTF_8));
        try (KafkaProducer<byte[], byte[]> producer = records.producer()) {
            return new Positions(Map.of(table.topic(), producer.send(mark).get().offset() + 1));
        } catch (ExecutionException e) {
            throw new LauncherException("Kafka did not take the mark: " + e.getCause(), e);
        }
    }

    /** The newest place of each of these keys among the events of a table before a position; a key without an event is not there. */
    Map<String, RowPlace> newestPlaces(Table table, Collection<String> keys, Positions end) {
        long last = end.offsets().getOrDefault(table.topic(), 0L);
        Map<JsonNode, String> wanted = new HashMap<>();
        keys.forEach(key -> wanted.put(JSON.readTree(key), key));
        Map<String, RowPlace> newest = new HashMap<>();
        read(new Positions(Map.of(table.topic(), 0L)), message -> {
            if (message.offset() >= last || message.key() == null || message.value() == null) {
                return;
            }
            String key;
            RowPlace place;
            try {
                key = wanted.get(JSON.readTree(message.key()));
                if (key == null) {
                    return;
                }
                place = RowPlace.ofEvent(epoch(message), JSON.readTree(message.value()));
            } catch (JacksonException | NumberFormatException broken) {
                // the stream rejected it, so it has no place
                return;
            }
            newest.merge(key, place, (one, other) -> one.compareTo(other) >= 0 ? one : other);
        });
        return newest;
    }

    private static long epoch(ConsumerRecord<byte[], byte[]> message) {
        Header header = message.headers().lastHeader("mjp.epoch");
        return header == null ? 0 : Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
    }

    /**
     * The offset after the newest record of each topic that has one: markers of transactions, which no reader ever sees, are not
     * counted.
     */
    Positions newestRecords(Collection<Table> tables) throws InterruptedException {
        Map<String, Long> pending = new HashMap<>(ends(tables).offsets());
        pending.values().removeIf(end -> end == 0);
        Map<String, Long> found = new HashMap<>();
        for (long window = FIRST_WINDOW; !pending.isEmpty(); window *= WINDOW_GROWTH) {
            Map<String, Long> begins = new HashMap<>();
            for (Map.Entry<String, Long> end : pending.entrySet()) {
                begins.put(end.getKey(), Math.max(0, end.getValue() - window));
            }
            found.putAll(lastRecordsSince(new Positions(begins)).offsets());
            pending.keySet().removeIf(topic -> found.containsKey(topic) || begins.getOrDefault(topic, 0L) == 0);
        }
        return new Positions(found);
    }

    private static ObjectNode deletion(Table table, Place place) {
        long now = Instant.now().toEpochMilli();
        ObjectNode source = JSON.createObjectNode()
                .put("connector", "postgresql")
                .put("name", table.system())
                .put("ts_ms", now)
                .put("snapshot", place.snapshot())
                .put("db", table.system())
                .put("sequence", "[\"%1$d\",\"%1$d\"]".formatted(place.position()))
                .put("schema", table.schema())
                .put("table", table.name())
                .put("lsn", place.position());
        ObjectNode envelope = JSON.createObjectNode().putNull("before").putNull("after");
        envelope.set("source", source);
        envelope.putNull("transaction").put("op", "d").put("ts_ms", now);
        return envelope;
    }

    /**
     * How far a topic has been dealt with.
     *
     * @param stored next offset that the newest checkpoint of the stream does not hold; what is before it is in the warehouse
     * @param end next offset that nobody has written
     */
    record Reached(long stored, long end) {}

    /** How far each topic has been dealt with, by topic. */
    Map<String, Reached> reached(Collection<Table> tables) throws InterruptedException {
        Map<String, Long> ends = ends(tables).offsets();
        try (Admin admin = kafka.admin()) {
            Map<TopicPartition, OffsetAndMetadata> committed = KafkaCluster.committedByStream(admin);
            Map<String, Reached> reached = new HashMap<>();
            ends.forEach((topic, end) -> {
                OffsetAndMetadata stored = committed.get(new TopicPartition(topic, PARTITION));
                reached.put(topic, new Reached(stored == null ? 0 : Math.min(stored.offset(), end), end));
            });
            return reached;
        } catch (ExecutionException | TimeoutException e) {
            throw new LauncherException("Kafka does not tell how far the stream is: " + e.getMessage(), e);
        }
    }

    /**
     * A record in a topic.
     *
     * @param appendedAt moment it was written, by the clock of the broker
     */
    record Waiting(long offset, Instant appendedAt) {}

    /**
     * The first record at or after a position of each topic; a topic in which only markers of transactions follow, which no reader ever
     * sees, has none.
     */
    Map<String, Waiting> firstRecordsFrom(Positions begin) {
        Map<String, Waiting> first = new HashMap<>();
        if (begin.offsets().isEmpty()) {
            return first;
        }
        try (KafkaConsumer<byte[], byte[]> consumer = records.consumer()) {
            List<TopicPartition> asked = begin.offsets().keySet().stream()
                    .map(topic -> new TopicPartition(topic, PARTITION))
                    .toList();
            consumer.assign(asked);
            asked.forEach(partition -> consumer.seek(partition, begin.offsets().getOrDefault(partition.topic(), 0L)));
            Map<TopicPartition, Long> ends = consumer.endOffsets(asked);
            Set<TopicPartition> pending = new HashSet<>(asked);
            Instant deadline = Instant.now().plus(LOOK_LIMIT);
            while (true) {
                pending.removeIf(partition -> first.containsKey(partition.topic())
                        || consumer.position(partition) >= ends.getOrDefault(partition, 0L));
                if (pending.isEmpty() || Instant.now().isAfter(deadline)) {
                    return first;
                }
                consumer.pause(asked);
                consumer.resume(pending);
                consumer.poll(POLL)
                        .forEach(message -> first.putIfAbsent(
                                message.topic(),
                                new Waiting(message.offset(), Instant.ofEpochMilli(message.timestamp()))));
            }
        }
    }

    private boolean isProcessed(Positions positions) throws InterruptedException {
        try (Admin admin = kafka.admin()) {
            Map<TopicPartition, OffsetAndMetadata> committed = KafkaCluster.committedByStream(admin);
            return positions.offsets().entrySet().stream().allMatch(position -> {
                OffsetAndMetadata reached = committed.get(new TopicPartition(position.getKey(), PARTITION));
                return reached != null && reached.offset() >= position.getValue();
            });
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private void read(Positions begin, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = records.consumer()) {
            List<TopicPartition> partitions = begin.offsets().keySet().stream()
                    .map(topic -> new TopicPartition(topic, PARTITION))
                    .toList();
            consumer.assign(partitions);
            partitions.forEach(
                    partition -> consumer.seek(partition, begin.offsets().getOrDefault(partition.topic(), 0L)));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Instant deadline = Instant.now().plus(READ_LIMIT);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (Instant.now().isAfter(deadline)) {
                    throw new LauncherException("Kafka does not hand over what was written.");
                }
                consumer.poll(POLL).forEach(reader);
            }
        }
    }
}
