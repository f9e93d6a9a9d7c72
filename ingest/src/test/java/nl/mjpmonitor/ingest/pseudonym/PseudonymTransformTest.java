package nl.mjpmonitor.ingest.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudonymTransformTest {
    private static final String KEY = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";
    private static final String TOPIC = "meldingen.loket.person";
    private static final String OF_42 = "1.1Z9BI080cYykkGc8iSjUig";
    private static final String OF_BSN = "1.gqItSbWFDLDf89NFrpNc1Q";
    private static final String UNAVAILABLE = "__debezium_unavailable_value";

    private static final Schema KEY_SCHEMA = SchemaBuilder.struct()
            .name("meldingen.loket.person.Key")
            .field("person_id", Schema.INT64_SCHEMA)
            .field("part", Schema.INT32_SCHEMA)
            .build();
    private static final Schema ROW_SCHEMA = SchemaBuilder.struct()
            .name("meldingen.loket.person.Value")
            .version(3)
            .parameter("origin", "test")
            .optional()
            .field("person_id", Schema.INT64_SCHEMA)
            .field("bsn", Schema.OPTIONAL_STRING_SCHEMA)
            .field("note", SchemaBuilder.string().defaultValue("none").build())
            .build();
    private static final Schema SOURCE_SCHEMA =
            SchemaBuilder.struct().field("table", Schema.STRING_SCHEMA).build();
    private static final Schema ENVELOPE_SCHEMA = SchemaBuilder.struct()
            .name("meldingen.loket.person.Envelope")
            .version(2)
            .field("before", ROW_SCHEMA)
            .field("after", ROW_SCHEMA)
            .field("source", SOURCE_SCHEMA)
            .field("op", Schema.STRING_SCHEMA)
            .field("ts_ms", Schema.OPTIONAL_INT64_SCHEMA)
            .build();

    private final PseudonymTransform<SourceRecord> transform = configured("person.person_id", "person.bsn");

    @Test
    void replacesNamedColumnsInKeyAndBothRowsOfAnEnvelope() {
        SourceRecord result =
                transform.apply(record(key(42), ENVELOPE_SCHEMA, envelope("u", row(42, null), row(42, "123456782"))));

        Struct key = (Struct) result.key();
        Struct value = (Struct) result.value();
        assertThat(key.getString("person_id")).isEqualTo(OF_42);
        assertThat(key.getInt32("part")).isEqualTo(7);
        assertThat(value.getStruct("before").getString("person_id")).isEqualTo(OF_42);
        assertThat(value.getStruct("before").getString("bsn")).isNull();
        assertThat(value.getStruct("after").getString("person_id")).isEqualTo(OF_42);
        assertThat(value.getStruct("after").getString("bsn")).isEqualTo(OF_BSN);
        assertThat(value.getStruct("after").getString("note")).isEqualTo("private");
        assertThat(value.getStruct("source").getString("table")).isEqualTo("person");
        assertThat(value.getString("op")).isEqualTo("u");
    }

    @Test
    void keepsWhatElseARecordCarries() {
        SourceRecord original = record(key(42), ENVELOPE_SCHEMA, envelope("c", null, row(42, "x")));
        original.headers().addString("mjp.epoch", "1");

        SourceRecord result = transform.apply(original);

        assertThat(result.topic()).isEqualTo(TOPIC);
        assertThat(result.kafkaPartition()).isEqualTo(0);
        assertThat(result.timestamp()).isEqualTo(99L);
        assertThat(result.sourceOffset()).isEqualTo(original.sourceOffset());
        assertThat(result.sourcePartition()).isEqualTo(original.sourcePartition());
        assertThat(result.headers()).isEqualTo(original.headers());
    }

    @Test
    void describesTheNewRecordByValidSchemas() {
        SourceRecord result = transform.apply(record(key(42), ENVELOPE_SCHEMA, envelope("c", null, row(42, "x"))));

        ((Struct) result.key()).validate();
        ((Struct) result.value()).validate();
        assertThat(((Struct) result.value()).schema()).isEqualTo(result.valueSchema());
        assertThat(((Struct) result.key()).schema()).isEqualTo(result.keySchema());
        Schema row = result.valueSchema().field("after").schema();
        assertThat(row.name()).isEqualTo("meldingen.loket.person.Value");
        assertThat(row.version()).isEqualTo(3);
        assertThat(row.parameters()).containsEntry("origin", "test");
        assertThat(row.isOptional()).isTrue();
        assertThat(row.field("person_id").schema()).isEqualTo(Schema.STRING_SCHEMA);
        assertThat(row.field("bsn").schema()).isEqualTo(Schema.OPTIONAL_STRING_SCHEMA);
        assertThat(row.field("note").schema())
                .isEqualTo(ROW_SCHEMA.field("note").schema());
        assertThat(result.valueSchema().name()).isEqualTo("meldingen.loket.person.Envelope");
    }

    @Test
    void handlesADeleteAndItsTombstone() {
        SourceRecord delete = transform.apply(record(key(42), ENVELOPE_SCHEMA, envelope("d", row(42, ""), null)));
        SourceRecord tombstone = transform.apply(record(key(42), null, null));

        Struct before = ((Struct) delete.value()).getStruct("before");
        assertThat(before.getString("person_id")).isEqualTo(OF_42);
        assertThat(before.getString("bsn")).isEmpty();
        assertThat(((Struct) delete.value()).getStruct("after")).isNull();
        assertThat(((Struct) tombstone.key()).getString("person_id")).isEqualTo(OF_42);
        assertThat(tombstone.value()).isNull();
        assertThat(tombstone.valueSchema()).isNull();
    }

    @Test
    void handlesATruncateWithoutKeyAndRows() {
        SourceRecord result = transform.apply(
                new SourceRecord(Map.of(), Map.of(), TOPIC, ENVELOPE_SCHEMA, envelope("t", null, null)));

        assertThat(result.key()).isNull();
        assertThat(((Struct) result.value()).getString("op")).isEqualTo("t");
    }

    @Test
    void handlesARowWithoutEnvelope() {
        SourceRecord result = transform.apply(record(key(42), ROW_SCHEMA, row(42, "123456782")));

        assertThat(((Struct) result.value()).getString("bsn")).isEqualTo(OF_BSN);
    }

    @Test
    void handlesRecordsWithoutSchema() {
        Map<String, Object> before = new LinkedHashMap<>();
        before.put("person_id", 42L);
        before.put("bsn", null);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("before", before);
        envelope.put("after", Map.of("person_id", 42L, "bsn", "123456782", "note", "private"));
        envelope.put("op", "u");

        SourceRecord result = transform.apply(schemaless(Map.of("person_id", 42L, "part", 7), envelope));

        Map<String, Object> expectedBefore = new HashMap<>();
        expectedBefore.put("person_id", OF_42);
        expectedBefore.put("bsn", null);
        assertThat(result.key()).isEqualTo(Map.of("person_id", OF_42, "part", 7));
        assertThat(result.value())
                .isEqualTo(Map.of(
                        "before",
                        expectedBefore,
                        "after",
                        Map.of("person_id", OF_42, "bsn", OF_BSN, "note", "private"),
                        "op",
                        "u"));
    }

    @Test
    void handlesADeleteAndARowWithoutSchema() {
        Map<String, Object> delete = new HashMap<>();
        delete.put("op", "d");
        delete.put("before", Map.of("person_id", 42));
        delete.put("after", null);

        Map<String, Object> expected = new HashMap<>(delete);
        expected.put("before", Map.of("person_id", OF_42));
        assertThat(transform.apply(schemaless(Map.of("person_id", 42), delete)).value())
                .isEqualTo(expected);
        assertThat(transform
                        .apply(schemaless(Map.of(), Map.of("person_id", "42")))
                        .value())
                .isEqualTo(Map.of("person_id", OF_42));
    }

    @Test
    void leavesTheOriginalRecordAsItWas() {
        SourceRecord original = record(key(42), ENVELOPE_SCHEMA, envelope("c", null, row(42, "123456782")));

        transform.apply(original);

        assertThat(((Struct) original.value()).getStruct("after").getString("bsn"))
                .isEqualTo("123456782");
    }

    @Test
    void letsThePlaceholderOfAnUnchangedLargeValuePass() {
        Schema schema = SchemaBuilder.struct()
                .field("person_id", Schema.BYTES_SCHEMA)
                .field("bsn", Schema.STRING_SCHEMA)
                .build();
        Struct row = new Struct(schema)
                .put("person_id", ByteBuffer.wrap(UNAVAILABLE.getBytes(StandardCharsets.UTF_8)))
                .put("bsn", UNAVAILABLE);

        Struct result = (Struct) transform.apply(record(null, schema, row)).value();

        assertThat(result.getString("person_id")).isEqualTo(UNAVAILABLE);
        assertThat(result.getString("bsn")).isEqualTo(UNAVAILABLE);
    }

    @Test
    void dropsTheDefaultOfAPseudonymisedColumnBecauseItIsAnIdentifierInClear() {
        Schema schema = SchemaBuilder.struct()
                .field("bsn", SchemaBuilder.string().defaultValue("123456782").build())
                .build();

        SourceRecord result = transform.apply(record(null, schema, new Struct(schema)));

        assertThat(result.valueSchema().field("bsn").schema()).isEqualTo(Schema.OPTIONAL_STRING_SCHEMA);
        assertThat(((Struct) result.value()).get("bsn")).isNull();
    }

    @Test
    void leavesOtherTablesAlone() {
        SourceRecord other = new SourceRecord(
                Map.of(), Map.of(), "meldingen.loket.report", 0, KEY_SCHEMA, key(42), ROW_SCHEMA, row(42, "x"), 99L);
        SourceRecord heartbeat = new SourceRecord(
                Map.of(), Map.of(), "__debezium-heartbeat.meldingen", Schema.STRING_SCHEMA, "bare text");

        assertThat(transform.apply(other)).isSameAs(other);
        assertThat(transform.apply(heartbeat)).isSameAs(heartbeat);
    }

    @Test
    void leavesSchemasAloneThatNeedNoOtherType() {
        Schema schema =
                SchemaBuilder.struct().field("bsn", Schema.STRING_SCHEMA).build();

        SourceRecord result = transform.apply(record(null, schema, new Struct(schema).put("bsn", "123456782")));

        assertThat(result.valueSchema()).isSameAs(schema);
        assertThat(((Struct) result.value()).getString("bsn")).isEqualTo(OF_BSN);
    }

    @Test
    void reusesTheSchemaItMade() {
        SourceRecord first = transform.apply(record(key(1), ENVELOPE_SCHEMA, envelope("c", null, row(1, "x"))));
        SourceRecord second = transform.apply(record(key(2), ENVELOPE_SCHEMA, envelope("c", null, row(2, "y"))));

        assertThat(second.valueSchema()).isSameAs(first.valueSchema());
        assertThat(second.keySchema()).isSameAs(first.keySchema());
    }

    @Test
    void stopsOnAValueItCannotPseudonymiseWithoutRepeatingIt() {
        Schema schema =
                SchemaBuilder.struct().field("bsn", Schema.FLOAT64_SCHEMA).build();

        assertThatThrownBy(() -> transform.apply(record(null, schema, new Struct(schema).put("bsn", 123456782.0))))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("person.bsn", "Double")
                .hasMessageNotContaining("123456782");
        assertThatThrownBy(() -> transform.apply(schemaless(Map.of(), Map.of("bsn", List.of("123456782")))))
                .isInstanceOf(DataException.class)
                .hasMessageNotContaining("123456782");
    }

    @Test
    void stopsOnARecordWhoseColumnsItCannotSee() {
        assertThatThrownBy(() -> transform.apply(schemaless("123456782", null)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("person")
                .hasMessageNotContaining("123456782");
        assertThatThrownBy(() -> transform.apply(schemaless(null, Map.of("op", "c", "after", "123456782"))))
                .isInstanceOf(DataException.class)
                .hasMessageNotContaining("123456782");
    }

    @Test
    void comesOutOfTheConverterAsThePseudonym() {
        try (JsonConverter converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", "false"), false);
            SourceRecord result =
                    transform.apply(record(key(42), ENVELOPE_SCHEMA, envelope("c", null, row(42, "123456782"))));

            String json = new String(
                    converter.fromConnectData(TOPIC, result.valueSchema(), result.value()), StandardCharsets.UTF_8);

            assertThat(json).contains("\"bsn\":\"" + OF_BSN + "\"").doesNotContain("123456782", ":42");
        }
    }

    @Test
    void joinsWithinADomainOnly() {
        Map<String, String> settings = settings("person.bsn");
        settings.put("domain", "pand");
        PseudonymTransform<SourceRecord> other = configured(settings);

        Struct result = (Struct)
                other.apply(record(null, ROW_SCHEMA, row(42, "123456782"))).value();

        assertThat(result.getString("bsn")).startsWith("1.").isNotEqualTo(OF_BSN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "key.secret | absent | \"key.secret\"",
                "key.secret | '' | is empty",
                "key.secret | c2hvcnQ= | at least 32",
                "key.secret | ${env:MJP_PSEUDONYM_KEY} | config.providers",
                "key.version | v1.0 | letters or digits",
                "domain | absent | \"domain\"",
                "domain | '' | non-empty",
                "fields | absent | \"fields\"",
                "fields | '' | names no column",
                "fields | bsn | table.column",
                "fields | loket.person.bsn | table.column"
            })
    void refusesSettingsThatAreMissingOrUnsafe(String setting, String value, String reason) {
        Map<String, String> settings = settings("person.bsn");
        if (value == null) {
            settings.remove(setting);
        } else {
            settings.put(setting, value);
        }

        assertThatThrownBy(() -> configured(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("c2hvcnQ=");
    }

    /** Connect validates a definition by these declarations before it accepts it. */
    @ParameterizedTest
    @CsvSource({"key.secret, c2hvcnQ=", "key.secret, ''", "fields, bsn", "fields, ''", "domain, ''"})
    void refusesUnsafeSettingsWhenAConnectorIsRegistered(String setting, String value) {
        Map<String, String> settings = settings("person.bsn");
        settings.put(setting, value);

        assertThat(transform.config().validate(settings))
                .filteredOn(checked -> !checked.errorMessages().isEmpty())
                .extracting(ConfigValue::name)
                .containsExactly(setting);
        assertThat(transform.config().validate(settings("person.bsn")))
                .allMatch(checked -> checked.errorMessages().isEmpty());
    }

    @Test
    void declaresItsKeyASecret() {
        assertThat(transform.config().configKeys().get("key.secret").type.isSensitive())
                .isTrue();
    }

    @Test
    void isFoundByPluginDiscovery() {
        assertThat(ServiceLoader.load(Transformation.class)).hasAtLeastOneElementOfType(PseudonymTransform.class);
        assertThat(transform.version()).isNotBlank();
    }

    private static PseudonymTransform<SourceRecord> configured(String... fields) {
        return configured(settings(fields));
    }

    private static PseudonymTransform<SourceRecord> configured(Map<String, String> settings) {
        PseudonymTransform<SourceRecord> transform = new PseudonymTransform<>();
        transform.configure(settings);
        return transform;
    }

    private static Map<String, String> settings(String... fields) {
        return new HashMap<>(Map.of("fields", String.join(",", fields), "domain", "persoon", "key.secret", KEY));
    }

    private static Struct key(long person) {
        return new Struct(KEY_SCHEMA).put("person_id", person).put("part", 7);
    }

    private static Struct row(long person, String bsn) {
        return new Struct(ROW_SCHEMA).put("person_id", person).put("bsn", bsn).put("note", "private");
    }

    private static Struct envelope(String operation, Struct before, Struct after) {
        return new Struct(ENVELOPE_SCHEMA)
                .put("before", before)
                .put("after", after)
                .put("source", new Struct(SOURCE_SCHEMA).put("table", "person"))
                .put("op", operation)
                .put("ts_ms", 1L);
    }

    private static SourceRecord record(Struct key, Schema valueSchema, Struct value) {
        return new SourceRecord(
                Map.of("server", "meldingen"),
                Map.of("lsn", 1L),
                TOPIC,
                0,
                key == null ? null : key.schema(),
                key,
                valueSchema,
                value,
                99L);
    }

    private static SourceRecord schemaless(Object key, Object value) {
        return new SourceRecord(Map.of(), Map.of(), TOPIC, 0, null, key, null, value, 99L);
    }
}
