package nl.mjpmonitor.warehouse.indicators;

import java.time.Instant;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * Asks for one indicator in one area over consecutive periods of one length.
 *
 * @param indicator the indicator
 * @param area the area
 * @param from first period
 * @param to last period, of the same length and not before the first
 * @param peildatum answer with what the warehouse knew at this moment; {@link #LATEST} for everything it knows
 */
public record SeriesRequest(IndicatorId indicator, AreaCode area, Period from, Period to, Instant peildatum) {

    /** Peildatum beyond all others: everything the warehouse knows. */
    public static final Instant LATEST = Instant.parse("2299-12-31T00:00:00Z");

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2148;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException when the periods do not form a range, or they or the peildatum lie beyond what the
     *     warehouse can hold
     */
    public SeriesRequest {
        if (from.grain() != to.grain()) {
            throw new IllegalArgumentException("First and last period differ in length");
        }
        if (to.lastMonth().isBefore(from.lastMonth())) {
            throw new IllegalArgumentException("The last period lies before the first");
        }
        if (from.year() < FIRST_YEAR || to.lastMonth().getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("The periods lie outside " + FIRST_YEAR + "-" + LAST_YEAR);
        }
        if (peildatum.isBefore(EARLIEST) || peildatum.isAfter(LATEST)) {
            throw new IllegalArgumentException("The peildatum lies outside 1970-2299");
        }
    }

    /** Asks with everything the warehouse knows. */
    public static SeriesRequest latest(IndicatorId indicator, AreaCode area, Period from, Period to) {
        return new SeriesRequest(indicator, area, from, to, LATEST);
    }

    /** The same question about another indicator. */
    public SeriesRequest of(IndicatorId other) {
        return new SeriesRequest(other, area, from, to, peildatum);
    }
}
