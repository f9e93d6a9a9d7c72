package nl.mjpmonitor.streaming.change;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The compiled contracts of all captured tables. */
public final class Contracts {

    /** Only a name: references between the files are resolved against it, nothing is ever fetched. */
    private static final String BASE = "https://contracts.invalid/";

    private static final String OWN_KEYWORD_PREFIX = "x-";
    private static final String KEY_PREFIX = "key-of-";
    private static final String HEARTBEAT_TOPIC_PREFIX = "__debezium-heartbeat.";

    private final Map<String, Contract> byTopic = new TreeMap<>();
    private final Map<String, String> systemByHeartbeatTopic = new TreeMap<>();

    Contracts(ContractSources sources, List<RowRule> rules) {
        JsonMapper mapper = JsonMapper.builder().build();
        Map<String, String> schemas = new HashMap<>();
        sources.texts().forEach((name, text) -> schemas.put(BASE + name, text));
        Map<String, ObjectNode> rowSchemas = new TreeMap<>();
        for (String name : sources.contractNames()) {
            ObjectNode rowSchema = parse(mapper, name, sources.texts().get(name));
            rowSchemas.put(name, rowSchema);
            schemas.put(
                    BASE + KEY_PREFIX + name, keySchema(mapper, name, rowSchema).toString());
        }
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .unknownKeywordFactory((keyword, context) -> ownKeyword(keyword))
                .build();
        SchemaRegistry registry = SchemaRegistry.withDialect(dialect, builder -> builder.schemas(schemas));
        rowSchemas.forEach((name, rowSchema) -> add(contract(registry, name, rowSchema, rules)));
    }

    /** A keyword that is neither the standard's nor this project's is a slip of the pen, and would check nothing. */
    private static Keyword ownKeyword(String keyword) {
        if (!keyword.startsWith(OWN_KEYWORD_PREFIX)) {
            throw new IllegalArgumentException("the keyword " + keyword + " is unknown");
        }
        return new NonValidationKeyword(keyword);
    }

    private void add(Contract contract) {
        byTopic.put(contract.topic(), contract);
        systemByHeartbeatTopic.put(HEARTBEAT_TOPIC_PREFIX + contract.system(), contract.system());
    }

    /** Topics of the captured tables and of their systems' heartbeats. */
    public SortedSet<String> topics() {
        SortedSet<String> topics = new TreeSet<>(byTopic.keySet());
        topics.addAll(systemByHeartbeatTopic.keySet());
        return topics;
    }

    /** The contract of a table, if there is one. */
    public Optional<Contract> contract(String system, String table) {
        return byTopic.values().stream()
                .filter(contract ->
                        contract.system().equals(system) && contract.table().equals(table))
                .findFirst();
    }

    @Nullable Contract contractOfTopic(String topic) {
        return byTopic.get(topic);
    }

    @Nullable String systemOfHeartbeatTopic(String topic) {
        return systemByHeartbeatTopic.get(topic);
    }

    private static Contract contract(SchemaRegistry registry, String name, ObjectNode rowSchema, List<RowRule> rules) {
        String system = text(name, rowSchema, "x-system");
        String table = text(name, rowSchema, "x-table");
        return new Contract(
                system,
                text(name, rowSchema, "x-schema"),
                table,
                envelope(name, rowSchema),
                keyColumns(name, rowSchema),
                rowSchema.get("properties").propertyNames().stream().toList(),
                compiled(registry, name),
                compiled(registry, KEY_PREFIX + name),
                rules.stream()
                        .filter(rule ->
                                rule.system().equals(system) && rule.table().equals(table))
                        .toList());
    }

    private static Schema compiled(SchemaRegistry registry, String name) {
        try {
            Schema schema = registry.getSchema(SchemaLocation.of(BASE + name));
            schema.initializeValidators();
            return schema;
        } catch (RuntimeException unusable) {
            throw refusal(
                    name,
                    "must be a valid JSON Schema, and the code lists it refers to must be there: "
                            + unusable.getMessage(),
                    unusable);
        }
    }

    private static ObjectNode parse(JsonMapper mapper, String name, @Nullable String text) {
        try {
            if (mapper.readTree(text) instanceof ObjectNode schema
                    && schema.get("properties") instanceof ObjectNode properties
                    && !properties.isEmpty()) {
                return schema;
            }
            throw refusal(name, "must be a JSON Schema object with properties", null);
        } catch (JacksonException broken) {
            throw refusal(name, "must be JSON", broken);
        }
    }

    /** What the row's schema says of the key columns, and nothing of the others: all that a delete carries. */
    private static ObjectNode keySchema(JsonMapper mapper, String name, ObjectNode rowSchema) {
        ObjectNode schema = mapper.createObjectNode();
        schema.put("type", "object");
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (String column : keyColumns(name, rowSchema)) {
            JsonNode property = rowSchema.get("properties").get(column);
            if (property == null) {
                throw refusal(name, "names the key column " + column + " that is not among its properties", null);
            }
            required.add(column);
            properties.set(column, property);
        }
        return schema;
    }

    private static List<String> keyColumns(String name, ObjectNode schema) {
        List<String> columns = new ArrayList<>();
        if (schema.get("x-key") instanceof ArrayNode array) {
            array.forEach(column -> columns.add(column.asString("")));
        }
        if (columns.isEmpty()) {
            throw refusal(name, "must name its key columns in x-key", null);
        }
        return columns;
    }

    private static Envelope envelope(String name, ObjectNode schema) {
        JsonNode code = schema.get("x-envelope");
        return code == null
                ? Envelope.DEBEZIUM
                : Envelope.ofCode(code.asString(""))
                        .orElseThrow(() -> refusal(name, "must have debezium or flat in x-envelope", null));
    }

    private static String text(String name, ObjectNode schema, String keyword) {
        JsonNode value = schema.get(keyword);
        if (value == null || !value.isString() || value.stringValue().isEmpty()) {
            throw refusal(name, "must have a text in " + keyword, null);
        }
        return value.stringValue();
    }

    private static IllegalArgumentException refusal(String name, String problem, @Nullable Exception cause) {
        return new IllegalArgumentException("Contract " + name + " " + problem, cause);
    }
}
