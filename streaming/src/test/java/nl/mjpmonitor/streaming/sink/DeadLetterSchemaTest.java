package nl.mjpmonitor.streaming.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.RejectReason;
import nl.mjpmonitor.streaming.change.RejectedEvent;
import nl.mjpmonitor.streaming.change.Violation;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class DeadLetterSchemaTest {

    private static final byte[] KEY = bytes("{\"registration_id\":1}");
    private static final byte[] BROKEN_VALUE = {(byte) 0xC3, (byte) 0x28, 0};

    @Test
    void keyValueAndHeadersStayAsTheyCame() {
        ProducerRecord<byte[], byte[]> letter = letter(RejectReason.BROKEN_JSON, KEY);

        assertThat(letter.topic()).isEqualTo("mjp.rejected");
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(BROKEN_VALUE);
        assertThat(headers(letter))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "mjp.epoch", "3",
                        "mjp.topic", "politiecijfers.politie.registration",
                        "mjp.partition", "2",
                        "mjp.offset", "77",
                        "mjp.reason", "broken-json",
                        "mjp.detail", "value: must be one JSON object"));
    }

    @Test
    void anEventThatIsRejectedAgainCarriesItsNewPositionOnly() {
        ProducerRecord<byte[], byte[]> letter = letter(RejectReason.BROKEN_JSON, KEY);

        assertThat(letter.headers().headers("mjp.offset")).hasSize(1);
    }

    @Test
    void anOversizedEventComesWithoutItsValue() {
        assertThat(letter(RejectReason.OVERSIZED, KEY).value()).isNull();
    }

    @Test
    void anEventWithoutKeyStaysWithoutKey() {
        assertThat(letter(RejectReason.TRUNCATE, null).key()).isNull();
    }

    private static ProducerRecord<byte[], byte[]> letter(RejectReason reason, byte[] key) {
        ConsumedRecord record = new ConsumedRecord(
                "politiecijfers.politie.registration",
                2,
                77,
                Instant.EPOCH,
                key,
                BROKEN_VALUE,
                List.of(
                        new ConsumedRecord.Header("mjp.epoch", bytes("3")),
                        new ConsumedRecord.Header("mjp.offset", bytes("12"))));
        RejectedEvent event = new RejectedEvent(
                record, new Violation(reason, "value: must be one JSON object"), "politiecijfers", "registration");
        return new DeadLetterSchema("mjp.rejected").serialize(event, null, null);
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> letter) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : letter.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
