package nl.mjpmonitor.warehouse.indicators;

import nl.mjpmonitor.warehouse.catalogue.LocalizedText;

/**
 * A theme of the programme.
 *
 * @param id such as {@code overlast}
 * @param position place among the themes
 * @param name full name
 */
public record IndicatorTheme(String id, int position, LocalizedText name) {}
