package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardProgramTest {

    @TempDir
    Path folder;

    @Test
    void aJarIsLaidOutOnce() throws Exception {
        Path jar = jar();
        Path program = DashboardProgram.of(jar).jar();
        FileTime laidOutAt = Files.getLastModifiedTime(program.resolveSibling("lib"));
        assertThat(program).isRegularFile().isNotEqualTo(jar);
        assertThat(DashboardProgram.of(jar).jar()).isEqualTo(program);
        assertThat(Files.getLastModifiedTime(program.resolveSibling("lib"))).isEqualTo(laidOutAt);
    }

    @Test
    void aNewJarIsLaidOutAnew() throws Exception {
        Path jar = jar();
        Path old = DashboardProgram.of(jar).jar().resolveSibling("old");
        Files.createFile(old);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        DashboardProgram next = DashboardProgram.of(jar);
        assertThat(old).doesNotExist();
        assertThat(next.jar()).isRegularFile();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("dashboard-1.jar", "program");
    }

    @Test
    void aJarThatCannotBeLaidOutStartsAsItIs() throws Exception {
        Path jar = Files.writeString(folder.resolve("dashboard-1.jar"), "not a jar");
        DashboardProgram program = DashboardProgram.of(jar);
        assertThat(program.jar()).isEqualTo(jar);
        assertThat(arguments(program)).containsSubsequence("-jar", jar.toString());
        assertThat(folder.toFile().list()).containsExactly("dashboard-1.jar");
    }

    private static List<String> arguments(DashboardProgram program) {
        return program.command(Command.java(), Map.of()).arguments();
    }

    /** A jar that can lay itself out, as that of the dashboard can. */
    private Path jar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, LayingOut.class.getName());
        Path jar = folder.resolve("dashboard-1.jar");
        String entry = LayingOut.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = Objects.requireNonNull(
                        DashboardProgramTest.class.getClassLoader().getResourceAsStream(entry))) {
            out.putNextEntry(new JarEntry(entry));
            code.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }

    /** Understands {@code extract --destination FOLDER}. */
    static final class LayingOut {

        private LayingOut() {}

        public static void main(String[] arguments) throws IOException {
            if (!List.of(arguments).subList(0, 2).equals(List.of("extract", "--destination"))) {
                throw new IllegalArgumentException(String.join(" ", arguments));
            }
            Path destination = Files.createDirectories(Path.of(arguments[2]));
            Files.createDirectories(destination.resolve("lib"));
            Path jar = Path.of(System.getProperty("java.class.path"));
            Files.copy(jar, destination.resolve(jar.getFileName()));
        }
    }
}
