package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void secretsAreMadeUpOnceAndKept() throws IOException {
        Secrets first = Secrets.in(folder);

        assertThat(Secrets.in(folder)).isEqualTo(first);
        assertThat(first.postgres()).isNotEqualTo(first.replication()).isNotEqualTo(first.clickhouse());
        assertThat(Base64.getDecoder().decode(first.pseudonymKey())).hasSize(32);
    }

    @Test
    void onlyTheOwnerCanReadThem() throws IOException {
        Secrets.in(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theyDoNotShowInText() throws IOException {
        assertThat(Secrets.in(folder)).hasToString("Secrets[…]");
    }

    @Test
    void aMissingSecretIsNotReplacedSilently() throws IOException {
        Files.writeString(folder.resolve("secrets.properties"), "postgres=only\n");

        assertThatThrownBy(() -> Secrets.in(folder))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("'replication'");
    }
}
