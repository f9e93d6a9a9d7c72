package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import nl.mjpmonitor.ops.launcher.Connectors.ConnectorState;
import org.junit.jupiter.api.Test;
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

    private static ConnectorState state(String json) {
        return Connectors.state("politiecijfers", JsonMapper.builder().build().readTree(json));
    }
}
