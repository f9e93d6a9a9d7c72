package nl.mjpmonitor.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class ChangeConverterTest {

    private static final String TOPIC = "melddesk.melddesk.report";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Schema ROW = SchemaBuilder.struct()
            .optional()
            .field("number", Schema.INT64_SCHEMA)
            .field("small", Schema.OPTIONAL_INT16_SCHEMA)
            .field("count", Schema.INT32_SCHEMA)
            .field("text", Schema.STRING_SCHEMA)
            .field("share", Schema.FLOAT64_SCHEMA)
            .field("rate", Schema.FLOAT32_SCHEMA)
            .field("is_withdrawn", Schema.BOOLEAN_SCHEMA)
            .field("nothing", Schema.OPTIONAL_STRING_SCHEMA)
            .field(
                    "classes",
                    SchemaBuilder.array(Schema.STRING_SCHEMA).optional().build())
            .field("bytes", Schema.BYTES_SCHEMA)
            .field("buffer", Schema.BYTES_SCHEMA)
            .build();

    private static final Schema SOURCE = SchemaBuilder.struct()
            .field("version", Schema.STRING_SCHEMA)
            .field("lsn", Schema.INT64_SCHEMA)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .field("ts_us", Schema.INT64_SCHEMA)
            .build();

    private static final Schema ENVELOPE = SchemaBuilder.struct()
            .field("before", ROW)
            .field("after", ROW)
            .field("source", SOURCE)
            .field("op", Schema.STRING_SCHEMA)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .field("ts_ns", Schema.INT64_SCHEMA)
            .build();

    private final ChangeConverter converter = new ChangeConverter();

    private static Struct change() {
        Struct row = new Struct(ROW)
                .put("number", Long.MAX_VALUE)
                .put("small", (short) -3)
                .put("count", 14)
                .put("text", "Sint Servaas \"Vrijthof\" \\ \u00e9\ud83d\ude00\u0001\n")
                .put("share", 0.1)
                .put("rate", 2.5f)
                .put("is_withdrawn", false)
                .put("classes", List.of("A40", "A41"))
                .put("bytes", new byte[] {0, 1, -1})
                .put("buffer", ByteBuffer.wrap(new byte[] {7, 8}));
        return new Struct(ENVELOPE)
                .put("after", row)
                .put(
                        "source",
                        new Struct(SOURCE)
                                .put("version", "3.7.0.Final")
                                .put("lsn", 29_682_728L)
                                .put("ts_ms", 1_795_245_440_566L)
                                .put("ts_us", 1_795_245_440_566_287L))
                .put("op", "u")
                .put("ts_ms", 1_795_245_440_586L)
                .put("ts_ns", 1_795_245_440_586_289_151L);
    }

    @Test
    void writesWhatTheConverterOfConnectWritesButForWhatNobodyReads() {
        JsonConverter ofConnect = new JsonConverter();
        ofConnect.configure(Map.of("schemas.enable", "false"), false);
        ObjectNode expected = (ObjectNode) JSON.readTree(ofConnect.fromConnectData(TOPIC, ENVELOPE, change()));
        expected.remove("ts_ns");
        ((ObjectNode) expected.get("source")).remove(List.of("version", "ts_us"));

        assertThat(JSON.readTree(converter.fromConnectData(TOPIC, ENVELOPE, change())))
                .isEqualTo(expected);
    }

    @Test
    void aRowKeepsItsColumnsWhateverTheyAreCalled() {
        Schema row = SchemaBuilder.struct()
                .optional()
                .field("ts_us", Schema.INT64_SCHEMA)
                .field("version", Schema.STRING_SCHEMA)
                .build();
        Schema envelope = SchemaBuilder.struct().field("after", row).build();
        Struct change = new Struct(envelope)
                .put("after", new Struct(row).put("ts_us", 1L).put("version", "2"));

        assertThat(converter.fromConnectData(TOPIC, envelope, change))
                .asString()
                .isEqualTo("{\"after\":{\"ts_us\":1,\"version\":\"2\"}}");
    }

    @Test
    void writesTheObjectsOfAList() {
        Schema counted = SchemaBuilder.struct()
                .field("data_collection", Schema.STRING_SCHEMA)
                .field("event_count", Schema.INT64_SCHEMA)
                .build();
        Schema end = SchemaBuilder.struct()
                .field("data_collections", SchemaBuilder.array(counted).build())
                .build();
        Struct table = new Struct(counted).put("data_collection", "desk.report").put("event_count", 3L);

        assertThat(converter.fromConnectData(TOPIC, end, new Struct(end).put("data_collections", List.of(table))))
                .asString()
                .isEqualTo("{\"data_collections\":[{\"data_collection\":\"desk.report\",\"event_count\":3}]}");
    }

    @Test
    void nullIsNullWhateverTheDefaultOfTheColumn() {
        Schema schema = SchemaBuilder.struct()
                .field("count", SchemaBuilder.int32().optional().defaultValue(7).build())
                .build();

        assertThat(converter.fromConnectData(TOPIC, schema, new Struct(schema).put("count", null)))
                .asString()
                .isEqualTo("{\"count\":null}");
    }

    @Test
    void aTombstoneStaysOne() {
        assertThat(converter.fromConnectData(TOPIC, null, null)).isNull();
    }

    @Test
    void refusesWhatItDoesNotKnowHowToWrite() {
        Schema schema =
                SchemaBuilder.struct().field("amount", Decimal.schema(2)).build();
        Struct change = new Struct(schema).put("amount", new BigDecimal("1.25"));

        assertThatThrownBy(() -> converter.fromConnectData(TOPIC, schema, change))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("amount")
                .hasMessageNotContaining("1.25");
        assertThatThrownBy(() -> converter.fromConnectData(TOPIC, null, "text")).isInstanceOf(DataException.class);
    }
}
