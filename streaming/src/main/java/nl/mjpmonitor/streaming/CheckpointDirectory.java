package nl.mjpmonitor.streaming;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * The folder below which Flink keeps checkpoints: {@code <job id>/chk-<number>/_metadata}. Each start of the job has a new job
 * id; the metadata file is put in its place when the checkpoint is complete, so whatever has one can be restored from.
 */
final class CheckpointDirectory {

    private static final Pattern CHECKPOINT_NAME = Pattern.compile("chk-(\\d+)");
    private static final String METADATA = "_metadata";
    private static final Duration STATUS_PAUSE = Duration.ofMillis(200);

    private final Path root;

    /** A completed checkpoint. */
    record Checkpoint(URI location, String jobFolder, long number, long completedAtMillis) {}

    CheckpointDirectory(URI root) {
        this.root = new Path(root);
    }

    URI location() {
        return root.toUri();
    }

    /** The checkpoint that was completed last, by any job; numbers go on rising across restores and decide a tie. */
    Optional<Checkpoint> newest() throws IOException {
        List<Checkpoint> completed = new ArrayList<>();
        FileSystem files = root.getFileSystem();
        for (FileStatus job : list(files, root)) {
            if (job.isDir()) {
                for (FileStatus entry : list(files, job.getPath())) {
                    completed(files, job, entry).ifPresent(completed::add);
                }
            }
        }
        return completed.stream()
                .max(Comparator.comparingLong(Checkpoint::completedAtMillis).thenComparingLong(Checkpoint::number));
    }

    /**
     * Waits until a job runs, and then removes what jobs before it left, but for what it goes on from.
     *
     * @param from what it was restored from
     * @return whether it came to run; nothing was removed when it did not
     */
    boolean removeBefore(JobClient job, Optional<Checkpoint> from)
            throws ExecutionException, InterruptedException, IOException {
        JobStatus status = job.getJobStatus().get();
        while (status != JobStatus.RUNNING && !status.isTerminalState()) {
            Thread.sleep(STATUS_PAUSE.toMillis());
            status = job.getJobStatus().get();
        }
        if (status != JobStatus.RUNNING) {
            return false;
        }
        List<String> kept = new ArrayList<>();
        kept.add(job.getJobID().toString());
        from.ifPresent(checkpoint -> kept.add(checkpoint.jobFolder()));
        removeAllBut(kept);
        return true;
    }

    /**
     * Removes what jobs before this one left. To be called when the job runs: it restored from one of the kept folders, and
     * does not refer to any other.
     *
     * @param keptJobFolders names of the folders to keep
     */
    void removeAllBut(List<String> keptJobFolders) throws IOException {
        FileSystem files = root.getFileSystem();
        for (FileStatus job : list(files, root)) {
            if (job.isDir() && !keptJobFolders.contains(job.getPath().getName())) {
                files.delete(job.getPath(), true);
            }
        }
    }

    /** What can be restored from a folder: a savepoint, or a checkpoint that is not the newest. */
    static Optional<Checkpoint> completedAt(URI location) throws IOException {
        // from its text, which loses a slash at the end
        Path folder = new Path(location.toString());
        Path metadata = new Path(folder, METADATA);
        FileSystem files = folder.getFileSystem();
        if (!files.exists(metadata)) {
            return Optional.empty();
        }
        Path job = folder.getParent();
        return Optional.of(new Checkpoint(
                folder.toUri(),
                job == null ? "" : job.getName(),
                0,
                files.getFileStatus(metadata).getModificationTime()));
    }

    private static Optional<Checkpoint> completed(FileSystem files, FileStatus job, FileStatus entry)
            throws IOException {
        Matcher name = CHECKPOINT_NAME.matcher(entry.getPath().getName());
        Path metadata = new Path(entry.getPath(), METADATA);
        if (!name.matches() || !files.exists(metadata)) {
            return Optional.empty();
        }
        return Optional.of(new Checkpoint(
                entry.getPath().toUri(),
                job.getPath().getName(),
                Long.parseLong(name.group(1)),
                files.getFileStatus(metadata).getModificationTime()));
    }

    private static List<FileStatus> list(FileSystem files, Path folder) throws IOException {
        try {
            FileStatus[] found = files.listStatus(folder);
            return found == null ? List.of() : List.of(found);
        } catch (FileNotFoundException nothingYet) {
            return List.of();
        }
    }
}
