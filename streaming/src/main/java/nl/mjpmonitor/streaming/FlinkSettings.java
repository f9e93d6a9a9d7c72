package nl.mjpmonitor.streaming;

import java.time.Duration;
import java.util.Optional;
import nl.mjpmonitor.streaming.metrics.LoopbackPrometheusReporterFactory;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.RecoveryClaimMode;

/** Flink's settings for this job. */
final class FlinkSettings {

    private static final String LOOPBACK = "127.0.0.1";
    /** A change crosses from task to task two or three times on its way; at each it may wait so long for others to share its buffer. */
    private static final Duration LONGEST_IN_BUFFER = Duration.ofMillis(20);

    private static final int RETAINED_CHECKPOINTS = 2;
    private static final int TOLERATED_CHECKPOINT_FAILURES = 3;

    private FlinkSettings() {}

    /** What holds wherever the job runs. */
    static Configuration ofJob(
            WarehouseJobOptions options,
            CheckpointDirectory checkpoints,
            Optional<CheckpointDirectory.Checkpoint> from) {
        Configuration settings = new Configuration();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, options.parallelism());
        settings.set(PipelineOptions.MAX_PARALLELISM, WarehouseWorkflow.MAX_PARALLELISM);
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        // every type is immutable, so nothing needs to be copied between chained operators
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(ExecutionOptions.BUFFER_TIMEOUT, LONGEST_IN_BUFFER);
        StateStoreOptions.addTo(settings);
        settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                checkpoints.location().toString());
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, options.checkpointInterval());
        settings.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        settings.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, Duration.ofMinutes(2));
        settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, TOLERATED_CHECKPOINT_FAILURES);
        settings.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED_CHECKPOINTS);
        settings.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofMillis(500));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(15));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, 2.0);
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
                Duration.ofMinutes(2));
        from.ifPresent(checkpoint -> {
            settings.set(
                    StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.location().toString());
            // the new job's first checkpoint is complete in itself, so that older folders can be removed
            settings.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.NO_CLAIM);
        });
        return settings;
    }

    /** What holds when Flink runs in this process: small, and reachable from this machine alone. */
    static void addEmbedded(Configuration settings, WarehouseJobOptions options, String temporaryFolder) {
        settings.set(RestOptions.ADDRESS, LOOPBACK);
        settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        settings.set(RestOptions.PORT, options.restPort());
        settings.set(RestOptions.BIND_PORT, Integer.toString(options.restPort()));
        settings.set(WebOptions.SUBMIT_ENABLE, false);
        settings.set(WebOptions.CANCEL_ENABLE, false);
        settings.set(JobManagerOptions.ADDRESS, LOOPBACK);
        settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        settings.set(TaskManagerOptions.HOST, LOOPBACK);
        settings.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        settings.set(BlobServerOptions.PORT, "0");
        settings.set(TaskManagerOptions.NUM_TASK_SLOTS, options.parallelism());
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(128));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        settings.set(SecurityOptions.DELEGATION_TOKENS_ENABLED, false);
        settings.set(CoreOptions.TMP_DIRS, temporaryFolder);
        options.metricsPort().ifPresent(port -> addMetrics(settings, port));
    }

    private static void addMetrics(Configuration settings, int port) {
        String prefix = "metrics.reporter.prometheus.";
        settings.setString("metrics.reporters", "prometheus");
        LoopbackPrometheusReporterFactory.settings().forEach((key, value) -> settings.setString(prefix + key, value));
        settings.setString(prefix + LoopbackPrometheusReporterFactory.PORT, Integer.toString(port));
    }
}
