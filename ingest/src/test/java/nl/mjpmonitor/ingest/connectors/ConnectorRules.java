package nl.mjpmonitor.ingest.connectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.mjpmonitor.ingest.capture.CaptureConnector;
import nl.mjpmonitor.ingest.capture.ChangeConverter;
import nl.mjpmonitor.ingest.opendata.OpenDataSourceConnector;

/** What every connector definition must keep: delivery, minimisation and secrecy depend on it. */
final class ConnectorRules {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file|dir|vault):[^}]+}");
    private static final Set<String> SECRET_NAMES = Set.of("password", "secret", "token", "credential", "key");
    private static final Set<String> NOT_SECRET =
            Set.of("key.converter", "message.key.columns", "key.version", "key.converter.schemas.enable");
    /** What Debezium leaves out when it logs all settings of a task, those of transforms too. */
    private static final Pattern HIDDEN_IN_LOGS = Pattern.compile("(?i).*(secret|password)");

    private static final Pattern INLINE_ADDRESS = Pattern.compile("(?i)localhost|127\\.0\\.0\\.1|://|@");

    /** Settings with the only values that are safe, for every connector. */
    private static final Map<String, String> REQUIRED = Map.ofEntries(
            // exactly once into Kafka
            Map.entry("exactly.once.support", "required"),
            Map.entry("transaction.boundary", "poll"),
            Map.entry("errors.tolerance", "none"),
            Map.entry("tasks.max", "1"),
            // topics are never compacted nor expired, and know when they got a record
            Map.entry("topic.creation.default.partitions", "1"),
            Map.entry("topic.creation.default.cleanup.policy", "delete"),
            Map.entry("topic.creation.default.retention.ms", "-1"),
            Map.entry("topic.creation.default.message.timestamp.type", "LogAppendTime"),
            Map.entry("topic.creation.heartbeat.message.timestamp.type", "LogAppendTime"));

    /** The same for one that captures a database. */
    private static final Map<String, String> REQUIRED_OF_DEBEZIUM = Map.ofEntries(
            Map.entry("connector.class", CaptureConnector.class.getName()),
            // what the stream reads
            Map.entry("key.converter", ChangeConverter.class.getName()),
            Map.entry("value.converter", ChangeConverter.class.getName()),
            Map.entry("provide.transaction.metadata", "true"),
            Map.entry("tombstones.on.delete", "true"),
            Map.entry("event.processing.failure.handling.mode", "fail"),
            Map.entry("skipped.operations", "none"),
            Map.entry("snapshot.mode", "initial"),
            Map.entry("slot.drop.on.stop", "false"),
            // a slot that was made anew has a gap before it: stop, don't go on
            Map.entry("offset.mismatch.strategy", "trust_offset"),
            // minimisation: the source decides what leaves
            Map.entry("publication.autocreate.mode", "disabled"),
            Map.entry("plugin.name", "pgoutput"),
            Map.entry("time.precision.mode", "isostring"),
            Map.entry("decimal.handling.mode", "string"),
            Map.entry("unavailable.value.placeholder", "__debezium_unavailable_value"));

    /** The same for any other. */
    private static final Map<String, String> REQUIRED_OF_OTHERS = Map.ofEntries(
            Map.entry("key.converter", "org.apache.kafka.connect.json.JsonConverter"),
            Map.entry("key.converter.schemas.enable", "false"),
            Map.entry("value.converter", "org.apache.kafka.connect.json.JsonConverter"),
            Map.entry("value.converter.schemas.enable", "false"));

    private static final Set<String> FORBIDDEN = Set.of(
            // changes the key, so that deletes no longer find their row
            "message.key.columns",
            // lets a column out that nobody named
            "column.exclude.list",
            "table.exclude.list",
            // lets the driver move the slot past the stored offset: the connector refuses to start after a crash
            "lsn.flush.mode",
            "flush.lsn.source");

    private ConnectorRules() {}

    /** What a definition breaks, one sentence each; empty when it keeps all rules. */
    static List<String> broken(String name, Map<String, String> config) {
        List<String> broken = new ArrayList<>();
        Map<String, String> sorted = new TreeMap<>(config);
        Map<String, String> required = new TreeMap<>(REQUIRED);
        required.putAll(capturesADatabase(config) ? REQUIRED_OF_DEBEZIUM : REQUIRED_OF_OTHERS);
        required.forEach((setting, value) -> {
            if (!value.equals(config.get(setting))) {
                broken.add(setting + " must be " + value);
            }
        });
        FORBIDDEN.stream()
                .sorted()
                .filter(config::containsKey)
                .forEach(setting -> broken.add(setting + " must be absent"));
        sorted.forEach((setting, value) -> {
            if (isSecret(setting) && !REFERENCE.matcher(value).matches()) {
                broken.add(setting + " must come from a config provider");
            }
            if (isSecret(setting) && !HIDDEN_IN_LOGS.matcher(setting).matches()) {
                broken.add(setting + " must be named so that Debezium hides it when it logs its settings");
            }
            if (INLINE_ADDRESS.matcher(value).find()) {
                broken.add(setting + " must not hold an address");
            }
            if (setting.toLowerCase(Locale.ROOT).contains("salt")) {
                broken.add(setting + " puts a secret into the name of a setting");
            }
        });
        requireThat(broken, config, "topic.prefix", name::equals, "must be " + name);
        requireThat(broken, config, "heartbeat.interval.ms", value -> Long.parseLong(value) > 0, "must be positive");
        requireThat(broken, config, "transforms.epoch.header", "mjp.epoch"::equals, "must be mjp.epoch");
        requireThat(
                broken,
                config,
                "transforms.epoch.value.literal",
                value -> value.matches("[1-9][0-9]*"),
                "must be a whole number");
        if (config.containsKey("transforms.epoch.predicate")) {
            broken.add("transforms.epoch.predicate must be absent: every record carries its epoch");
        }
        if (capturesADatabase(config)) {
            requireOfDebezium(broken, name, config);
        }
        return broken;
    }

    /** Whether a definition is of a connector that reads the log of a database, as opposed to services and files. */
    static boolean capturesADatabase(Map<String, String> config) {
        return !OpenDataSourceConnector.class.getName().equals(config.get("connector.class"));
    }

    private static void requireOfDebezium(List<String> broken, String name, Map<String, String> config) {
        for (String setting : List.of("database.hostname", "database.port")) {
            requireThat(
                    broken,
                    config,
                    setting,
                    value -> REFERENCE.matcher(value).matches(),
                    "must come from a config provider");
        }
        requireThat(broken, config, "slot.name", ("mjp_" + name)::equals, "must be mjp_" + name);
        requireThat(
                broken,
                config,
                "heartbeat.action.query",
                value -> value.contains("pg_logical_emit_message(false, 'mjp.heartbeat'"),
                "must emit a message, or the slot of a quiet source stands still");
    }

    private static boolean isSecret(String setting) {
        String lastWord = setting.substring(setting.lastIndexOf('.') + 1);
        boolean isExempt = NOT_SECRET.stream().anyMatch(setting::endsWith);
        return SECRET_NAMES.contains(lastWord) && !isExempt;
    }

    private static void requireThat(
            List<String> broken, Map<String, String> config, String setting, Predicate<String> rule, String demand) {
        String value = config.get(setting);
        if (value == null || !rule.test(value)) {
            broken.add(setting + " " + demand);
        }
    }
}
