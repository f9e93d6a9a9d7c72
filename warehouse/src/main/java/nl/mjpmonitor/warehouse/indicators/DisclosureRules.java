package nl.mjpmonitor.warehouse.indicators;

import java.util.List;
import java.util.OptionalLong;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * Decides which figures may be told. It stands between what the warehouse holds and every answer, so that nothing gets
 * round it: values, ratios and exports alike.
 */
public interface DisclosureRules {

    /**
     * Further series that must be read before it can decide about this one: of the same indicator and peildatum. They are
     * asked in the same statement and not answered.
     */
    List<SeriesRequest> needed(Indicator indicator, SeriesRequest request);

    /**
     * Decides about all series of one indicator at one peildatum.
     *
     * @param figures what was observed: of the requests and of all that is needed for them
     */
    Decision decide(Indicator indicator, Figures figures);

    /** Figures of one indicator at one peildatum, none withheld. Of a lead time they are the numbers of rows behind it. */
    @FunctionalInterface
    interface Figures {

        /** Empty when the figure is unknown or was not asked. */
        OptionalLong of(AreaCode area, Period period);
    }

    /** What may be told of one indicator at one peildatum. */
    @FunctionalInterface
    interface Decision {

        /** Whether this figure may be told. */
        boolean isGiven(AreaCode area, Period period);
    }
}
