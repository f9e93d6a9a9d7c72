package nl.mjpmonitor.warehouse.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
     * @throws IllegalStateException when there is no such folder
     */
    public static List<PackagedFile> below(String folder) {
        URL location = PackagedFiles.class.getClassLoader().getResource(folder + "/");
        if (location == null) {
            throw new IllegalStateException("Nothing is packaged below " + folder);
        }
        try {
            return paths(location, folder).stream()
                    .sorted()
                    .map(PackagedFiles::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The files below " + folder + " cannot be read", failure);
        }
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

    private static List<String> paths(URL location, String folder) throws IOException {
        URLConnection connection = location.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder + "/"))
                    .map(entry -> entry.getName())
                    .toList();
        }
        Path root = Path.of(uri(location));
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder + "/" + root.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static URI uri(URL location) {
        try {
            return location.toURI();
        } catch (URISyntaxException failure) {
            throw new IllegalStateException("Not a location of files: " + location, failure);
        }
    }
}
