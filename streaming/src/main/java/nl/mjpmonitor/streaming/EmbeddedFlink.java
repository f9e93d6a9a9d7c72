package nl.mjpmonitor.streaming;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the job with Flink in this process until the job ends or the process is asked to stop. On SIGTERM the job is cancelled
 * in order; its checkpoints stay, and the next start goes on from the newest.
 */
final class EmbeddedFlink {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFlink.class);
    private static final String LOCK_FILE = "lock";
    private static final String TEMPORARY_FOLDER = "tmp";
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);

    private EmbeddedFlink() {}

    /**
     * Runs the job. Returns when it was cancelled by a stop of this process.
     *
     * @throws IllegalStateException when another process uses the same state directory
     * @throws Exception when Flink cannot start (a port is taken) or the job cannot go on
     */
    static void run(WarehouseJobOptions options) throws Exception {
        Path state = Files.createDirectories(options.localStateFolder());
        try (FileChannel lockFile = FileChannel.open(
                        state.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(lockFile, state)) {
            LOG.debug("Holds {}", lock);
            runLocked(options, emptied(state.resolve(TEMPORARY_FOLDER)));
        }
    }

    private static void runLocked(WarehouseJobOptions options, Path temporaryFolder) throws Exception {
        requireFree(options.restPort());
        CheckpointDirectory checkpoints = WarehouseJob.checkpoints(options);
        Optional<CheckpointDirectory.Checkpoint> from = WarehouseJob.restoredFrom(options, checkpoints);
        Configuration settings = FlinkSettings.ofJob(options, checkpoints, from);
        FlinkSettings.addEmbedded(settings, options, temporaryFolder.toString());
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(settings);
        WarehouseJob.build(environment, options, StoredThresholds.take(options));
        JobClient job = environment.executeAsync(WarehouseJob.NAME);
        Thread stop = new Thread(() -> cancel(job), "stop-job");
        Runtime.getRuntime().addShutdownHook(stop);
        if (checkpoints.removeBefore(job, from)) {
            LOG.info("The job runs; Flink's pages are at http://127.0.0.1:{}", options.restPort());
        }
        awaitEnd(job, stop);
    }

    /** Flink finds out too, but only after the warehouse was waited for. */
    private static void requireFree(int port) throws IOException {
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    /** The lock is released by the operating system when the process ends, however it ends. */
    private static FileLock lock(FileChannel file, Path state) throws IOException {
        FileLock lock = file.tryLock();
        if (lock == null) {
            throw new IllegalStateException(
                    "Another process uses " + state + ": stop it, or give this one another --state-dir");
        }
        return lock;
    }

    /** What a killed process left there is of no use: state is restored from checkpoints. */
    private static Path emptied(Path folder) throws IOException {
        FileUtils.deleteDirectory(folder.toFile());
        return Files.createDirectories(folder);
    }

    private static void awaitEnd(JobClient job, Thread stop) throws Exception {
        try {
            job.getJobExecutionResult().get();
        } catch (ExecutionException ended) {
            if (stop.getState() == Thread.State.NEW) {
                throw ended;
            }
            LOG.info("The job was stopped; its checkpoints stay");
        }
    }

    private static void cancel(JobClient job) {
        try {
            job.cancel().get(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            job.getJobExecutionResult()
                    .handle((result, failure) -> true)
                    .get(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | IllegalStateException alreadyEnded) {
            LOG.info("The job did not have to be cancelled, or did not end in time: {}", alreadyEnded.toString());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
