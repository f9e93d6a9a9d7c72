package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlinkJobTest {

    @Test
    void theJobRunsWhenAllItsTasksDo() {
        assertThat(FlinkJob.isRunning("""
                        {"jobs": [{"state": "RUNNING", "tasks": {"running": 4, "total": 4}}]}""")).isTrue();
    }

    @Test
    void theJobDoesNotRunWhileTasksAreBeingDeployed() {
        assertThat(FlinkJob.isRunning("""
                        {"jobs": [{"state": "RUNNING", "tasks": {"running": 1, "total": 4}}]}""")).isFalse();
    }

    @Test
    void withoutAJobNothingRuns() {
        assertThat(FlinkJob.isRunning("{\"jobs\": []}")).isFalse();
    }
}
