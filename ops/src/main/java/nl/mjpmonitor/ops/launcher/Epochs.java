package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The highest epoch that each source ever got. Connect keeps it too, in the definition of the connector, but one that has just been
 * started denies for a moment that it has any connectors; who believed that would begin with the first epoch again, and rows read in it
 * would lose from those of later ones.
 */
final class Epochs {

    private final Path folder;

    /** @param folder of a file for each system; need not be there yet */
    Epochs(Path folder) {
        this.folder = folder;
    }

    /**
     * Empty when no epoch was written down.
     *
     * @throws LauncherException when the file holds none
     */
    OptionalLong of(String system) throws IOException {
        try {
            return OptionalLong.of(Long.parseLong(
                    Files.readString(file(system), StandardCharsets.UTF_8).strip()));
        } catch (NoSuchFileException none) {
            return OptionalLong.empty();
        } catch (NumberFormatException broken) {
            throw new LauncherException(
                    "%s holds no epoch: write the highest one of the system's changes in it.".formatted(file(system)),
                    broken);
        }
    }

    /** Writes an epoch down, to be called before anything comes in it. A lower one than before changes nothing. */
    void raise(String system, long epoch) throws IOException {
        if (of(system).orElse(0) < epoch) {
            Files.createDirectories(folder);
            Secrets.writePrivately(file(system), Long.toString(epoch));
        }
    }

    private Path file(String system) {
        return folder.resolve(system);
    }
}
