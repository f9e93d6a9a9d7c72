package nl.mjpmonitor.warehouse.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;

/**
 * The reference files of this installation: the packaged ones, of which a folder of the municipality's own may replace
 * any. The folder stands in the environment as {@value #FOLDER}; the assignment of buurten to LWA areas, for one, is not
 * public and is given this way.
 */
public final class ReferenceFiles {

    /** Name of the environment variable that names the folder. */
    public static final String FOLDER = "MJP_REFERENCE";

    private static final String PACKAGED = "reference";

    private final Optional<Path> folder;

    private ReferenceFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /** The packaged files alone. */
    public static ReferenceFiles packaged() {
        return new ReferenceFiles(Optional.empty());
    }

    /**
     * The files as the environment asks for them.
     *
     * @throws ReferenceException when it names a folder that is not there, or one with a file that is no reference file
     */
    public static ReferenceFiles of(Map<String, String> environment) {
        String folder = environment.getOrDefault(FOLDER, "");
        return folder.isBlank() ? packaged() : in(Path.of(folder));
    }

    /**
     * The packaged files, replaced by those in the folder.
     *
     * @throws ReferenceException as {@link #of}
     */
    public static ReferenceFiles in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ReferenceException(
                    List.of(folder + " is not a folder; let " + FOLDER + " name one that exists, or leave it out"));
        }
        Set<String> known =
                PackagedFiles.below(PACKAGED).stream().map(PackagedFile::name).collect(Collectors.toUnmodifiableSet());
        List<String> problems;
        try (Stream<Path> files = Files.list(folder)) {
            problems = files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> !known.contains(String.valueOf(file.getFileName())))
                    .sorted()
                    .map(file -> file + ":1: this is no reference file; name it one of "
                            + known.stream().sorted().collect(Collectors.joining(", ")) + ", or take it away")
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(folder + " cannot be listed", failure);
        }
        if (!problems.isEmpty()) {
            throw new ReferenceException(problems);
        }
        return new ReferenceFiles(Optional.of(folder));
    }

    /**
     * One file.
     *
     * @param name file name, such as {@code lwa.csv}
     */
    public ReferenceFile read(String name) {
        Optional<Path> own = folder.map(path -> path.resolve(name)).filter(Files::isRegularFile);
        if (own.isEmpty()) {
            PackagedFile packaged = PackagedFiles.read(PACKAGED + "/" + name);
            return new ReferenceFile(packaged.path(), packaged.text());
        }
        try {
            return new ReferenceFile(own.get().toString(), Files.readString(own.get()));
        } catch (IOException failure) {
            throw new UncheckedIOException(own.get() + " cannot be read; save it as UTF-8", failure);
        }
    }
}
