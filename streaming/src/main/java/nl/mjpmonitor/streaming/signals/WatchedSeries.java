package nl.mjpmonitor.streaming.signals;

import java.util.List;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.facts.Coverage;
import nl.mjpmonitor.warehouse.indicators.FactReference;
import nl.mjpmonitor.warehouse.indicators.Indicator;

/**
 * A series that rules look at.
 *
 * @param indicator the indicator; it counts
 * @param rows what it counts
 * @param area the area
 */
record WatchedSeries(Indicator indicator, FactReference rows, Area area) {

    /** Everything that must have been kept in a month for it to be known. */
    List<String> registers() {
        return rows.needsMonths() ? rows.registers() : List.of();
    }

    /** Whether rows come in by day, so that the running month is known as far as it went. */
    boolean isDaily() {
        return rows.fact().coverage() == Coverage.REGISTERS;
    }
}
