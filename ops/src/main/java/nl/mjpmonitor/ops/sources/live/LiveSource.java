package nl.mjpmonitor.ops.sources.live;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import nl.mjpmonitor.ops.sources.generation.Choice;

/**
 * What the users of a demo source system do. Everything they make is demonstration, and nothing they do changes a published figure:
 * they touch rows of the last {@link LiveTransaction#RECENT_MONTHS} months only, and of those only demonstration.
 */
public interface LiveSource {

    /** Those of all systems that have one, by name. */
    static List<LiveSource> all() {
        return ServiceLoader.load(LiveSource.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(LiveSource::system))
                .toList();
    }

    /** Name of the system, of its database and of its schema. */
    String system();

    /** What they do, and how often; the first is always possible. */
    List<Choice<LiveAction>> actions();

    /**
     * Does what falls due as time passes, before each change: without it, what is made in a new month would lie outside every
     * register.
     */
    default void keepUp(LiveTransaction transaction) throws SQLException {
        transaction.keepRegisters(system());
    }
}
