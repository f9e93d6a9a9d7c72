package nl.mjpmonitor.ingest.opendata;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/** Reads one table over and over, a small step at a time. Never waits. */
interface TableReader {

    /**
     * Takes one step, when there is one to take. The records of a step belong together: they are a page or a file, and the
     * offset of the last one says how far the reading is then.
     */
    List<SourceRecord> step();

    /** When the next step can be taken, as far as time decides it. */
    Instant nextStepAt();

    /** Lets go of what is under way. */
    void stop();
}
