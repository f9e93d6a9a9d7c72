package nl.mjpmonitor.ops.clickhouse.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbConnection;
import nl.mjpmonitor.ops.clickhouse.chdb.ChdbException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A connection of the engine with the settings and the database of its session. */
final class EngineConnection implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChdbConnection connection;

    EngineConnection(ChdbConnection connection) {
        this.connection = connection;
    }

    ChdbConnection statements() {
        return connection;
    }

    String currentDatabase() throws ChdbException {
        return connection.text("SELECT currentDatabase() FORMAT TSVRaw");
    }

    void use(String database) throws ChdbException {
        run("USE `" + database.replace("\\", "\\\\").replace("`", "\\`") + "`");
    }

    /** Sets settings until they are set again. */
    void set(Map<String, SettingValue> settings) throws ChdbException {
        if (settings.isEmpty()) {
            return;
        }
        List<String> assignments = new ArrayList<>();
        settings.forEach((name, value) -> assignments.add(name + " = " + value.sql()));
        run("SET " + String.join(", ", assignments));
    }

    /** What settings are now, to be handed to {@link #set} later. */
    Map<String, SettingValue> current(Iterable<String> names) throws ChdbException {
        List<String> literals = new ArrayList<>();
        names.forEach(name -> literals.add(literal(name)));
        Map<String, SettingValue> values = new LinkedHashMap<>();
        if (literals.isEmpty()) {
            return values;
        }
        String rows = connection.text("SELECT name, value, changed FROM system.settings WHERE name IN ("
                + literals.stream().collect(Collectors.joining(", "))
                + ") FORMAT JSONCompactStringsEachRow");
        rows.lines().map(JSON::readTree).forEach(row -> values.put(text(row, 0), previous(row)));
        return values;
    }

    @Override
    public void close() {
        connection.close();
    }

    static String literal(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private void run(String statement) throws ChdbException {
        String _ = connection.text(statement);
    }

    private static SettingValue previous(JsonNode row) {
        return text(row, 2).equals("1") ? SettingValue.of(text(row, 1)) : SettingValue.DEFAULT;
    }

    private static String text(JsonNode row, int index) {
        return row.get(index).asString();
    }

    /** The value of a setting as SQL. */
    record SettingValue(String sql) {

        static final SettingValue DEFAULT = new SettingValue("DEFAULT");

        static SettingValue of(String value) {
            return new SettingValue(literal(value));
        }
    }
}
