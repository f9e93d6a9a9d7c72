package nl.mjpmonitor.ingest.opendata;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The settings of the connector and of its tasks. */
final class OpenDataSourceConfig extends AbstractConfig {
    static final String TABLES = "tables";
    static final String TABLES_INCLUDE = "tables.include";
    static final String TOPIC_PREFIX = "topic.prefix";
    static final String SERVERS = "servers";
    static final String FILES_FOLDER = "files.folder";
    static final String HEARTBEAT_INTERVAL = "heartbeat.interval.ms";
    static final String TABLE_INTERVAL = "table.interval.ms";
    static final String REQUEST_INTERVAL = "request.interval.ms";
    static final String REQUEST_TIMEOUT = "request.timeout.ms";
    static final String RETRY_FIRST = "retry.first.ms";
    static final String RETRY_LONGEST = "retry.longest.ms";
    static final String RETRY_REPORT_AFTER = "retry.report.after";
    static final String FILES_INTERVAL = "files.interval.ms";
    static final String FILES_SETTLE = "files.settle.ms";
    static final String FILES_MAX_BYTES = "files.max.bytes";
    static final String OFFSET_MAX_CHARACTERS = "offset.max.characters";

    private static final String DEFAULT_TABLES = TableDefinitions.CLASSPATH + "connectors/open-data/tables.json";
    private static final String DEFAULT_SERVERS = "dataderden=https://dataderden.cbs.nl,"
            + "opendata=https://opendata.cbs.nl,datasets=https://datasets.cbs.nl/odata/v1";

