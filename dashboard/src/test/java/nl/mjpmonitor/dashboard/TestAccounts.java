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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** An accounts file with one person a role. Their hashes are cheap, so that tests are fast. */
public final class TestAccounts {

    public static final String ANALYST = "analist";
    public static final String ANALYST_PASSWORD = "vroeg-op-pad-naar-wyck";
    public static final String ANALYST_TOKEN = "token-van-de-analist";

    public static final String ADMINISTRATOR = "beheerder";
    public static final String ADMINISTRATOR_PASSWORD = "laat-terug-uit-amby";
    public static final String ADMINISTRATOR_TOKEN = "token-van-de-beheerder";

    /** The wijk of the gebiedsteam. */
    public static final String OWN_WIJK = "WK093500";

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
                    Stream.of(
                                    entry("raad", bcrypt),
                                    entry("gebiedsteam", bcrypt)
                                            .replace("\"}", "\", \"areas\": [\"" + OWN_WIJK + "\"]}"),
                                    entry(ANALYST, argon2),
                                    entry("programmamanager", bcrypt),
                                    entry("driehoek", bcrypt),
                                    entry(ADMINISTRATOR, bcrypt))
                            .collect(Collectors.joining(",", "[", "]")));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The token of the account whose name is its role. */
    public static String token(String role) {
        return "token-van-de-" + role;
    }

    private static String entry(String name, String hash) {
        return """
                {"name": "%s", "role": "%s", "passwordHash": "%s", "tokenSha256": "%s"}""".formatted(name, name, hash, sha256(token(name)));
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
