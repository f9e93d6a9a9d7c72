package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one stack lives: the repository it was built from, the state it keeps, and the cache of things fetched once.
 *
 * @param repository root of the sources and build results
 * @param state everything that must survive a restart; removing it is starting afresh
 * @param cache what can be fetched again: PostgreSQL, the ClickHouse engine
 * @param contracts the contracts that the stream holds its sources to; elsewhere than in the repository when one is mended
 */
public record Home(Path repository, Path state, Path cache, Path contracts) {

    /** Makes the paths absolute, so that no component depends on the folder it was started from. */
    public Home {
        repository = repository.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        contracts = contracts.toAbsolutePath().normalize();
    }

    /** A home with the repository's own contracts. */
    public Home(Path repository, Path state, Path cache) {
        this(repository, state, cache, repository.resolve("ingest").resolve("contracts"));
    }

    /**
     * The home of this process: the repository from the system property {@code mjp.repository} or, without it, the nearest folder
     * upwards that holds {@code ops/run}; the state from {@code MJP_STATE}, the cache from {@code MJP_CACHE}, the contracts from
     * {@code MJP_CONTRACTS}.
     *
     * @throws IllegalStateException when no repository is found
     */
    public static Home discover(Map<String, String> environment) {
        Path repository = findRepository();
        String state = environment.get("MJP_STATE");
        String contracts = environment.get("MJP_CONTRACTS");
        Home home = new Home(
                repository, state == null ? repository.resolve("state") : Path.of(state), cacheFolder(environment));
        return contracts == null ? home : home.withContracts(Path.of(contracts));
    }

    /** The same repository and cache with the state elsewhere; for tests that run beside a running stack. */
    public Home withState(Path elsewhere) {
        return new Home(repository, elsewhere, cache, contracts);
    }

    /** The same home with other contracts. */
    public Home withContracts(Path elsewhere) {
        return new Home(repository, state, cache, elsewhere);
    }

    /** The state folder of a component. */
    Path folder(String component) {
        return state.resolve(component);
    }

    Path logs() {
        return state.resolve("logs");
    }

    Path log(String component) {
        return logs().resolve(component + ".log");
    }

    Path pidFile(String component) {
        return state.resolve("pids").resolve(component + ".pid");
    }

    Path secrets() {
        return state.resolve("secrets");
    }

    /** Held as long as a launcher runs on this state. */
    Path lock() {
        return state.resolve("launcher.lock");
    }

    /** What is running on this state, for the other commands. */
    Path description() {
        return state.resolve("stack.json");
    }

    /** Creates the state folder, closed to other users: it holds pseudonymised rows and secrets. */
    void createState() throws IOException {
        createPrivateFolder(state);
        Files.createDirectories(logs());
        Files.createDirectories(state.resolve("pids"));
        createPrivateFolder(secrets());
    }

    private static void createPrivateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static Path cacheFolder(Map<String, String> environment) {
        String given = environment.get("MJP_CACHE");
        if (given != null) {
            return Path.of(given);
        }
        String shared = environment.get("XDG_CACHE_HOME");
        Path caches = shared == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(shared);
        return caches.resolve("mjp-monitor");
    }

    private static Path findRepository() {
        String given = System.getProperty("mjp.repository");
        if (given != null) {
            return Path.of(given);
        }
        @Nullable Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("ops").resolve("run"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "No MJP-monitor repository at or above " + Path.of("").toAbsolutePath());
        }
        return folder;
    }
}
