package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tables of a source system that have a contract. */
final class CapturedTables {

    /**
     * A captured table.
     *
     * @param system its source system
     * @param schema its schema in the database of the system
     * @param name its name, without schema
     * @param contract its contract
     */
    record Table(String system, String schema, String name, JsonNode contract) {

        String topic() {
            return system + "." + schema + "." + name;
        }

        /** With its schema, as SQL and Debezium write it. */
        String qualifiedName() {
            return schema + "." + name;
        }

        /**
         * A key of Kafka as the warehouse writes it.
         *
         * @throws LauncherException when it is no key of this table
         */
        String keyText(String key) {
            try {
                JsonNode read = JsonMapper.shared().readTree(key);
                ObjectNode ordered = JsonMapper.shared().createObjectNode();
                keyColumns().forEach(column -> ordered.set(column, read.path(column)));
                return JsonMapper.shared().writeValueAsString(ordered);
            } catch (JacksonException e) {
                throw new LauncherException("%s is no key of %s.".formatted(key, name), e);
            }
        }

        List<String> keyColumns() {
            return contract.path("x-key").valueStream().map(JsonNode::asString).toList();
        }
    }

    private CapturedTables() {}

    /** The tables of a system, by name. */
    static List<Table> of(Path contracts, String system) throws IOException {
        try (Stream<Path> files = Files.list(contracts)) {
            return files.filter(file -> file.getFileName().toString().startsWith(system + ".")
                            && file.toString().endsWith(".schema.json"))
                    .sorted()
                    .map(JsonMapper.shared()::readTree)
                    .map(contract -> new Table(
                            system,
                            contract.path("x-schema").asString(),
                            contract.path("x-table").asString(),
                            contract))
                    .toList();
        }
    }
}
