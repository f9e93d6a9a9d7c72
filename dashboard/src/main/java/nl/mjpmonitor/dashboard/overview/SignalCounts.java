package nl.mjpmonitor.dashboard.overview;

import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.AreaCode;

/** How many signals are open. */
public interface SignalCounts {

    /**
     * Open signals that the reader of this thread may see, by the theme they are about; a theme without any is left out.
     *
     * @return empty when it cannot be found out now
     */
    Optional<Map<String, Long>> openByTheme(AreaCode area);
}
