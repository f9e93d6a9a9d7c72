package nl.mjpmonitor.warehouse.indicators;

import java.util.List;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;

/**
 * A theme of the programme.
 *
 * @param id such as {@code overlast}
 * @param position place among the themes
 * @param name full name
 * @param headline indicators of the theme that stand for it where it is seen in one glance; empty for a theme that is not
 */
public record IndicatorTheme(String id, int position, LocalizedText name, List<IndicatorId> headline) {

    public IndicatorTheme {
        headline = List.copyOf(headline);
    }
}
