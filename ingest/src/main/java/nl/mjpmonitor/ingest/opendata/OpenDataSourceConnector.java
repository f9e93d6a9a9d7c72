package nl.mjpmonitor.ingest.opendata;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.util.ConnectorUtils;

/**
 * Brings open data into Kafka: tables of OData services (versions 3 and 4), and files dropped in folders.
 *
 * <p>Every cell of a table is published when it is new, changed or gone, and never otherwise; a cell's records carry a
 * {@code revision} that only grows. What was published is remembered in the source offsets. With a worker that supports exactly
 * once and {@code transaction.boundary=poll}, each page and each file is one transaction together with its offset, and nothing is
 * lost or published twice, whatever is killed when. Without it, a page may be published twice.
 *
 * <p>Refuses settings and definitions that cannot work before it starts, saying what to change. While running it never gives up:
 * see {@code ODataTableReader} and {@code FileTableReader} for what it does about failing services and broken files.
 */
public final class OpenDataSourceConnector extends SourceConnector {
    private Map<String, String> settings = Map.of();

    @Override
    public String version() {
        return Version.ofConnector();
    }

    @Override
    public ConfigDef config() {
        return OpenDataSourceConfig.DEFINITION;
    }

    @Override
    public Config validate(Map<String, String> connectorSettings) {
        Config result = super.validate(connectorSettings);
        boolean isWellFormed = result.configValues().stream()
                .allMatch(value -> value.errorMessages().isEmpty());
        if (isWellFormed) {
            try {
                check(new OpenDataSourceConfig(connectorSettings), result);
            } catch (ConfigException refused) {
                addError(result, OpenDataSourceConfig.TABLES, String.valueOf(refused.getMessage()));
            }
        }
        return result;
    }

    private static void check(OpenDataSourceConfig config, Config result) {
        Map<String, URI> servers;
        try {
            servers = config.servers();
        } catch (ConfigException refused) {
            addError(result, OpenDataSourceConfig.SERVERS, String.valueOf(refused.getMessage()));
            return;
        }
        List<TableDefinition> tables;
        try {
            tables = config.tables();
        } catch (TableDefinitions.InvalidDefinitionException invalid) {
            invalid.problems().forEach(problem -> addError(result, OpenDataSourceConfig.TABLES, problem));
            return;
        } catch (ConfigException refused) {
            addError(result, OpenDataSourceConfig.TABLES_INCLUDE, String.valueOf(refused.getMessage()));
            return;
        }
        if (tables.isEmpty()) {
            addError(
                    result,
                    OpenDataSourceConfig.SERVERS,
                    "There is nothing to read: every table is on a server, and no server is given.");
        }
        for (TableDefinition table : tables) {
            if (table.source() instanceof TableSource.OData source && !servers.containsKey(source.server())) {
                addError(
                        result,
                        OpenDataSourceConfig.SERVERS,
                        "Table '" + table.id() + "' is on server '" + source.server() + "', which is not among "
                                + servers.keySet() + ": add its address.");
            }
            if (table.source() instanceof TableSource.Files
                    && config.filesFolder().isEmpty()) {
                addError(
                        result,
                        OpenDataSourceConfig.FILES_FOLDER,
                        "Table '" + table.id() + "' comes as files: say in which folder, or leave it out with '"
                                + OpenDataSourceConfig.TABLES_INCLUDE + "'.");
            }
        }
    }

    private static void addError(Config result, String setting, String message) {
        for (ConfigValue value : result.configValues()) {
            if (value.name().equals(setting)) {
                value.addErrorMessage(message);
            }
        }
    }

    @Override
    public void start(Map<String, String> connectorSettings) {
        settings = Map.copyOf(connectorSettings);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return OpenDataSourceTask.class;
    }

    /** Spreads the tables over the tasks. A table belongs to one task, since its offsets have one writer. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        List<String> tables = new OpenDataSourceConfig(settings)
                .tables().stream().map(TableDefinition::id).toList();
        return ConnectorUtils.groupPartitions(tables, Math.min(maxTasks, tables.size())).stream()
                .map(group -> {
                    Map<String, String> task = new HashMap<>(settings);
                    task.put(OpenDataSourceConfig.TABLES_INCLUDE, String.join(",", group));
                    return task;
                })
                .toList();
    }

    @Override
    public void stop() {}

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorSettings) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    /**
     * Not supported, on purpose: a poll returns one page or one file, so {@code transaction.boundary=poll} already draws the
     * boundaries where they belong. One transaction for a whole table would show its edition at once, but it would stay open for
     * as long as a service keeps the connector waiting and hold up every reader of the topic.
     */
    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> connectorSettings) {
        return ConnectorTransactionBoundaries.UNSUPPORTED;
    }

    /**
     * Offsets can be reset, which makes the connector publish everything again from revision 1; raise the epoch of the
     * connector with it. They cannot be edited: they hold what was published.
     */
    @Override
    public boolean alterOffsets(Map<String, String> connectorSettings, Map<Map<String, ?>, Map<String, ?>> offsets) {
        if (offsets.values().stream().anyMatch(offset -> offset != null)) {
            throw new ConnectException(
                    "The offsets of this connector hold what was published and cannot be edited; reset them instead.");
        }
        return true;
    }
}
