package nl.mjpmonitor.ingest.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the keys and values of {@link CaptureConnector} as JSON without schemas, field by field, but for what Debezium tells beside a
 * change that nobody reads: two fifths of a record. What is null in the source is null in JSON, whatever the default of its column is.
 *
 * <p>It writes only what Debezium gives it with this project's settings: objects, lists, texts, numbers, truth values and bytes (in
 * base64). Anything else is refused, which stops the task; so is reading.
 */
public final class ChangeConverter implements Converter {

    /** Names of fields, with dots after those of the objects that they are in. */
    private static final Set<String> LEFT_OUT = Set.of(
            "source.version",
            "source.connector",
            "source.name",
            "source.db",
            "source.ts_us",
            "source.ts_ns",
            "source.txId",
            "source.xmin",
            "source.origin",
            "source.origin_lsn",
            "transaction.id",
            "transaction.data_collection_order",
            "ts_us",
            "ts_ns");

    /** A table has one schema, and a new one when its columns changed. */
    private static final int MOST_SCHEMAS = 1_000;

    private static final int USUAL_BYTES = 512;

    /**
     * A field that is written.
     *
     * @param below what is written of the object that it holds; empty when it holds none
     */
    private record Part(Field field, List<Part> below) {}

    private final JsonFactory json = new JsonFactory();
    private final IdentityHashMap<Schema, List<Part>> shapes = new IdentityHashMap<>();

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        // it has no settings
    }

    /** @throws DataException when there is something in it that this class does not write */
    @Override
    public byte @Nullable [] fromConnectData(String topic, @Nullable Schema schema, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof Struct struct)) {
            throw new DataException("A record of " + topic + " is no object with a schema");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(out, struct, shape(struct.schema()));
        }
        return bytes.toByteArray();
    }

    @Override
    public SchemaAndValue toConnectData(String topic, byte[] value) {
        throw new DataException("Records of captured tables are read by the stream, not by Connect");
    }

    private List<Part> shape(Schema schema) {
        List<Part> known = shapes.get(schema);
        if (known != null) {
            return known;
        }
        if (shapes.size() >= MOST_SCHEMAS) {
            shapes.clear();
        }
        List<Part> parts = parts(schema, "");
        shapes.put(schema, parts);
        return parts;
    }

    private static List<Part> parts(Schema schema, String path) {
        List<Part> parts = new ArrayList<>();
        for (Field field : schema.fields()) {
            String name = path + field.name();
            if (!LEFT_OUT.contains(name)) {
                boolean isObject = field.schema().type() == Schema.Type.STRUCT;
                parts.add(new Part(field, isObject ? parts(field.schema(), name + '.') : List.of()));
            }
        }
        return parts;
    }

    private void write(JsonGenerator out, Struct struct, List<Part> parts) {
        out.writeStartObject();
        for (Part part : parts) {
            out.writeName(part.field().name());
            Object value = struct.getWithoutDefault(part.field().name());
            if (value instanceof Struct below) {
                write(out, below, part.below());
            } else {
                write(out, part.field(), value);
            }
        }
        out.writeEndObject();
    }

    private void write(JsonGenerator out, Field field, @Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            out.writeNumber(((Number) value).intValue());
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Float number) {
            out.writeNumber(number);
        } else if (value instanceof Struct below) {
            write(out, below, shape(below.schema()));
        } else if (value instanceof Collection<?> all) {
            out.writeStartArray();
            all.forEach(each -> write(out, field, each));
            out.writeEndArray();
        } else if (value instanceof byte[] bytes) {
            out.writeBinary(bytes);
        } else if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            out.writeBinary(bytes);
        } else {
            throw new DataException("Field " + field.name() + " holds a "
                    + value.getClass().getSimpleName() + ", which is not written as JSON");
        }
    }
}
