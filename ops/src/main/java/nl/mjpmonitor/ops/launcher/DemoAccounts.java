package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts of the demonstration. Passwords and tokens are new at every start and only ever shown then; the file the dashboard
 * reads holds their hashes.
 */
public final class DemoAccounts {

    /**
     * One person.
     *
     * @param role role as the dashboard knows it
     * @param token opens the API, as a Bearer token
     */
    public record DemoAccount(String name, String role, String password, String token) {

        /** Does not show the secrets. */
        @Override
        public String toString() {
            return "DemoAccount[%s, %s]".formatted(name, role);
        }
    }

    private record StoredAccount(
            String name, String role, List<String> areas, String passwordHash, String tokenSha256) {}

    /** The wijk of the demo gebiedsteam: Centrum. */
    private static final List<String> OWN_AREAS = List.of("WK093500");

    /** No letters or digits that are mistaken for one another when read aloud or from paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<DemoAccount> accounts;

    private DemoAccounts(List<DemoAccount> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    /** Makes up new secrets for everyone and writes their hashes. */
    static DemoAccounts create(Path file) throws IOException {
        DemoAccounts fresh = new DemoAccounts(
                Stream.of("analist", "programmamanager", "driehoek", "gebiedsteam", "raad", "beheerder")
                        .map(DemoAccounts::account)
                        .toList());
        Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        List<StoredAccount> stored = fresh.accounts.stream()
                .map(account -> new StoredAccount(
                        account.name(),
                        account.role(),
                        areas(account),
                        hash(encoder, account),
                        sha256(account.token())))
                .toList();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Secrets.writePrivately(
                file,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(stored));
        return fresh;
    }

    /** One account a role, the most ordinary first. */
    public List<DemoAccount> all() {
        return accounts;
    }

    private static DemoAccount account(String role) {
        return new DemoAccount(role, role, password(), Secrets.random(32));
    }

    private static List<String> areas(DemoAccount account) {
        return account.role().equals("gebiedsteam") ? OWN_AREAS : List.of();
    }

    private static String hash(Argon2PasswordEncoder encoder, DemoAccount account) {
        String hash = encoder.encode(account.password());
        if (hash == null) {
            throw new IllegalStateException("No hash for the password of " + account.name());
        }
        return hash;
    }

    /** Four groups of four: 79 bits, and a person can type it. */
    private static String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
