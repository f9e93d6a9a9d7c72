package nl.mjpmonitor.warehouse.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedFilesTest {

    @Test
    void findsFilesOfAllDepthsInOrderOfPath() {
        List<PackagedFile> files = PackagedFiles.below("catalogue");

        assertThat(files)
                .extracting(PackagedFile::path)
                .contains("catalogue/indicator.schema.json", "catalogue/criminaliteit/straatroof.yaml")
                .isSorted();
        assertThat(files).allSatisfy(file -> assertThat(file.text()).isNotEmpty());
    }

    @Test
    void readsUtf8() {
        assertThat(PackagedFiles.read("sql/migrations/025_core_area_rows.csv").text())
                .contains("Belvédère");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PackagedFiles.below("nowhere"))
                .withMessageContaining("nowhere");
        assertThatIllegalStateException()
                .isThrownBy(() -> PackagedFiles.read("nowhere.txt"))
                .withMessageContaining("nowhere.txt");
    }

    @Test
    void findsFilesInAJarThatListsNoFolders(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("warehouse with space.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            copyClass(entries, PackagedFiles.class);
            copyClass(entries, PackagedFile.class);
            add(entries, "catalogue/b/two.yaml", "id: twee".getBytes(StandardCharsets.UTF_8));
            add(entries, "catalogue/a/one.yaml", "id: één".getBytes(StandardCharsets.UTF_8));
            add(entries, "catalogues/not.yaml", new byte[0]);
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Object files = loader.loadClass(PackagedFiles.class.getName())
                    .getMethod("below", String.class)
                    .invoke(null, "catalogue");

            assertThat(files)
                    .hasToString("[PackagedFile[path=catalogue/a/one.yaml, text=id: één],"
                            + " PackagedFile[path=catalogue/b/two.yaml, text=id: twee]]");
        }
    }

    @Test
    void fileKnowsItsNameAndFolder() {
        PackagedFile file = new PackagedFile("catalogue/criminaliteit/straatroof.yaml", "");

        assertThat(file.name()).isEqualTo("straatroof.yaml");
        assertThat(file.folder()).isEqualTo("catalogue/criminaliteit");
        assertThat(new PackagedFile("schema.sql", "").folder()).isEmpty();
    }

    private static void copyClass(JarOutputStream entries, Class<?> type) throws IOException {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream bytes = type.getResourceAsStream("/" + path)) {
            add(entries, path, bytes.readAllBytes());
        }
    }

    private static void add(JarOutputStream entries, String path, byte[] bytes) throws IOException {
        entries.putNextEntry(new JarEntry(path));
        entries.write(bytes);
        entries.closeEntry();
    }
}
