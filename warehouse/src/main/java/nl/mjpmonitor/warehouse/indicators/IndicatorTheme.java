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
 * @param sections what its page shows before the tables of its groups; empty when those say it all
 */
public record IndicatorTheme(
        String id, int position, LocalizedText name, List<IndicatorId> headline, List<ThemeSection> sections) {

    public IndicatorTheme {
        headline = List.copyOf(headline);
        sections = List.copyOf(sections);
    }
}
