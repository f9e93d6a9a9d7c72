package nl.mjpmonitor.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import nl.mjpmonitor.dashboard.TestAccounts;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsFileTest {

    private static final Areas AREAS = Areas.load();
    private static final String HASH = "$argon2id$geheim";
    private static final String TOKEN = TestAccounts.sha256("token");

    @TempDir
    private Path folder;

    @Test
    void readsAccounts() throws IOException {
        Accounts accounts = read(entry("Analist", "analist", TOKEN));
        assertThat(accounts.find("analist")).get().extracting(Account::role).isEqualTo(Role.ANALIST);
        assertThat(accounts.findByToken("token")).isPresent();
        assertThat(accounts.findByToken("ander")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "burgemeester | X | use one of raad, gebiedsteam, analist",
                "analist | 12 | 64 hexadecimal digits",
                "'' | X | lacks role"
            })
    void refusesWhatItCannotUseAndSaysWhatToChange(String role, String token, String reason) {
        assertThatThrownBy(() -> read(entry("analist", role, token.equals("X") ? TOKEN : token)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void refusesNonsenseWithoutShowingIt() {
        assertThatThrownBy(() -> read("{\"name\": \"geheim\"}"))
                .hasMessageContaining("must be a JSON array")
                .hasNoCause();
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("no account");
        assertThatThrownBy(() -> read("["
                        + entry("analist", "analist", TOKEN).replaceAll("^\\[|]$", "") + ","
                        + entry("ANALIST", "analist", TOKEN).replaceAll("^\\[|]$", "") + "]"))
                .hasMessageContaining("name of an earlier one");
    }

    @Test
    void aGebiedsteamHasAreasAndNobodyElseHas() throws IOException {
        Accounts accounts = read(withAreas("gebiedsteam", "\"WK093500\", \"BU09350503\""));
        assertThat(accounts.find("naam"))
                .get()
                .extracting(Account::areas)
                .isEqualTo(Set.of(new AreaCode("WK093500"), new AreaCode("BU09350503")));
        assertThatThrownBy(() -> read(entry("naam", "gebiedsteam", TOKEN))).hasMessageContaining("without areas");
        assertThatThrownBy(() -> read(withAreas("analist", "\"WK093500\""))).hasMessageContaining("only a gebiedsteam");
        assertThatThrownBy(() -> read(withAreas("gebiedsteam", "\"WK999999\""))).hasMessageContaining("does not exist");
    }

    private static String withAreas(String role, String areas) {
        return entry("naam", role, TOKEN).replace("}]", ", \"areas\": [" + areas + "]}]");
    }

    @Test
    void refusesAFileThatOthersCanRead() throws IOException {
        Path file = Files.writeString(folder.resolve("open.json"), entry("analist", "analist", TOKEN));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> new AccountsFile(file, AREAS).read()).hasMessageContaining("chmod 600");
        assertThatThrownBy(() -> new AccountsFile(folder.resolve("weg.json"), AREAS).read())
                .hasMessageContaining("set MJP_ACCOUNTS");
    }

    private Accounts read(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("accounts.json"), json);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return new AccountsFile(file, AREAS).read();
    }

    private static String entry(String name, String role, String token) {
        return """
                [{"name": "%s", "role": "%s", "passwordHash": "%s", "tokenSha256": "%s"}]""".formatted(name, role, HASH, token);
    }
}
