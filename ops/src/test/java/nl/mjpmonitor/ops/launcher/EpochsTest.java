package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochsTest {

    @TempDir
    private Path folder;

    @Test
    void aSystemWithoutAnEpochHasNone() throws IOException {
        assertThat(new Epochs(folder.resolve("missing")).of("melddesk")).isEmpty();
    }

    @Test
    void anEpochIsKnownToWhoComesLater() throws IOException {
        new Epochs(folder.resolve("epochs")).raise("melddesk", 3);

        assertThat(new Epochs(folder.resolve("epochs")).of("melddesk")).hasValue(3);
        assertThat(new Epochs(folder.resolve("epochs")).of("pmg")).isEmpty();
    }

    @Test
    void anEpochNeverGoesDown() throws IOException {
        Epochs epochs = new Epochs(folder);
        epochs.raise("melddesk", 3);
        epochs.raise("melddesk", 1);

        assertThat(epochs.of("melddesk")).hasValue(3);
    }

    @Test
    void aFileThatHoldsNoneIsNamed() throws IOException {
        Files.writeString(folder.resolve("melddesk"), "three");

        assertThatThrownBy(() -> new Epochs(folder).of("melddesk"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining(folder.resolve("melddesk").toString());
    }
}
