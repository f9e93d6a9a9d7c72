package nl.mjpmonitor.ops.bench;

import java.time.Duration;
import java.util.Map;

/** What follows the registrations of a source in ClickHouse: the chain, or what it is compared with. */
interface Follower {

    /** Its name in the results. */
    String name();

    /** Takes the whole table in anew. */
    Taken takeIn(RegistrationLoad load) throws Exception;

    /**
     * How long a table was taken in.
     *
     * @param untilFirst from being told to until some of its rows can be read: what does not depend on their number
     * @param untilAll from being told to until every row can be read
     */
    record Taken(Duration untilFirst, Duration untilAll) {}

    /** Stops following; what changes from now on waits in the source. */
    void pause() throws Exception;

    /** Follows again; returns when it has begun to, or is about to. */
    void resume() throws Exception;

    /** The count of a row as it can be read now; lower than any count when it cannot be read. */
    long count(long registration) throws Exception;

    /** Rows and sum as the source tells its stand. */
    String stand() throws Exception;

    /** Processor time so far by process, that of the source included. */
    Map<String, Duration> processorTime();
}
