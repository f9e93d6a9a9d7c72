package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records a program of its own, because only the JVM knows what it accepts. */
class RecordedClassesTest {

    private static final String PROGRAM = "greeter";

    @TempDir
    Path folder;

    private Home home = new Home(Path.of(""), Path.of(""), Path.of(""));
    private Path jar = Path.of("");

    @BeforeEach
    void layOutAProgram() throws IOException {
        home = new Home(folder, folder.resolve("state"), folder.resolve("cache"));
        Files.createDirectories(folder.resolve("target/recorded"));
        jar = Files.createDirectories(folder.resolve("lib")).resolve("greeter.jar");
        String entry = Greeter.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream code = Objects.requireNonNull(
                        RecordedClassesTest.class.getClassLoader().getResourceAsStream(entry))) {
            out.putNextEntry(new JarEntry(entry));
            code.transferTo(out);
            out.closeEntry();
        }
    }

    @Test
    void aProgramStartsWithoutWhatWasNotRecorded() throws Exception {
        assertThat(run(RecordedClasses.used(home), "-Xlog:aot"))
                .contains("hello")
                .doesNotContain("Opened AOT cache");
    }

    @Test
    void aProgramStartsFromWhatWasRecorded() throws Exception {
        record();

        assertThat(run(RecordedClasses.used(home), "-Xlog:aot")).contains("hello", "Opened AOT cache");
        assertThat(folder.resolve("target/recorded").toFile().list()).hasSize(2);
    }

    @Test
    void whatWasRecordedDoesNotOutliveItsJars() throws Exception {
        record();
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        assertThat(run(RecordedClasses.used(home), "-Xlog:aot"))
                .contains("hello")
                .doesNotContain("Opened AOT cache");
    }

    @Test
    void nothingIsMadeOfAProgramThatDidNotEndWell() {
        RecordedClasses classes = RecordedClasses.recorded(home);
        command(classes);

        assertThatThrownBy(classes::make).isInstanceOf(LauncherException.class);
        assertThat(classes.file(PROGRAM)).doesNotExist();
    }

    private void record() throws Exception {
        RecordedClasses classes = RecordedClasses.recorded(home);
        run(classes);
        assertThat(classes.make()).containsOnlyKeys(classes.file(PROGRAM));
    }

    private Command command(RecordedClasses classes, String... options) {
        Command.JavaCommand java = Command.java().heap(64);
        List.of(options).forEach(java::option);
        return java.recorded(classes, PROGRAM)
                .run(jar.getParent() + "/*", Greeter.class.getName(), List.of(), Map.of());
    }

    private String run(RecordedClasses classes, String... options) throws Exception {
        Process process = new ProcessBuilder(command(classes, options).arguments())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** A program. */
    static final class Greeter {

        private Greeter() {}

        public static void main(String[] arguments) {
            System.out.println("hello");
        }
    }
}
