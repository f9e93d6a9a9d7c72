package nl.mjpmonitor.streaming.signals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.TreeMap;
import nl.mjpmonitor.warehouse.rows.SignalRow;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a stand of a signal as JSON, as {@code docs/contracts/mjp.signalen.schema.json} describes it. The key is the id of the
 * signal. A stand may be written more than once; readers keep the one with the highest {@code versie} of each signal.
 */
public final class SignalMessageSchema implements KafkaRecordSerializationSchema<SignalRow> {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String topic;

    /**
     * Makes the schema.
     *
     * @param topic topic of the signals
     */
    public SignalMessageSchema(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(SignalRow row, KafkaSinkContext context, @Nullable Long timestamp) {
        return new ProducerRecord<>(
                topic, row.signalId().getBytes(StandardCharsets.UTF_8), JSON.writeValueAsBytes(message(row)));
    }

    static ObjectNode message(SignalRow row) {
        ObjectNode message = JSON.createObjectNode();
        message.put("id", row.signalId());
        message.put("regel", row.ruleId());
        message.put("onderwerp", row.subject());
        message.put("gebied", row.areaCode());
        message.put("periode", row.period().isEmpty() ? null : row.period());
        message.put("toestand", row.isOpen() ? "open" : "voorbij");
        message.put("geopendOp", Instant.ofEpochMilli(row.openedAtMillis()).toString());
        message.put(
                "voorbijOp",
                row.isOpen() ? null : Instant.ofEpochMilli(row.overAtMillis()).toString());
        ObjectNode figures = message.putObject("cijfers");
        new TreeMap<>(row.figures()).forEach(figures::put);
        message.put("zin", row.sentenceNl());
        message.put("zinEngels", row.sentenceEn());
        message.put("bekendOp", Instant.ofEpochMilli(row.knownAtMillis()).toString());
        message.put("versie", row.version());
        return message;
    }
}
