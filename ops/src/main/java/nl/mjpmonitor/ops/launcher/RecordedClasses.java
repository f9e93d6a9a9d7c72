package nl.mjpmonitor.ops.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Classes of programs as an earlier run had read, checked and linked them, with what that run learned of their methods (the AOT cache of
 * the JVM, JEP 514 and 515). A program that starts with them takes a fraction of the processor time. {@link Recording} makes them.
 *
 * <p>What was recorded fits the jars and the JVM of its recording only, and is not used with others; the JVM itself refuses one that
 * does not fit its options, and starts without.
 *
 * @see <a href="../../../../../../../../docs/decisions/0040-the-dashboard-starts-from-recorded-classes.md">decision 0040</a>
 */
final class RecordedClasses {

    private static final Logger LOG = LoggerFactory.getLogger(RecordedClasses.class);

    /** Making a file is the work of one thread. */
    private static final int MADE_AT_ONCE = 2;

    /** What a program recorded, and the file that is being made of it. */
    private static final String RECORDING = ".recording";

    private static final String FRESH = ".fresh";

    /** What a recording JVM did, for making a file of it: the same command without the program. */
    private record Recorded(List<String> options, String classPath) {}

    private final Path folder;
    private final boolean isRecording;
    private final Map<String, Recorded> recorded = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private RecordedClasses(Path folder, boolean isRecording) {
        this.folder = folder;
        this.isRecording = isRecording;
    }

    /** Has programs start from what was recorded, as far as it was. */
    static RecordedClasses used(Home home) {
        return new RecordedClasses(folder(home), false);
    }

    /** Has programs record; {@link #make} makes files of that. */
    static RecordedClasses recorded(Home home) {
        return new RecordedClasses(folder(home), true);
    }

    boolean isRecording() {
        return isRecording;
    }

    /**
     * The options with which a JVM uses what was recorded of a program, or records it.
     *
     * @param program the same name for all processes that share what is recorded
     * @param options the other options of the JVM
     * @param classPath its class path, or its executable jar
     */
    List<String> options(String program, List<String> options, String classPath) {
        if (isRecording) {
            createFolder();
            recorded.put(program, new Recorded(List.copyOf(options), classPath));
            return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + configuration(program));
        }
        try {
            if (Files.exists(file(program)) && Files.readString(note(program)).equals(origin(classPath))) {
                return List.of("-XX:AOTCache=" + file(program));
            }
        } catch (IOException e) {
            LOG.warn("What was recorded of {} cannot be read: {}", program, e.getMessage());
        }
        if (told.add(program)) {
            LOG.info("{} starts without recorded classes; ops/build records them.", program);
        }
        return List.of();
    }

    /**
     * Makes the files of all programs that recorded and have ended since. One that could not be made is left out and logged.
     *
     * @return the files, with the time that each took
     * @throws LauncherException when none came of it
     */
    Map<Path, Duration> make() throws InterruptedException {
        Map<Path, Duration> made = new ConcurrentHashMap<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(MADE_AT_ONCE)) {
            List<Future<?>> all = new ArrayList<>();
            recorded.forEach((program, what) -> all.add(workers.submit(() -> {
                Instant begin = Instant.now();
                make(program, what);
                made.put(file(program), Duration.between(begin, Instant.now()));
                return program;
            })));
            for (Future<?> one : all) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    LOG.warn("{}", e.getCause() == null ? e : e.getCause().getMessage());
                }
            }
        }
        if (made.isEmpty()) {
            throw new LauncherException("Nothing was recorded; see %s.".formatted(folder));
        }
        return made;
    }

    private void make(String program, Recorded what) throws IOException, InterruptedException {
        Path fresh = folder.resolve(program + FRESH);
        Path log = folder.resolve(program + ".log");
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(what.options());
        line.addAll(List.of(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + configuration(program),
                "-XX:AOTCache=" + fresh,
                "-cp",
                what.classPath()));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = process.waitFor();
        Files.deleteIfExists(configuration(program));
        if (code != 0 || !Files.exists(fresh)) {
            throw new LauncherException("Nothing was recorded of %s; see %s.".formatted(program, log));
        }
        Files.writeString(note(program), origin(what.classPath()));
        Files.move(fresh, file(program), StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(log);
    }

    /** Removes what programs recorded of which no file was made. Nobody may be recording. */
    static void removeUnfinished(Home home) throws IOException {
        Path folder = folder(home);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(RecordedClasses::isUnfinished).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isUnfinished(Path file) {
        return file.toString().endsWith(RECORDING) || file.toString().endsWith(FRESH);
    }

    private void createFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the classes of a program for this JVM are kept. */
    Path file(String program) {
        return folder.resolve("%s-%s.aot".formatted(program, Runtime.version()));
    }

    private Path note(String program) {
        return folder.resolve("%s-%s.made-of".formatted(program, Runtime.version()));
    }

    private Path configuration(String program) {
        return folder.resolve(program + RECORDING);
    }

    private static Path folder(Home home) {
        return home.repository().resolve("target").resolve("recorded");
    }

    /** The jars of a class path, each with its size and age. */
    private static String origin(String classPath) {
        List<String> jars = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (entry.endsWith("/*")) {
                jars.addAll(jarsIn(Path.of(entry.substring(0, entry.length() - 2))));
            } else {
                jars.add(described(Path.of(entry)));
            }
        }
        return String.join(System.lineSeparator(), jars);
    }

    private static List<String> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(RecordedClasses::described)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String described(Path jar) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            return "%s %d bytes of %s".formatted(jar, attributes.size(), attributes.lastModifiedTime());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
