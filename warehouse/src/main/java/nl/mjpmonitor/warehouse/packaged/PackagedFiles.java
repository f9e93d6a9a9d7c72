package nl.mjpmonitor.warehouse.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Finds the files that are packaged with this module, whether it runs from a folder of classes, from its jar, from a
 * shaded jar or from a jar within an executable jar.
 */
public final class PackagedFiles {

    private PackagedFiles() {}

    /**
     * All files below a folder, ordered by path.
     *
     * @param folder path without slashes at the ends
     * @throws IllegalStateException when there are none
     */
    public static List<PackagedFile> below(String folder) {
        List<String> paths;
        try {
            paths = paths(folder + "/");
        } catch (IOException failure) {
            throw new UncheckedIOException("The files below " + folder + " cannot be listed", failure);
        }
        if (paths.isEmpty()) {
            throw new IllegalStateException("Nothing is packaged below " + folder);
        }
        return paths.stream().sorted().map(PackagedFiles::read).toList();
    }

    /**
     * One file.
     *
     * @throws IllegalStateException when there is no such file
     */
    public static PackagedFile read(String path) {
        try (InputStream resource = PackagedFiles.class.getClassLoader().getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalStateException("Not packaged: " + path);
            }
            return new PackagedFile(path, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(path + " cannot be read", failure);
        }
    }

    /** Starts from the place of this class: a jar need not list its folders. */
    private static List<String> paths(String prefix) throws IOException {
        String name = PackagedFiles.class.getName().replace('.', '/') + ".class";
        URL self = Objects.requireNonNull(PackagedFiles.class.getResource("/" + name));
        if (self.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                    .map(ZipEntry::getName)
                    .toList();
        }
        Path root =
                Path.of(URI.create(self.toString().substring(0, self.toString().length() - name.length())));
        Path folder = root.resolve(prefix);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
