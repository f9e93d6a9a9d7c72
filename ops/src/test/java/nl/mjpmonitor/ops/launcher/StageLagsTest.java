package nl.mjpmonitor.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StageLagsTest {

    @Test
    void whatTheStreamReadsNextFollowsTheNewestThatItRead() {
        String metrics = """
                # TYPE flink_taskmanager_job_task_operator_KafkaSourceReader_topic_partition_currentOffset gauge
                flink_taskmanager_job_task_operator_KafkaSourceReader_topic_partition_currentOffset{job_id="a",topic="melddesk.melddesk.report",partition="0",} 41.0
                flink_taskmanager_job_task_operator_KafkaSourceReader_topic_partition_currentOffset{topic="oov.oov.event",partition="0"} -1.0
                flink_taskmanager_job_task_operator_KafkaSourceReader_topic_partition_committedOffset{topic="pmg.pmg.front",partition="0"} 7.0
                flink_taskmanager_job_task_operator_KafkaSourceReader_topic_partition_currentOffset{topic="pmg.pmg.action",partition="0"} 1.2345678E7
                """;

        assertThat(StageLags.readOffsets(metrics))
                .containsOnlyKeys("melddesk.melddesk.report", "pmg.pmg.action")
                .containsEntry("melddesk.melddesk.report", 42L)
                .containsEntry("pmg.pmg.action", 12_345_679L);
    }
}
