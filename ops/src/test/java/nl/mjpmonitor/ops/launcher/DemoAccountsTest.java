package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoAccountsTest {

    @TempDir
    Path folder;

    @Test
    void theFileHoldsHashesThatFitAndNothingElse() throws Exception {
        Path file = folder.resolve("accounts.json");
        DemoAccounts accounts = DemoAccounts.create(file);
        JsonNode stored = JsonMapper.builder().build().readTree(file);

        assertThat(stored.size()).isEqualTo(accounts.all().size());
        for (int i = 0; i < stored.size(); i++) {
            DemoAccount account = accounts.all().get(i);
            assertThat(stored.get(i).path("name").asString()).isEqualTo(account.name());
            assertThat(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()
                            .matches(
                                    account.password(),
                                    stored.get(i).path("passwordHash").asString()))
                    .isTrue();
            assertThat(stored.get(i).path("tokenSha256").asString())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256")
                                    .digest(account.token().getBytes(StandardCharsets.UTF_8))));
            assertThat(Files.readString(file))
                    .doesNotContain(account.password())
                    .doesNotContain(account.token());
        }
    }

    @Test
    void thereIsOneAccountARoleAndOnlyTheAreaTeamHasAreas() throws Exception {
        Path file = folder.resolve("accounts.json");
        DemoAccounts accounts = DemoAccounts.create(file);

        assertThat(accounts.all())
                .extracting(DemoAccount::role)
                .containsExactly("analist", "programmamanager", "driehoek", "gebiedsteam", "raad", "beheerder");
        for (JsonNode stored : JsonMapper.builder().build().readTree(file)) {
            assertThat(stored.path("areas").isEmpty())
                    .as(stored.path("name").asString())
                    .isEqualTo(!stored.path("role").asString().equals("gebiedsteam"));
        }
    }

    @Test
    void onlyTheOwnerCanReadTheFile() throws IOException {
        Path file = folder.resolve("accounts.json");
        DemoAccounts.create(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void everyStartMakesNewOnes() throws IOException {
        DemoAccounts one = DemoAccounts.create(folder.resolve("accounts.json"));
        DemoAccounts other = DemoAccounts.create(folder.resolve("accounts.json"));

        assertThat(one.all().getFirst().token())
                .isNotEqualTo(other.all().getFirst().token());
        assertThat(one.all().getFirst().password())
                .isNotEqualTo(other.all().getFirst().password());
    }
}
