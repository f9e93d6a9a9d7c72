package nl.mjpmonitor.ingest.capture;

import io.debezium.connector.postgresql.PostgresConnector;
import org.apache.kafka.connect.connector.Task;

/** Debezium's connector of PostgreSQL, with the settings of Debezium, whose task is a {@link CaptureTask}. */
public final class CaptureConnector extends PostgresConnector {

    @Override
    public Class<? extends Task> taskClass() {
        return CaptureTask.class;
    }
}
