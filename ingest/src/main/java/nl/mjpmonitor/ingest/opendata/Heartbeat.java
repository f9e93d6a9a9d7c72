package nl.mjpmonitor.ingest.opendata;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Says at intervals that the connector looks at its sources, so that a source with nothing new can be told from a connector that is
 * gone.
 */
final class Heartbeat {
    private static final Map<String, String> PARTITION = Map.of("heartbeat", "connector");
    private static final String AT = "at";

    private final OpenDataRecords records;
    private final Duration interval;
    private final Clock clock;
    private Instant next = Instant.MIN;

    /**
     * A heartbeat.
     *
     * @param interval time between two; zero for none
     */
    Heartbeat(OpenDataRecords records, Duration interval, Clock clock) {
        this.records = records;
        this.interval = interval;
        this.clock = clock;
    }

    /** One that never beats. */
    static Heartbeat none() {
        return new Heartbeat(new OpenDataRecords(""), Duration.ZERO, Clock.systemUTC());
    }

    /** The record that is due, if any. */
    List<SourceRecord> beat() {
        Instant now = clock.instant();
        if (interval.isZero() || now.isBefore(next)) {
            return List.of();
        }
        next = now.plus(interval);
        return List.of(records.heartbeat(now).at(PARTITION, Map.of(AT, now.toEpochMilli())));
    }
}
