package nl.mjpmonitor.ops.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import nl.mjpmonitor.ingest.pseudonym.PseudonymKey;
import nl.mjpmonitor.ops.launcher.CapturedTables.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rows of a source as the stream should have them: captured columns only, in the connector's forms, pseudonymised. */
final class SourceRows {

    private static final int FETCH_SIZE = 5_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PseudonymKey pseudonyms;

    SourceRows(PseudonymKey pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /**
     * Hands over every row of a table, with its key as the warehouse writes it. Reads only.
     *
     * @param source a connection with a transaction of its own, or all rows are held in memory at once
     */
    void read(Connection source, Table table, BiConsumer<String, ObjectNode> reader) throws SQLException {
        Map<String, String> types = types(source, table.qualifiedName());
        String columns = table.contract()
                .path("properties")
                .propertyStream()
                .map(property -> "'%s', %s".formatted(property.getKey(), asSent(property.getKey(), types)))
                .collect(Collectors.joining(", "));
        try (Statement statement = source.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet found = statement.executeQuery(
                    "SELECT json_build_object(%s)::text FROM %s".formatted(columns, table.qualifiedName()))) {
                while (found.next()) {
                    ObjectNode row = pseudonymised(table.contract(), (ObjectNode) JSON.readTree(found.getString(1)));
                    ObjectNode key = JSON.createObjectNode();
                    table.keyColumns().forEach(name -> key.set(name, row.get(name)));
                    reader.accept(JSON.writeValueAsString(key), row);
                }
            }
        }
    }

    /** Tells a row from any other of its key, as {@link WarehouseRows} does. */
    static long checksum(String key, ObjectNode row) {
        return KeyRanges.hash(key, JSON.writeValueAsString(row));
    }

    private static Map<String, String> types(Connection source, String table) throws SQLException {
        Map<String, String> types = new HashMap<>();
        try (Statement statement = source.createStatement();
                ResultSet columns = statement.executeQuery(
                        "SELECT attname, atttypid::regtype::text FROM pg_attribute WHERE attrelid = '%s'::regclass AND attnum > 0"
                                .formatted(table))) {
            while (columns.next()) {
                types.put(columns.getString(1), columns.getString(2));
            }
        }
        return types;
    }

    /** A column in the form in which the connector sends it. */
    private static String asSent(String column, Map<String, String> types) {
        return switch (types.getOrDefault(column, "")) {
            case "date" -> "to_char(%s, 'YYYY-MM-DD\"Z\"')".formatted(column);
            case "timestamp with time zone" ->
                "to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')".formatted(column);
            case "numeric" -> column + "::text";
            default -> column;
        };
    }

    private ObjectNode pseudonymised(JsonNode contract, ObjectNode row) {
        contract.path("properties").propertyStream().forEach(property -> {
            JsonNode value = row.path(property.getKey());
            if (property.getValue().path("x-pseudonym").asBoolean(false) && value.isString()) {
                String domain = property.getValue().path("x-pseudonym-domain").asString();
                row.put(property.getKey(), pseudonyms.pseudonym(domain, value.asString()));
            }
        });
        return row;
    }
}
