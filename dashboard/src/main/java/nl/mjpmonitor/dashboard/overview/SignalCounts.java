package nl.mjpmonitor.dashboard.overview;

import java.util.OptionalInt;
import nl.mjpmonitor.warehouse.areas.AreaCode;

/** How many signals are open. */
public interface SignalCounts {

    /**
     * Open signals about indicators of a theme that the reader of this thread may see.
     *
     * @return empty when it cannot be found out now
     */
    OptionalInt open(String themeId, AreaCode area);
}
