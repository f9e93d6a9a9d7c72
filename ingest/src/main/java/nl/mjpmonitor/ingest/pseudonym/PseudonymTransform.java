package nl.mjpmonitor.ingest.pseudonym;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.transforms.Transformation;

/**
 * Replaces the values of named columns by pseudonyms, in the key, in the row, and in both rows of a Debezium envelope.
 *
 * <p>The table of a record is the last part of its topic name, so that tombstones are covered too. Null stays null, empty text
 * stays empty, and Debezium's placeholder for an unchanged large value stays, for the stream must still recognise it. A
 * pseudonym is text: a pseudonymised column of another type becomes a text column. Records of other tables, and columns that
 * are not named, pass unchanged.
 *
 * <p>Fails closed: a value that cannot be made canonical stops the task with an error that names table, column and type.
 * Values and keys are never logged nor put in an error.
 *
 * <p>To rotate the key give the new one a new {@code key.version}: old and new pseudonyms then differ visibly and are not
 * joined by accident; take a new snapshot when they must be joined.
 *
 * @see PseudonymKey
 */
public final class PseudonymTransform<R extends ConnectRecord<R>> implements Transformation<R>, Versioned {
    static final String FIELDS = "fields";
    static final String DOMAIN = "domain";
    /** Ends in 'secret' because Debezium prints all settings of a task and hides by name: it does not see their type. */
    static final String KEY = "key.secret";

    static final String KEY_VERSION = "key.version";
    static final String PLACEHOLDER = "unavailable.value.placeholder";

    private static final String DEFAULT_KEY_VERSION = "1";
    private static final Pattern TABLE_AND_COLUMN = Pattern.compile("([^.\\s]+)\\.([^.\\s]+)");

    // refused by its validators already when a connector is registered, not first when its task starts
    private static final ConfigDef CONFIG = new ConfigDef()
            .define(
                    FIELDS,
                    ConfigDef.Type.LIST,
                    ConfigDef.NO_DEFAULT_VALUE,
                    ConfigDef.LambdaValidator.with(
                            (name, fields) -> columnsByTable((List<?>) fields), () -> "table.column, several by comma"),
                    ConfigDef.Importance.HIGH,
                    "Columns to pseudonymise, each as table.column.")
            .define(
                    DOMAIN,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new ConfigDef.NonEmptyString(),
                    ConfigDef.Importance.HIGH,
                    "Kind of identifier. Equal identifiers get equal pseudonyms within a domain only.")
            .define(
                    KEY,
                    ConfigDef.Type.PASSWORD,
                    ConfigDef.NO_DEFAULT_VALUE,
                    ConfigDef.LambdaValidator.with(
                            (name, key) -> key(DEFAULT_KEY_VERSION, (Password) key),
                            () -> "32 or more random bytes in base64"),
                    ConfigDef.Importance.HIGH,
                    "Secret key in base64, at least 32 random bytes. Let a config provider hand it over.")
            .define(
                    KEY_VERSION,
                    ConfigDef.Type.STRING,
                    DEFAULT_KEY_VERSION,
                    ConfigDef.Importance.MEDIUM,
                    "Name of the key, one to eight letters or digits. It shows in every pseudonym; a new key needs a new name.")
            .define(
                    PLACEHOLDER,
                    ConfigDef.Type.STRING,
                    "__debezium_unavailable_value",
                    ConfigDef.Importance.LOW,
                    "What the connector writes for an unchanged large value; it passes as it is.");

    private Map<String, RowPseudonymiser> tables = Map.of();

    @Override
    public ConfigDef config() {
        return CONFIG;
    }

    @Override
    public String version() {
        String version = PseudonymTransform.class.getPackage().getImplementationVersion();
        return version == null ? "undefined" : version;
    }

    /**
     * Takes the settings in use.
     *
     * @throws ConfigException if a setting is missing or malformed or the key is weak; the message says what to change
     */
    @Override
    public void configure(Map<String, ?> settings) {
        AbstractConfig config = new AbstractConfig(CONFIG, settings, false);
        PseudonymKey key = key(config.getString(KEY_VERSION), config.getPassword(KEY));
        String domain = config.getString(DOMAIN);
        String placeholder = config.getString(PLACEHOLDER);
        Map<String, RowPseudonymiser> configured = new HashMap<>();
        columnsByTable(config.getList(FIELDS))
                .forEach((table, columns) -> configured.put(
                        table, new RowPseudonymiser(table, Set.copyOf(columns), key, domain, placeholder)));
        tables = Map.copyOf(configured);
    }

    private static PseudonymKey key(String version, Password key) {
        try {
            return PseudonymKey.of(version, key.value());
        } catch (IllegalArgumentException refused) {
            throw new ConfigException(refused.getMessage());
        }
    }

    private static Map<String, Set<String>> columnsByTable(List<?> fields) {
        if (fields.isEmpty()) {
            throw new ConfigException(
                    "'" + FIELDS + "' names no column. Name each as table.column, or remove the transform.");
        }
        Map<String, Set<String>> columns = new HashMap<>();
        for (Object field : fields) {
            Matcher matcher = TABLE_AND_COLUMN.matcher(field.toString());
            if (!matcher.matches()) {
                throw new ConfigException("'" + FIELDS + "' holds '" + field + "'. Write it as table.column.");
            }
            columns.computeIfAbsent(matcher.group(1), table -> new HashSet<>()).add(matcher.group(2));
        }
        return columns;
    }

    @Override
    public R apply(R record) {
        RowPseudonymiser table = tables.get(tableOf(record.topic()));
        if (table == null) {
            return record;
        }
        return record.newRecord(
                record.topic(),
                record.kafkaPartition(),
                table.rewriteSchema(record.keySchema()),
                table.rewrite(record.key()),
                table.rewriteSchema(record.valueSchema()),
                table.rewrite(record.value()),
                record.timestamp());
    }

    private static String tableOf(String topic) {
        return topic.substring(topic.lastIndexOf('.') + 1);
    }

    @Override
    public void close() {}
}
