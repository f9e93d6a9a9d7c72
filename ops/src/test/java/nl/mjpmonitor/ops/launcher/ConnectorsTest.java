package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import nl.mjpmonitor.ops.launcher.Connectors.ConnectorState;
import nl.mjpmonitor.ops.launcher.Connectors.Progressed;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConnectorsTest {

    @Test
    void aConnectorRunsWhenItsTasksDo() {
        assertThat(state("""
                {"connector": {"state": "RUNNING"}, "tasks": [{"state": "RUNNING"}]}""")).isEqualTo(new ConnectorState("politiecijfers", true, false, ""));
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
        assertThat(state.isRunning()).isFalse();
        assertThat(state.cause()).isEqualTo("java.lang.Exception: gone");
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

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static ConnectorState state(String json) {
        return Connectors.state("politiecijfers", JsonMapper.builder().build().readTree(json));
    }
}
