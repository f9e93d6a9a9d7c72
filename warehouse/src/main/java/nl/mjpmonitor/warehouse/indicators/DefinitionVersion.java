package nl.mjpmonitor.warehouse.indicators;

import java.time.YearMonth;
import java.util.Optional;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * A stretch of time in which the definition stays the same. A break lies before every version but the first; series are
 * never joined across it.
 *
 * @param from first month
 * @param to last month; empty when it still holds
 * @param note what holds from then on
 */
public record DefinitionVersion(YearMonth from, Optional<YearMonth> to, LocalizedText note) {

    /** Whether the whole period lies in it. */
    public boolean holds(Period period) {
        return !period.firstMonth().isBefore(from)
                && to.map(last -> !period.lastMonth().isAfter(last)).orElse(true);
    }
}
