package nl.mjpmonitor.warehouse.indicators;

import nl.mjpmonitor.warehouse.catalogue.LocalizedText;

/**
 * Indicators that are shown together in one table.
 *
 * @param id such as {@code hic}
 * @param theme theme it belongs to, such as {@code criminaliteit}
 * @param name full name
 */
public record IndicatorGroup(String id, String theme, LocalizedText name) {}
