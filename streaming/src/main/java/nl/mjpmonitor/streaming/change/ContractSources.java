package nl.mjpmonitor.streaming.change;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts of the contracts and of the code lists they refer to, as they travel to the operators. {@link #compile} makes them
 * usable.
 */
public final class ContractSources implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String FOLDER = "contracts";
    private static final String CODES = "codes/";
    private static final String CONTRACT_SUFFIX = ".schema.json";

    /** Text by path relative to the contracts' folder, with forward slashes. */
    private final TreeMap<String, String> texts;

    private ContractSources(SortedMap<String, String> texts) {
        this.texts = new TreeMap<>(texts);
    }

    /**
     * Takes texts as they are.
     *
     * @param texts text by path relative to the contracts' folder
     * @throws IllegalArgumentException when none of them is a contract
     */
    public static ContractSources of(SortedMap<String, String> texts) {
        if (texts.keySet().stream().noneMatch(name -> name.endsWith(CONTRACT_SUFFIX))) {
            throw new IllegalArgumentException(
                    "No contract found: at least one file must be named <system>.<schema>.<table>" + CONTRACT_SUFFIX);
        }
        return new ContractSources(texts);
    }

    /**
     * Reads the contracts of a folder, and the code lists in its folder {@code codes}.
     *
     * @throws IllegalArgumentException when it holds no contract
     * @throws UncheckedIOException when it cannot be read
     */
    public static ContractSources read(Path folder) {
        TreeMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(CONTRACT_SUFFIX) || name.startsWith(CODES)) {
                    texts.put(name, Files.readString(file));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Contracts in " + folder + " cannot be read", unreadable);
        }
        return of(texts);
    }

    /** Reads the contracts that the job's own jar carries. */
    public static ContractSources packaged() {
        try {
            URI home = ContractSources.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path path = Path.of(home);
            if (Files.isDirectory(path)) {
                return read(path.resolve(FOLDER));
            }
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                return read(jar.getPath(FOLDER));
            }
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalStateException("The contracts in the job's jar cannot be read", unreadable);
        }
    }

    /** Names of the files that are contracts, in a stable order. */
    List<String> contractNames() {
        return texts.keySet().stream()
                .filter(name -> name.endsWith(CONTRACT_SUFFIX))
                .toList();
    }

    /** All texts, by path relative to the contracts' folder. */
    SortedMap<String, String> texts() {
        return texts;
    }

    /**
     * Compiles every contract.
     *
     * @param rules rules about rows that a schema cannot say, each with the table it is about
     * @throws IllegalArgumentException when one of them is no usable contract; the message says which and what to change
     */
    public Contracts compile(List<RowRule> rules) {
        return new Contracts(this, rules);
    }
}
