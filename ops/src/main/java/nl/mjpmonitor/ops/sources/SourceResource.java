package nl.mjpmonitor.ops.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the resources of a source system, which lie beside its classes. */
public final class SourceResource {
    private SourceResource() {}

    /**
     * The whole text of a resource.
     *
     * @throws IllegalStateException if it is not in the jar
     */
    public static String text(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + name + " of " + owner.getName() + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + name + " of " + owner.getName(), e);
        }
    }

    /** The lines of a resource, without comments and header, each in its parts; an empty part stays. */
    public static List<List<String>> lines(Class<?> owner, String name, char separator) {
        String parts = Pattern.quote(String.valueOf(separator));
        return text(owner, name)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> List.of(line.split(parts, -1)))
                .toList();
    }
}
