package nl.mjpmonitor.dashboard.review;

import java.util.List;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.Indicator;

/**
 * Indicators that are gone through together: a group of crime, or another theme as a whole.
 *
 * @param id id of the group or theme
 * @param name its name
 * @param indicators in the order of the catalogue
 */
record Chapter(String id, LocalizedText name, List<Indicator> indicators) {

    Chapter {
        indicators = List.copyOf(indicators);
    }
}
