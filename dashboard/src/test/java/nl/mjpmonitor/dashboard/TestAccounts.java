package nl.mjpmonitor.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** An accounts file with two people. Their hashes are cheap, so that tests are fast. */
public final class TestAccounts {

    public static final String ANALYST = "analist";
    public static final String ANALYST_PASSWORD = "vroeg-op-pad-naar-wyck";
    public static final String ANALYST_TOKEN = "token-van-de-analist";

    public static final String ADMINISTRATOR = "beheerder";
    public static final String ADMINISTRATOR_PASSWORD = "laat-terug-uit-amby";
    public static final String ADMINISTRATOR_TOKEN = "token-van-de-beheerder";

    private static final Path FILE = write();

    private TestAccounts() {}

    public static Path file() {
        return FILE;
    }

    private static Path write() {
        try {
            Path file = Files.createTempFile(
                    "accounts",
                    ".json",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            file.toFile().deleteOnExit();
            String argon2 = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(ANALYST_PASSWORD);
            String bcrypt = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(ADMINISTRATOR_PASSWORD);
            Files.writeString(
                    file,
                    "[" + entry(ANALYST, argon2, ANALYST_TOKEN) + ","
                            + entry(ADMINISTRATOR, bcrypt, ADMINISTRATOR_TOKEN) + "]");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entry(String name, String hash, String token) {
        return """
                {"name": "%s", "role": "%s", "passwordHash": "%s", "tokenSha256": "%s"}""".formatted(name, name, hash, sha256(token));
    }

    public static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
