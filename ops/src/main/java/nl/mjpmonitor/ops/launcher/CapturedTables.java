package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
