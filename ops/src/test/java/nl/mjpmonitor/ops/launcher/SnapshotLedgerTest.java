package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotLedgerTest {

    @TempDir
    Path folder;

    private Home home = new Home(Path.of(""), Path.of(""), Path.of(""));

    @BeforeEach
    void makeState() throws IOException {
        home = new Home(folder, folder.resolve("state"), folder.resolve("cache"));
        home.createState();
    }

    private SnapshotLedger ledger() throws IOException, InterruptedException {
        return new SnapshotLedger(
                home, new Parts(home, Ports.free(), new Secrets("postgres", "replication", "clickhouse", "key")));
    }

    @Test
    void aSnapshotThatNobodyDisturbedIsTrusted() throws Exception {
        ledger().beginFirst("melddesk");

        assertThat(ledger().unfinished()).containsExactly("melddesk");
        assertThat(ledger().isUninterrupted("melddesk")).isTrue();
        ledger().end("melddesk");
        assertThat(ledger().unfinished()).isEmpty();
    }

    @Test
    void aBrokerThatIsAnotherProcessByTheEndInterruptsIt() throws Exception {
        ledger().beginFirst("melddesk");

        new PidFile(home.pidFile("kafka")).write(ProcessHandle.current(), "java");

        assertThat(ledger().isUninterrupted("melddesk")).isFalse();
    }

    @Test
    void aTaskThatFailedBreaksItOffAlthoughEveryProcessGoesOn() throws Exception {
        ledger().beginFirst("melddesk");
        ledger().beginAnew("oov");

        ledger().breakOff("melddesk");
        ledger().breakOff("oov");

        assertThat(ledger().isUninterrupted("melddesk")).isFalse();
        assertThat(ledger().isAnew("melddesk")).isFalse();
        assertThat(ledger().isUninterrupted("oov")).isFalse();
        assertThat(ledger().isAnew("oov")).isTrue();
    }

    @Test
    void whereNoSnapshotIsUnfinishedNothingIsBrokenOff() throws Exception {
        ledger().breakOff("melddesk");

        assertThat(ledger().unfinished()).isEmpty();
    }
}
