package nl.mjpmonitor.warehouse.indicators;

import java.time.YearMonth;

/**
 * A stretch of time in which the definition stays the same. A break lies before every version but the first; series are
 * never joined across it.
 *
 * @param from first month
 * @param note what holds from then on
 */
public record DefinitionVersion(YearMonth from, LocalizedText note) {}
