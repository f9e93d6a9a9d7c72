package nl.mjpmonitor.dashboard.access;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file with the accounts: a JSON array of objects with {@code name}, {@code role}, {@code passwordHash} and
 * {@code tokenSha256}, and for a gebiedsteam {@code areas}: the codes of its areas. It is read once, at start.
 */
final class AccountsFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private record Entry(
            @Nullable String name,
            @Nullable String role,
            @Nullable List<String> areas,
            @Nullable String passwordHash,
            @Nullable String tokenSha256) {}

    private final Path file;
    private final Areas areas;

    AccountsFile(Path file, Areas areas) {
        this.file = file;
        this.areas = areas;
    }

    /** @throws IllegalStateException when the file cannot be used; the message says what to change and shows no secret */
    Accounts read() {
        requirePrivate();
        List<Entry> entries = entries();
        List<Account> accounts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            Account account = account(i + 1, entries.get(i));
            if (!names.add(Accounts.key(account.name()))) {
                throw wrong("account " + (i + 1) + " has the name of an earlier one; give each its own");
            }
            accounts.add(account);
        }
        if (accounts.isEmpty()) {
            throw wrong("it holds no account; nobody could log in");
        }
        return new Accounts(accounts);
    }

    private void requirePrivate() {
        if (!Files.isRegularFile(file)) {
            throw wrong("there is no such file; set MJP_ACCOUNTS to the file with the accounts");
        }
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw wrong("others can read it; run chmod 600 on it");
            }
        } catch (IOException e) {
            throw new IllegalStateException("The permissions of " + file + " cannot be read", e);
        }
    }

    private List<Entry> entries() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            return List.of(mapper.readValue(Files.readAllBytes(file), Entry[].class));
        } catch (IOException e) {
            throw new IllegalStateException("The accounts file " + file + " cannot be read", e);
        } catch (JacksonException e) {
            // the cause quotes the file, and the file holds hashes
            throw wrong(
                    "it must be a JSON array of objects with name, role, passwordHash, tokenSha256 and, for a gebiedsteam, areas");
        }
    }

    private Account account(int number, Entry entry) {
        String name = required(number, "name", entry.name());
        String word = required(number, "role", entry.role());
        Role role = Role.of(word)
                .orElseThrow(
                        () -> wrong("account " + number + " has the role '" + word + "'; use one of " + Role.words()));
        return new Account(
                name,
                role,
                areas(number, role, entry.areas() == null ? List.of() : entry.areas()),
                required(number, "passwordHash", entry.passwordHash()),
                tokenHash(number, entry));
    }

    private Set<AreaCode> areas(int number, Role role, List<String> codes) {
        if (codes.isEmpty() == (role == Role.GEBIEDSTEAM)) {
            throw wrong("account " + number
                    + (codes.isEmpty()
                            ? " is a gebiedsteam without areas; give the codes of its areas, such as WK093500"
                            : " has areas; only a gebiedsteam has them"));
        }
        Set<AreaCode> found = new TreeSet<>();
        for (String code : codes) {
            found.add(areas.all().stream()
                    .map(Area::code)
                    .filter(known -> known.value().equals(code))
                    .findFirst()
                    .orElseThrow(
                            () -> wrong("account " + number + " has the area '" + code + "', which does not exist")));
        }
        return found;
    }

    private TokenHash tokenHash(int number, Entry entry) {
        try {
            return TokenHash.ofHex(required(number, "tokenSha256", entry.tokenSha256()));
        } catch (IllegalArgumentException e) {
            throw wrong("tokenSha256 of account " + number + " must be 64 hexadecimal digits");
        }
    }

    private String required(int number, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw wrong("account " + number + " lacks " + field);
        }
        return value;
    }

    private IllegalStateException wrong(String what) {
        return new IllegalStateException("The accounts file " + file + " cannot be used: " + what + ".");
    }
}
