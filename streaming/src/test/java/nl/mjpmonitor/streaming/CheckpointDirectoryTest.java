package nl.mjpmonitor.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointDirectoryTest {

    @TempDir
    private Path folder;

    private CheckpointDirectory checkpoints;

    @BeforeEach
    void makeDirectory() {
        checkpoints = new CheckpointDirectory(folder.toUri());
    }

    @Test
    void thereIsNoneBeforeTheFirstStart() throws IOException {
        assertThat(new CheckpointDirectory(folder.resolve("nothing").toUri()).newest())
                .isEmpty();
        assertThat(checkpoints.newest()).isEmpty();
    }

    @Test
    void theNewestIsFoundAcrossJobs() throws IOException {
        completed("job-b", 57, 1_000);
        completed("job-a", 58, 3_000);
        completed("job-a", 59, 2_000);

        assertThat(checkpoints.newest()).get().satisfies(newest -> {
            assertThat(newest.number()).isEqualTo(58);
            assertThat(newest.jobFolder()).isEqualTo("job-a");
            assertThat(newest.location().toString()).endsWith("job-a/chk-58");
        });
    }

    @Test
    void ofTwoOfOneMomentTheHigherNumberIsNewer() throws IOException {
        completed("job-a", 9, 1_000);
        completed("job-b", 10, 1_000);

        assertThat(checkpoints.newest()).get().extracting("number").isEqualTo(10L);
    }

    @Test
    void anUnfinishedOneIsPassedOver() throws IOException {
        completed("job-a", 1, 1_000);
        Files.createDirectories(folder.resolve("job-a/chk-2"));
        Files.createDirectories(folder.resolve("job-a/shared"));

        assertThat(checkpoints.newest()).get().extracting("number").isEqualTo(1L);
    }

    @Test
    void aSavepointIsFoundWhereverItIs() throws IOException {
        completed("job-a", 1, 1_000);
        Files.createDirectories(folder.resolve("job-a/chk-2"));

        assertThat(CheckpointDirectory.completedAt(folder.resolve("job-a/chk-1").toUri()))
                .get()
                .satisfies(found -> assertThat(found.jobFolder()).isEqualTo("job-a"));
        assertThat(CheckpointDirectory.completedAt(folder.resolve("job-a/chk-2").toUri()))
                .isEmpty();
        assertThat(CheckpointDirectory.completedAt(folder.resolve("nothing").toUri()))
                .isEmpty();
    }

    @Test
    void whatOlderJobsLeftIsRemoved() throws IOException {
        completed("job-a", 1, 1_000);
        completed("job-b", 2, 2_000);
        completed("job-c", 3, 3_000);

        checkpoints.removeAllBut(List.of("job-b", "job-c"));

        assertThat(folder.resolve("job-a")).doesNotExist();
        assertThat(folder.resolve("job-b/chk-2/_metadata")).exists();
        assertThat(folder.resolve("job-c/chk-3/_metadata")).exists();
    }

    private void completed(String job, long number, long atMillis) throws IOException {
        Path checkpoint = Files.createDirectories(folder.resolve(job).resolve("chk-" + number));
        Path metadata = Files.createFile(checkpoint.resolve("_metadata"));
        Files.setLastModifiedTime(metadata, FileTime.fromMillis(atMillis));
    }
}
