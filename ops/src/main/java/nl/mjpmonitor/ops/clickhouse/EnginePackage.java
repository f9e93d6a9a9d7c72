package nl.mjpmonitor.ops.clickhouse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** A package file as the npm registry delivers it. */
record EnginePackage(Path file) {

    /**
     * Checks the file against a subresource integrity string.
     *
     * @throws EngineUnavailableException when it differs, which means a damaged or a replaced download
     */
    void verify(String integrity) throws IOException, EngineUnavailableException {
        String actual = "sha512-" + Base64.getEncoder().encodeToString(sha512(file));
        if (!actual.equals(integrity)) {
            throw new EngineUnavailableException("The downloaded ClickHouse engine " + file.getFileName()
                    + " has integrity " + actual + " instead of " + integrity + ", so it is not used.");
        }
    }

    /** Copies one file of the package, found by its name alone. */
    void extract(String name, Path target) throws IOException, EngineUnavailableException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                TarArchiveInputStream entries = new TarArchiveInputStream(new GzipCompressorInputStream(bytes))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.isFile() && entry.getName().equals("package/" + name)) {
                    Files.copy(entries, target);
                    return;
                }
            }
        }
        throw new EngineUnavailableException(
                "The package " + file.getFileName() + " holds no " + name + ", so it is not the ClickHouse engine.");
    }

    static byte[] sha512(Path file) throws IOException {
        try (DigestInputStream input =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-512"))) {
            byte[] buffer = new byte[1 << 18];
            while (input.read(buffer) >= 0) {
                // the digest follows by itself
            }
            return input.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
