package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/**
 * The passwords and keys of one state: made up on the first start, kept in a file only its owner can read, thrown away with the
 * state.
 *
 * @param postgres password of the PostgreSQL superuser
 * @param replication password of the replication role
 * @param clickhouse password of the ClickHouse user
 * @param pseudonymKey key of the pseudonymising transform, base64 of 32 bytes
 */
record Secrets(String postgres, String replication, String clickhouse, String pseudonymKey) {

    static final String POSTGRES_USER = "postgres";
    static final String CLICKHOUSE_USER = "mjp";

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Reads the secrets, or makes them up when there are none yet. */
    static Secrets in(Path folder) throws IOException {
        Path file = folder.resolve("secrets.properties");
        if (!Files.exists(file)) {
            Secrets fresh = new Secrets(random(24), random(24), random(24), base64(32));
            fresh.write(file);
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(reader);
        }
        return new Secrets(
                required(kept, file, "postgres"),
                required(kept, file, "replication"),
                required(kept, file, "clickhouse"),
                required(kept, file, "pseudonym-key"));
    }

    /** Does not show them, also not by accident in a log. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }

    /** Writes a file that only its owner can read, and that is never seen half written. */
    static void writePrivately(Path file, String content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, OWNER_ONLY);
        Files.writeString(draft, content, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Random bytes, safe in an address and on a command line. */
    static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    private static String base64(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return Base64.getEncoder().encodeToString(value);
    }

    private void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("postgres", postgres);
        properties.setProperty("replication", replication);
        properties.setProperty("clickhouse", clickhouse);
        properties.setProperty("pseudonym-key", pseudonymKey);
        StringWriter text = new StringWriter();
        properties.store(text, "Made up on the first start; thrown away by ops/run --fresh");
        writePrivately(file, text.toString());
    }

    private static String required(Properties kept, Path file, String name) {
        String value = kept.getProperty(name);
        if (value == null || value.isEmpty()) {
            throw new LauncherException(
                    "%s has no '%s'. Restore the file, or start over with ops/run --fresh.".formatted(file, name));
        }
        return value;
    }
}
