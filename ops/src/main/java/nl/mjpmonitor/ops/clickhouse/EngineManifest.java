package nl.mjpmonitor.ops.clickhouse;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * What was unpacked, written beside it, so that a start need not read half a gigabyte again to know that it is the same.
 *
 * @param integrity of the package it came from
 * @param size of the library in bytes
 * @param modified when the library was last written, in milliseconds since 1970
 * @param digest SHA-512 of the library, hexadecimal
 */
record EngineManifest(String integrity, long size, long modified, String digest) {

    private static final String FILE = "engine.properties";

    static EngineManifest of(Path library, String integrity) throws IOException {
        return new EngineManifest(
                integrity,
                Files.size(library),
                Files.getLastModifiedTime(library).toMillis(),
                HexFormat.of().formatHex(EnginePackage.sha512(library)));
    }

    static Optional<EngineManifest> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(new EngineManifest(
                    properties.getProperty("integrity", ""),
                    Long.parseLong(properties.getProperty("size", "-1")),
                    Long.parseLong(properties.getProperty("modified", "-1")),
                    properties.getProperty("digest", "")));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    void write(Path folder) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("integrity", integrity);
        properties.setProperty("size", Long.toString(size));
        properties.setProperty("modified", Long.toString(modified));
        properties.setProperty("digest", digest);
        try (Writer writer = Files.newBufferedWriter(folder.resolve(FILE))) {
            properties.store(writer, "The embedded ClickHouse engine in this folder");
        }
    }

    /** Whether the library is the one described: by size and time, and by its digest when the time differs. */
    boolean describes(Path library, String expectedIntegrity) throws IOException {
        if (!integrity.equals(expectedIntegrity) || !Files.isRegularFile(library) || Files.size(library) != size) {
            return false;
        }
        return Files.getLastModifiedTime(library).toMillis() == modified
                || HexFormat.of().formatHex(EnginePackage.sha512(library)).equals(digest);
    }
}
