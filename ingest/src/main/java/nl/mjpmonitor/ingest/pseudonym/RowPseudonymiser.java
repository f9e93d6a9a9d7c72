package nl.mjpmonitor.ingest.pseudonym;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.cache.LRUCache;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/**
 * Pseudonymises the named columns of one table, in a key, a row or a Debezium envelope around two rows; with a schema
 * ({@link Struct}) or without ({@link Map}).
 *
 * <p>Not safe for use by several threads: Connect gives every task its own transforms.
 */
final class RowPseudonymiser {
    private static final String OPERATION = "op";
    private static final Set<String> ROWS_OF_AN_ENVELOPE = Set.of("before", "after");
    private static final int CACHED_SCHEMAS = 16;

    private final String table;
    private final Set<String> columns;
    private final PseudonymKey key;
    private final String domain;
    private final String placeholder;
    private final LRUCache<Schema, Schema> schemas = new LRUCache<>(CACHED_SCHEMAS);

    RowPseudonymiser(String table, Set<String> columns, PseudonymKey key, String domain, String placeholder) {
        this.table = table;
        this.columns = columns;
        this.key = key;
        this.domain = domain;
        this.placeholder = placeholder;
    }

    /** The schema of what {@link #rewrite} makes of a value with this schema; the same object when nothing changes. */
    @Nullable Schema rewriteSchema(@Nullable Schema schema) {
        if (schema == null || schema.type() != Schema.Type.STRUCT) {
            return schema;
        }
        Schema known = schemas.get(schema);
        if (known != null) {
            return known;
        }
        Schema rewritten = isEnvelope(schema) ? envelopeSchema(schema) : rowSchema(schema);
        schemas.put(schema, rewritten);
        return rewritten;
    }

    /**
     * A copy with pseudonyms in the named columns.
     *
     * @throws DataException if a value of a named column, or the record itself, has a type that cannot be pseudonymised; the
     *     message names table, column and type, never the value
     */
    @Nullable Object rewrite(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Struct struct) {
            return isEnvelope(struct.schema()) ? envelope(struct) : row(struct);
        }
        if (value instanceof Map<?, ?> map) {
            return isEnvelope(map) ? envelope(map) : row(map);
        }
        throw new DataException("Table " + table + " has columns to pseudonymise, but its record is a bare "
                + value.getClass().getSimpleName()
                + " without column names. Place the pseudonym transform before the one that takes the columns out.");
    }

    private static boolean isEnvelope(Schema schema) {
        return schema.field(OPERATION) != null
                && ROWS_OF_AN_ENVELOPE.stream()
                        .map(schema::field)
                        .anyMatch(field -> field != null && field.schema().type() == Schema.Type.STRUCT);
    }

    private static boolean isEnvelope(Map<?, ?> map) {
        return map.containsKey(OPERATION) && ROWS_OF_AN_ENVELOPE.stream().anyMatch(map::containsKey);
    }

    private Schema envelopeSchema(Schema schema) {
        SchemaBuilder builder = emptyCopy(schema);
        boolean changed = false;
        for (Field field : schema.fields()) {
            Schema rewritten = ROWS_OF_AN_ENVELOPE.contains(field.name()) ? rowSchema(field.schema()) : field.schema();
            changed |= !rewritten.equals(field.schema());
            builder.field(field.name(), rewritten);
        }
        return changed ? builder.build() : schema;
    }

    private Schema rowSchema(Schema schema) {
        SchemaBuilder builder = emptyCopy(schema);
        boolean changed = false;
        for (Field field : schema.fields()) {
            Schema rewritten = columns.contains(field.name()) ? textSchema(field.schema()) : field.schema();
            changed |= !rewritten.equals(field.schema());
            builder.field(field.name(), rewritten);
        }
        return changed ? builder.build() : schema;
    }

    private static SchemaBuilder emptyCopy(Schema schema) {
        SchemaBuilder builder = SchemaBuilder.struct()
                .name(schema.name())
                .version(schema.version())
                .doc(schema.doc());
        if (schema.parameters() != null) {
            builder.parameters(schema.parameters());
        }
        return schema.isOptional() ? builder.optional() : builder;
    }

    private static Schema textSchema(Schema original) {
        boolean isPlainText =
                original.type() == Schema.Type.STRING && original.name() == null && original.defaultValue() == null;
        if (isPlainText) {
            return original;
        }
        // a default would be an identifier in clear, and what relied on it has no value now
        boolean isOptional = original.isOptional() || original.defaultValue() != null;
        return isOptional ? Schema.OPTIONAL_STRING_SCHEMA : Schema.STRING_SCHEMA;
    }

    private Struct envelope(Struct original) {
        Struct copy = new Struct(rewrittenSchemaOf(original));
        for (Field field : original.schema().fields()) {
            Object value = original.getWithoutDefault(field.name());
            boolean isRow = ROWS_OF_AN_ENVELOPE.contains(field.name()) && value instanceof Struct;
            copy.put(
                    field.name(),
                    isRow
                            ? row(
                                    (Struct) value,
                                    copy.schema().field(field.name()).schema())
                            : value);
        }
        return copy;
    }

    private Struct row(Struct original) {
        return row(original, rewrittenSchemaOf(original));
    }

    private Struct row(Struct original, Schema schema) {
        Struct copy = new Struct(schema);
        for (Field field : original.schema().fields()) {
            Object value = original.getWithoutDefault(field.name());
            copy.put(field.name(), columns.contains(field.name()) ? pseudonym(field.name(), value) : value);
        }
        return copy;
    }

    private Schema rewrittenSchemaOf(Struct struct) {
        Schema rewritten = rewriteSchema(struct.schema());
        if (rewritten == null) {
            throw new IllegalStateException("a struct always has a schema");
        }
        return rewritten;
    }

    private Map<Object, @Nullable Object> envelope(Map<?, ?> original) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        original.forEach((name, value) ->
                copy.put(name, ROWS_OF_AN_ENVELOPE.contains(String.valueOf(name)) ? rowOrNull(value) : value));
        return copy;
    }

    private @Nullable Object rowOrNull(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            return row(map);
        }
        throw new DataException("Table " + table + " has columns to pseudonymise, but a row of its change event is a "
                + value.getClass().getSimpleName() + " instead of named columns.");
    }

    private Map<Object, @Nullable Object> row(Map<?, ?> original) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        original.forEach((name, value) -> {
            String column = String.valueOf(name);
            copy.put(name, columns.contains(column) ? pseudonym(column, value) : value);
        });
        return copy;
    }

    private @Nullable String pseudonym(String column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (isPlaceholder(value)) {
            return placeholder;
        }
        if (value.equals("")) {
            // identifies nothing; also what Debezium fills in for a column it does not know before a delete
            return "";
        }
        String identifier = CanonicalIdentifier.of(value)
                .orElseThrow(() -> new DataException("Column " + table + "." + column + " is of type "
                        + value.getClass().getSimpleName() + ", which cannot be pseudonymised. Take it out of the "
                        + "publication or give the source an identifier that is text or a whole number."));
        return key.pseudonym(domain, identifier);
    }

    private boolean isPlaceholder(Object value) {
        if (value instanceof ByteBuffer bytes) {
            return bytes.equals(ByteBuffer.wrap(placeholder.getBytes(StandardCharsets.UTF_8)));
        }
        return value.equals(placeholder);
    }
}
