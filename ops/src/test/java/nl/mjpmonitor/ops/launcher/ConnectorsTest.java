package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import nl.mjpmonitor.ops.launcher.Connectors.ConnectorState;
import nl.mjpmonitor.ops.launcher.Connectors.NoAnswer;
import nl.mjpmonitor.ops.launcher.Connectors.Progressed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConnectorsTest {

    @Test
    void aConnectorRunsWhenItsTasksDo() {
        assertThat(state("""
                {"connector": {"state": "RUNNING"}, "tasks": [{"state": "RUNNING"}]}""")).isEqualTo(new ConnectorState("politiecijfers", true, false, false, ""));
    }

    @Test
    void aConnectorWithoutTasksDoesNotRunYet() {
        assertThat(state("""
                {"connector": {"state": "RUNNING"}, "tasks": []}""").isRunning()).isFalse();
    }

    @Test
    void aFailedTaskTellsWhy() {
        ConnectorState state = state("""
                {"connector": {"state": "RUNNING"},
                 "tasks": [{"state": "FAILED", "trace": "java.lang.Exception: gone\\n\\tat somewhere"}]}""");

        assertThat(state.hasFailed()).isTrue();
        assertThat(state.hasFailedTask()).isTrue();
        assertThat(state.isRunning()).isFalse();
        assertThat(state.cause()).isEqualTo("java.lang.Exception: gone");
    }

    @Test
    void aConnectorMayFailWhileItsTaskRuns() {
        ConnectorState state = state("""
                {"connector": {"state": "FAILED", "trace": "pre-empted"}, "tasks": [{"state": "RUNNING"}]}""");

        assertThat(state.hasFailed()).isTrue();
        assertThat(state.hasFailedTask()).isFalse();
    }

    @Test
    void aConnectorWithoutOffsetsHasReadNothing() {
        assertThat(Connectors.progressed(json("{}").path("offset")))
                .isEqualTo(new Progressed(OptionalLong.empty(), false));
    }

    @Test
    void aConnectorInItsSnapshotIsNotPastIt() {
        assertThat(Connectors.progressed(json("""
                {"lsn": 500, "snapshot": "INITIAL", "snapshot_completed": false, "last_snapshot_record": false}"""))).isEqualTo(new Progressed(OptionalLong.of(500), false));
    }

    @Test
    void aConnectorThatStreamsHasReadUpToTheHighestPositionItStored() {
        assertThat(Connectors.progressed(json("""
                {"lsn": 450, "lsn_proc": 500, "lsn_commit": 480, "txId": 9000}"""))).isEqualTo(new Progressed(OptionalLong.of(500), true));
        assertThat(Connectors.progressed(json("""
                {"lsn": 500, "snapshot": "INITIAL", "snapshot_completed": true}"""))).isEqualTo(new Progressed(OptionalLong.of(500), true));
    }

    @Test
    void aWorkerThatDiesBeforeItAnswersGivesNoAnswerAsOneThatIsAwayDoes(@TempDir Path folder) throws Exception {
        ServerSocket worker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        URI address = URI.create("http://127.0.0.1:%d".formatted(worker.getLocalPort()));
        Thread dying = Thread.ofVirtual().start(() -> {
            try (worker;
                    Socket asked = worker.accept()) {
                assertThat(asked.getInputStream().read()).isPositive();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Connectors connectors = new Connectors(List.of(address), new Epochs(folder));

        assertThatThrownBy(() -> connectors.epoch("politiecijfers")).isInstanceOf(NoAnswer.class);
        dying.join();
        assertThatThrownBy(() -> connectors.epoch("politiecijfers")).isInstanceOf(NoAnswer.class);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static ConnectorState state(String json) {
        return Connectors.state("politiecijfers", JsonMapper.builder().build().readTree(json));
    }
}
