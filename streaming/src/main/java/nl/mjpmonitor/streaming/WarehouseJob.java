package nl.mjpmonitor.streaming;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.mjpmonitor.streaming.change.ConsumedRecord;
import nl.mjpmonitor.streaming.change.ConsumedRecordSchema;
import nl.mjpmonitor.streaming.change.ContractSources;
import nl.mjpmonitor.streaming.change.RejectedEvent;
import nl.mjpmonitor.streaming.signals.SignalMessageSchema;
import nl.mjpmonitor.streaming.sink.ClickHouseDestination;
import nl.mjpmonitor.streaming.sink.ClickHouseSink;
import nl.mjpmonitor.streaming.sink.DeadLetterSchema;
import nl.mjpmonitor.streaming.sink.FlushPolicy;
import nl.mjpmonitor.streaming.sink.RowDestination;
import nl.mjpmonitor.warehouse.rows.WarehouseTable;
import nl.mjpmonitor.warehouse.thresholds.StreamThresholds;
import nl.mjpmonitor.warehouse.thresholds.Timeline;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the one job of the warehouse: reads the change events of all captured tables and the heartbeats of their systems, and
 * writes the tables of the warehouse.
 *
 * <p>With {@code --embedded true} Flink runs in this process, which ends with a code other than 0 when it cannot start or go on;
 * otherwise the job is submitted to the cluster whose client runs this class. Either way it goes on from the newest completed
 * checkpoint below {@code --state-dir}, and judges by the thresholds that people stored in the warehouse. Options:
 * {@link WarehouseJobOptions#USAGE}.
 */
public final class WarehouseJob {

    static final String NAME = "mjp-warehouse";

    private static final Logger LOG = LoggerFactory.getLogger(WarehouseJob.class);
    private static final int INVALID_OPTIONS = 2;
    private static final int FAILED = 1;
    private static final String CHECKPOINT_FOLDER = "checkpoints/";

    private WarehouseJob() {}

    /**
     * Runs or submits the job.
     *
     * @throws InvalidOptionsException when it is submitted to a cluster with options it cannot use
     */
    public static void main(String[] arguments) throws Exception {
        if (!isEmbedded(arguments)) {
            submit(WarehouseJobOptions.parse(arguments));
            return;
        }
        try {
            EmbeddedFlink.run(WarehouseJobOptions.parse(arguments));
            System.exit(0);
        } catch (InvalidOptionsException refused) {
            LOG.error("{}", refused.getMessage());
            System.exit(INVALID_OPTIONS);
        } catch (Exception failure) {
            // Flink's own threads would keep a process alive that does nothing any more
            LOG.error("The job ended", failure);
            System.exit(FAILED);
        }
    }

    private static boolean isEmbedded(String[] arguments) {
        List<String> all = List.of(arguments);
        int option = all.indexOf("--embedded");
        return option >= 0 && option + 1 < all.size() && all.get(option + 1).equals("true");
    }

    private static void submit(WarehouseJobOptions options) throws Exception {
        CheckpointDirectory checkpoints = checkpoints(options);
        Optional<CheckpointDirectory.Checkpoint> from = restoredFrom(options, checkpoints);
        Configuration settings = FlinkSettings.ofJob(options, checkpoints, from);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        build(environment, options, StoredThresholds.take(options));
        JobClient job = environment.executeAsync(NAME);
        try {
            checkpoints.removeBefore(job, from);
        } catch (IOException | ExecutionException busy) {
            // no reason for the job to end: they stay until the next start
            LOG.warn("The checkpoints of earlier jobs could not be removed", busy);
        }
    }

    static CheckpointDirectory checkpoints(WarehouseJobOptions options) {
        String base = options.stateDirectory().toString();
        String folder = base.endsWith("/") ? base : base + '/';
        return new CheckpointDirectory(URI.create(folder + CHECKPOINT_FOLDER));
    }

    /** @throws InvalidOptionsException when there is no savepoint where one should be */
    static Optional<CheckpointDirectory.Checkpoint> restoredFrom(
            WarehouseJobOptions options, CheckpointDirectory checkpoints) throws IOException {
        WarehouseJobOptions.Restore restore = options.restore();
        Optional<CheckpointDirectory.Checkpoint> from = restore.isNewest() ? checkpoints.newest() : Optional.empty();
        if (restore.savepoint().isPresent()) {
            from = CheckpointDirectory.completedAt(restore.savepoint().get());
            if (from.isEmpty()) {
                throw new InvalidOptionsException(
                        List.of("--restore: " + restore.savepoint().get() + " holds no completed savepoint"));
            }
        }
        LOG.info(
                "{}",
                from.map(checkpoint -> "Goes on from " + checkpoint.location())
                        .orElse("Starts from the beginning of the topics"));
        return from;
    }

    /** Adds the whole job, with its real source and sinks, to an environment. */
    static void build(
            StreamExecutionEnvironment environment,
            WarehouseJobOptions options,
            Timeline<StreamThresholds> thresholds) {
        ContractSources contracts =
                options.contracts().map(ContractSources::read).orElseGet(ContractSources::packaged);
        // compiled here too, so that a faulty contract is refused at start and not by each task again and again
        List<String> topics =
                List.copyOf(contracts.compile(WarehouseWorkflow.ROW_RULES).topics());
        WarehouseWorkflow.build(
                environment
                        .fromSource(source(options, topics), WarehouseWorkflow.watermarks(), "change topics")
                        .uid("change-topics"),
                contracts,
                options.maxEventBytes(),
                thresholds,
                sinks(options));
    }

    /** Topics that do not exist yet are found when they come. */
    private static KafkaSource<ConsumedRecord> source(WarehouseJobOptions options, List<String> topics) {
        Pattern names = Pattern.compile(topics.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        return KafkaSource.<ConsumedRecord>builder()
                .setBootstrapServers(options.bootstrap())
                .setGroupId(options.consumerGroup())
                .setTopicPattern(names)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new ConsumedRecordSchema())
                .setProperty("isolation.level", "read_committed")
                .setProperty("partition.discovery.interval.ms", "2000")
                .setProperty("commit.offsets.on.checkpoint", "true")
                .setProperty("client.id.prefix", NAME)
                .build();
    }

    private static WarehouseSinks sinks(WarehouseJobOptions options) {
        RowDestination.Opener clickHouse = ClickHouseDestination.at(options.clickHouseUrl());
        FlushPolicy policy = FlushPolicy.prompt(options.batchRows(), options.flushInterval());
        FlushPolicy patient = FlushPolicy.patient(options.batchRows(), options.flushInterval());
        return new WarehouseSinks(
                new ClickHouseSink<>(WarehouseTable.CHANGE_EVENT, clickHouse, policy),
                new ClickHouseSink<>(WarehouseTable.MONTHLY_COUNT, clickHouse, policy),
                new ClickHouseSink<>(WarehouseTable.HOTSPOT_LIFE, clickHouse, policy),
                new ClickHouseSink<>(WarehouseTable.CASE_STEP_STATE, clickHouse, policy),
                new ClickHouseSink<>(WarehouseTable.REJECTED_EVENT, clickHouse, policy),
                new ClickHouseSink<>(WarehouseTable.FRESHNESS, clickHouse, patient),
                new ClickHouseSink<>(WarehouseTable.TABLE_NOTICE, clickHouse, policy),
                deadLetters(options),
                new ClickHouseSink<>(WarehouseTable.SIGNAL, clickHouse, policy),
                topicSink(options, new SignalMessageSchema(options.signalTopic())));
    }

    private static KafkaSink<RejectedEvent> deadLetters(WarehouseJobOptions options) {
        return topicSink(options, new DeadLetterSchema(options.rejectedTopic()));
    }

    private static <T> KafkaSink<T> topicSink(
            WarehouseJobOptions options, KafkaRecordSerializationSchema<T> serializer) {
        Properties producer = new Properties();
        producer.setProperty("acks", "all");
        producer.setProperty("enable.idempotence", "true");
        producer.setProperty("compression.type", "lz4");
        return KafkaSink.<T>builder()
                .setBootstrapServers(options.bootstrap())
                .setKafkaProducerConfig(producer)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(serializer)
                .build();
    }
}
