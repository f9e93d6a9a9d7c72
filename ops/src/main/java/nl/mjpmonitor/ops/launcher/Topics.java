package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The topics of the chain, derived from the contracts: one for each captured table, one or two for each system, one for what was rejected,
 * one for signals.
 *
 * <p>One partition keeps the order of a key; append time is the moment the warehouse knew, the same at every replay. What the log of
 * truth is made from is kept for ever.
 */
final class Topics {

    static final String REJECTED = "mjp.rejected";
    static final String SIGNALS = "mjp.signalen";

    private static final Duration HEARTBEATS_KEPT = Duration.ofDays(1);
    private static final Duration TRANSACTIONS_KEPT = Duration.ofDays(7);
    private static final String FOR_EVER = "-1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> retentionByTopic = new LinkedHashMap<>();

    private Topics() {}

    /** The topics that a folder of contracts asks for. */
    static Topics of(Path contracts) throws IOException {
        Topics topics = new Topics();
        TreeSet<String> systems = new TreeSet<>();
        TreeSet<String> systemsWithTransactions = new TreeSet<>();
        for (Path file : contractFiles(contracts)) {
            JsonNode contract = JSON.readTree(file);
            String system = contract.path("x-system").asString("");
            topics.retentionByTopic.put(
                    "%s.%s.%s"
                            .formatted(
                                    system,
                                    contract.path("x-schema").asString(""),
                                    contract.path("x-table").asString("")),
                    FOR_EVER);
            systems.add(system);
            if (!contract.path("x-envelope").asString("").equals("flat")) {
                systemsWithTransactions.add(system);
            }
        }
        for (String system : systems) {
            topics.retentionByTopic.put("__debezium-heartbeat." + system, Long.toString(HEARTBEATS_KEPT.toMillis()));
        }
        for (String system : systemsWithTransactions) {
            topics.retentionByTopic.put(system + ".transaction", Long.toString(TRANSACTIONS_KEPT.toMillis()));
        }
        topics.retentionByTopic.put(REJECTED, FOR_EVER);
        topics.retentionByTopic.put(SIGNALS, FOR_EVER);
        return topics;
    }

    List<String> names() {
        return List.copyOf(retentionByTopic.keySet());
    }

    /** Creates those that are not there yet, with as many copies as the brokers keep of everything. */
    void create(Admin admin) throws InterruptedException, ExecutionException {
        List<NewTopic> wanted = retentionByTopic.entrySet().stream()
                .map(entry -> new NewTopic(entry.getKey(), Optional.of(1), Optional.empty())
                        .configs(settings(entry.getValue())))
                .toList();
        for (var creation : admin.createTopics(wanted).values().values()) {
            try {
                creation.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static Map<String, String> settings(String retention) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                retention,
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime");
    }

    private static List<Path> contractFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList();
        }
    }
}