    static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    TABLES,
                    ConfigDef.Type.STRING,
                    DEFAULT_TABLES,
                    new ConfigDef.NonEmptyString(),
                    ConfigDef.Importance.HIGH,
                    "Definitions of the tables: path of a JSON file on the worker, or classpath: and a resource.")
            .define(
                    TABLES_INCLUDE,
                    ConfigDef.Type.LIST,
                    List.of(),
                    ConfigDef.Importance.MEDIUM,
                    "Ids of the tables to read. All that are defined when empty.")
            .define(
                    SERVERS,
                    ConfigDef.Type.LIST,
                    DEFAULT_SERVERS,
                    ConfigDef.Importance.HIGH,
                    "Addresses of the servers that definitions name, each as name=address. When empty, services are left alone"
                            + " and only files are read.")
            .define(
                    FILES_FOLDER,
                    ConfigDef.Type.STRING,
                    "",
                    ConfigDef.Importance.HIGH,
                    "Folder with a folder for each table that comes as files. Needed when there is such a table.")
            .define(
                    TOPIC_PREFIX,
                    ConfigDef.Type.STRING,
                    "opendata",
                    new ConfigDef.NonEmptyString(),
                    ConfigDef.Importance.MEDIUM,
                    "First part of the names of all topics.")
            .define(
                    HEARTBEAT_INTERVAL,
                    ConfigDef.Type.LONG,
                    0L,
                    ConfigDef.Range.atLeast(0),
                    ConfigDef.Importance.MEDIUM,
                    "Milliseconds between two signs of life on __debezium-heartbeat.<topic.prefix>; 0 for none.")
            .define(
                    TABLE_INTERVAL,
                    ConfigDef.Type.LONG,
                    Duration.ofHours(6).toMillis(),
                    ConfigDef.Range.atLeast(1),
                    ConfigDef.Importance.MEDIUM,
                    "Milliseconds between two looks whether a service has changed a table.")
            .define(
                    REQUEST_INTERVAL,
                    ConfigDef.Type.LONG,
                    1000L,
                    ConfigDef.Range.atLeast(0),
                    ConfigDef.Importance.MEDIUM,
                    "Fewest milliseconds between two requests of a task to one server.")
            .define(
                    REQUEST_TIMEOUT,
                    ConfigDef.Type.LONG,
                    60_000L,
                    ConfigDef.Range.atLeast(1),
                    ConfigDef.Importance.MEDIUM,
                    "Most milliseconds from a request to the last byte of its answer.")
            .define(
                    RETRY_FIRST,
                    ConfigDef.Type.LONG,
                    1000L,
                    ConfigDef.Range.atLeast(1),
                    ConfigDef.Importance.LOW,
                    "Milliseconds before a request that failed is tried again for the first time.")
            .define(
                    RETRY_LONGEST,
                    ConfigDef.Type.LONG,
                    Duration.ofMinutes(5).toMillis(),
                    ConfigDef.Range.atLeast(1),
                    ConfigDef.Importance.LOW,
                    "Most milliseconds between two tries, unless the service asks for more.")
            .define(
                    RETRY_REPORT_AFTER,
                    ConfigDef.Type.INT,
                    5,
                    ConfigDef.Range.atLeast(1),
                    ConfigDef.Importance.LOW,
                    "Failures in a row after which a reading is reported as failed. It is tried again all the same.")
            .define(
                    FILES_INTERVAL,
                    ConfigDef.Type.LONG,
                    5000L,
                    ConfigDef.Range.atLeast(1),
                    ConfigDef.Importance.LOW,
                    "Milliseconds between two looks in a folder.")
            .define(
                    FILES_SETTLE,
                    ConfigDef.Type.LONG,
                    5000L,
                    ConfigDef.Range.atLeast(0),
                    ConfigDef.Importance.LOW,
                    "Milliseconds for which a file must stay the same before it is read.")
            .define(
                    FILES_MAX_BYTES,
                    ConfigDef.Type.LONG,
                    64L * 1024 * 1024,
                    ConfigDef.Range.atLeast(1),
                    ConfigDef.Importance.LOW,
                    "Size of the largest file that is read.")
            .define(
                    OFFSET_MAX_CHARACTERS,
                    ConfigDef.Type.INT,
                    900_000,
                    ConfigDef.Range.atLeast(1000),
                    ConfigDef.Importance.LOW,
                    "Most characters of published state in one source offset; below the largest message of the cluster.");

    OpenDataSourceConfig(Map<String, String> settings) {
        super(DEFINITION, settings, false);
    }

    /**
     * The definitions of the tables to read: without servers, those that come as files.
     *
     * @throws TableDefinitions.InvalidDefinitionException when they cannot be used
     * @throws ConfigException when a table is asked for that is not defined
     */
    List<TableDefinition> tables() {
        TableDefinitions definitions = TableDefinitions.load(getString(TABLES));
        List<String> wanted = getList(TABLES_INCLUDE);
        List<TableDefinition> tables = new ArrayList<>(wanted.isEmpty() ? definitions.tables() : List.of());
        for (String id : wanted) {
            tables.add(definitions
                    .table(id)
                    .orElseThrow(() -> new ConfigException(
                            TABLES_INCLUDE,
                            id,
                            "No such table; there are "
                                    + definitions.tables().stream()
                                            .map(TableDefinition::id)
                                            .toList())));
        }
        if (getList(SERVERS).isEmpty()) {
            tables.removeIf(table -> table.source() instanceof TableSource.OData);
        }
        return List.copyOf(tables);
    }

    /**
     * Address by name of server.
     *
     * @throws ConfigException when an entry is no name=address
     */
    Map<String, URI> servers() {
        Map<String, URI> servers = new LinkedHashMap<>();
        for (String entry : getList(SERVERS)) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                throw new ConfigException(SERVERS, entry, "Write each server as name=address.");
            }
            servers.put(entry.substring(0, equals).strip(), address(entry, entry.substring(equals + 1)));
        }
        return servers;
    }

    private static URI address(String entry, String text) {
        try {
            URI address = URI.create(text.strip().replaceAll("/+$", ""));
            boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (isWeb && address.getHost() != null && address.getQuery() == null) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            throw new ConfigException(SERVERS, entry, "This is no address: " + malformed.getMessage());
        }
        throw new ConfigException(SERVERS, entry, "The address must begin with https:// and the name of a host.");
    }

    Optional<Path> filesFolder() {
        String folder = getString(FILES_FOLDER);
        return folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
    }

    Duration duration(String setting) {
        return Duration.ofMillis(getLong(setting));
    }
}
