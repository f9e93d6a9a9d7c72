package nl.mjpmonitor.warehouse.disclosure;

import java.util.OptionalLong;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * The figures of one indicator at one reference date, none withheld. Of a lead time they are the numbers of rows behind it, so
 * that it is given where that number may be known.
 */
@FunctionalInterface
public interface Figures {

    /** Empty when the figure is unknown. */
    OptionalLong of(AreaCode area, Period period);
}
