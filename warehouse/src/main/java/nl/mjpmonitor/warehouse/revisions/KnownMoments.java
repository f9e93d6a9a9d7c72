package nl.mjpmonitor.warehouse.revisions;

import java.time.Instant;
import java.util.List;

/** When the warehouse took changes in. */
public interface KnownMoments {

    /**
     * The last moment at which a change was taken in, of every minute in which there was one; in order.
     *
     * @param after only moments after this one
     * @param until only moments until this one, itself included
     */
    List<Instant> between(Instant after, Instant until);
}
