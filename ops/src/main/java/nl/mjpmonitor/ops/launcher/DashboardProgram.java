package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dashboard as it starts quickest: its executable jar laid out in a folder beside it, since classes in jars within a jar are found
 * slowly, and cannot be {@linkplain RecordedClasses recorded}. A new jar gets a new folder.
 *
 * @see <a href="../../../../../../../../docs/decisions/0040-the-dashboard-starts-from-recorded-classes.md">decision 0040</a>
 */
final class DashboardProgram {

    private static final Logger LOG = LoggerFactory.getLogger(DashboardProgram.class);
    private static final String OWN_JAR = "dashboard.jar";

    private final Path jar;
    private final Path folder;

    private DashboardProgram(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /**
     * Lays the jar out when that has not been done yet.
     *
     * @return the jar as it is when the folder it lies in cannot be written
     */
    static DashboardProgram of(Path executableJar) throws InterruptedException {
        Path folder = executableJar.resolveSibling("program");
        DashboardProgram laidOut = new DashboardProgram(folder.resolve(OWN_JAR), folder);
        try {
            String origin = origin(executableJar);
            if (!laidOut.isOf(origin)) {
                laidOut.layOut(executableJar, origin);
            }
            return laidOut;
        } catch (IOException e) {
            LOG.warn("{} starts as it is, which takes longer: {}", executableJar, e.getMessage());
            return new DashboardProgram(executableJar, folder);
        }
    }

    /** The jar to start. */
    Path jar() {
        return jar;
    }

    /** The command that starts it. */
    Command command(Command.JavaCommand java, Map<String, String> environment) {
        return java.runJar(jar, List.of(), environment);
    }

    private boolean isOf(String origin) throws IOException {
        Path note = note(folder);
        return Files.exists(note) && Files.readString(note).equals(origin);
    }

    private void layOut(Path executableJar, String origin) throws IOException, InterruptedException {
        Path fresh = Files.createTempDirectory(executableJar.getParent(), "program-");
        try {
            Path log = fresh.resolve("layout.log");
            Command command = Command.java()
                    .option("-Djarmode=tools")
                    .runJar(
                            executableJar,
                            List.of(
                                    "extract",
                                    "--destination",
                                    fresh.resolve("all").toString()),
                            Map.of());
            Process process = new ProcessBuilder(command.arguments())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(
                        "it could not be laid out: " + Files.readString(log).strip());
            }
            Path all = fresh.resolve("all");
            Files.move(all.resolve(executableJar.getFileName()), all.resolve(OWN_JAR));
            Files.writeString(note(all), origin);
            replace(all, origin);
        } finally {
            Folders.delete(fresh);
        }
    }

    /** Another launcher may do the same at the same time: the first wins, and the other finds what it wanted. */
    private void replace(Path all, String origin) throws IOException {
        if (Files.exists(folder)) {
            Path former = Files.createTempDirectory(folder.getParent(), "program-");
            Files.move(folder, former, StandardCopyOption.REPLACE_EXISTING);
            Folders.delete(former);
        }
        try {
            Files.move(all, folder);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            if (!isOf(origin)) {
                throw e;
            }
        }
    }

    private static Path note(Path folder) {
        return folder.resolve("made-of");
    }

    private static String origin(Path jar) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
        return "%s %d bytes of %s".formatted(jar.getFileName(), attributes.size(), attributes.lastModifiedTime());
    }
}
