package nl.mjpmonitor.warehouse.catalogue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One YAML file of the catalogue, which knows the line of every value. */
public final class CatalogueDocument {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private final PackagedFile file;
    private final JsonNode root;

    private CatalogueDocument(PackagedFile file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Reads the file.
     *
     * @throws CatalogueException when it is not YAML
     */
    static CatalogueDocument parse(PackagedFile file) {
        try {
            return new CatalogueDocument(file, YAML.readTree(file.text()));
        } catch (JacksonException failure) {
            int line = Math.max(
                    1, failure.getLocation() == null ? 1 : failure.getLocation().getLineNr());
            throw new CatalogueException(List.of(file.path() + ":" + line + ": this is not valid YAML ("
                    + firstLine(failure.getOriginalMessage()) + "); correct the indentation, quotes or keys here"));
        }
    }

    public PackagedFile file() {
        return file;
    }

    /** What the schema has against it. */
    List<String> violations(Schema schema) {
        return schema
                .validate(root, context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)))
                .stream()
                .map(this::describe)
                .toList();
    }

    /** The content as a record; only for a document without violations. */
    public <T> T as(Class<T> type) {
        return YAML.treeToValue(root, type);
    }

    /**
     * A problem in this file.
     *
     * @param pointer JSON pointer of the value that is wrong
     * @param sentence what is wrong and what to change
     */
    public String problem(String pointer, String sentence) {
        return file.path() + ":" + line(pointer) + ": " + sentence;
    }

    /** The text is read for lines only when something is wrong: that takes as long as reading the entry. */
    private int line(String pointer) {
        Map<String, Integer> lines = linesOf(file.text());
        String nearest = pointer;
        while (!lines.containsKey(nearest) && !nearest.isEmpty()) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return lines.getOrDefault(nearest, 1);
    }

    private String describe(Error error) {
        String pointer = error.getInstanceLocation().toString();
        String where = pointer.isEmpty() ? "the entry" : pointer.substring(1).replace('/', '.');
        String sentence = switch (error.getKeyword()) {
            case "required" -> where + " lacks " + error.getProperty() + "; add it";
            case "additionalProperties" ->
                where + " has an unknown key " + error.getProperty() + "; remove it or correct its spelling";
            case "enum" -> where + " is not a known word; choose one of " + words(error.getSchemaNode());
            default -> where + " is wrong: " + error.getMessage() + "; change it so";
        };
        boolean aboutKey = error.getKeyword().equals("additionalProperties");
        return problem(aboutKey ? pointer + "/" + error.getProperty() : pointer, sentence);
    }

    private static String words(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Integer> linesOf(String text) {
        Map<String, Integer> lines = new TreeMap<>();
        try (JsonParser parser = YAML.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String pointer = parser.streamReadContext().pathAsPointer().toString();
                lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
