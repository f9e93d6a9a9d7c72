package nl.mjpmonitor.streaming.sink;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.RejectReason;
import nl.mjpmonitor.streaming.change.RejectedEvent;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Writes a rejected event as it came, so that sending it to its original topic again is a replay.
 *
 * <p>Key, value and headers are the event's own. Added are the headers {@code mjp.topic}, {@code mjp.partition} and
 * {@code mjp.offset}, which identify it however often it is written, and {@code mjp.reason} and {@code mjp.detail}. An
 * oversized event comes without its value; it is still in its topic at that offset.
 */
public final class DeadLetterSchema implements KafkaRecordSerializationSchema<RejectedEvent> {

    private static final long serialVersionUID = 1L;
    private static final String TOPIC_HEADER = "mjp.topic";
    private static final String PARTITION_HEADER = "mjp.partition";
    private static final String OFFSET_HEADER = "mjp.offset";
    private static final String REASON_HEADER = "mjp.reason";
    private static final String DETAIL_HEADER = "mjp.detail";
    private static final Set<String> OWN_HEADERS =
            Set.of(TOPIC_HEADER, PARTITION_HEADER, OFFSET_HEADER, REASON_HEADER, DETAIL_HEADER);

    private final String topic;

    /**
     * Makes the schema.
     *
     * @param topic topic of the rejected events
     */
    public DeadLetterSchema(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            RejectedEvent event, KafkaSinkContext context, @Nullable Long timestamp) {
        ConsumedRecord original = event.record();
        boolean oversized = event.violation().reason() == RejectReason.OVERSIZED;
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topic, original.key(), oversized ? null : original.value());
        Headers headers = letter.headers();
        original.headers().stream()
                .filter(header -> !OWN_HEADERS.contains(header.name()))
                .forEach(header -> headers.add(header.name(), header.value()));
        headers.add(TOPIC_HEADER, bytes(original.topic()));
        headers.add(PARTITION_HEADER, bytes(Integer.toString(original.partition())));
        headers.add(OFFSET_HEADER, bytes(Long.toString(original.offset())));
        headers.add(REASON_HEADER, bytes(event.violation().reason().code()));
        headers.add(DETAIL_HEADER, bytes(event.violation().detail()));
        return letter;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
