package nl.mjpmonitor.ops.sources.live;

import java.sql.SQLException;

/**
 * Something that users of a system do.
 *
 * @param name in a few words
 */
public record LiveAction(String name, Work work) {

    /** The work of an action. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it.
         *
         * @return whether there was anything to do it to; if not, nothing was changed
         */
        boolean run(LiveTransaction transaction) throws SQLException;
    }
}
