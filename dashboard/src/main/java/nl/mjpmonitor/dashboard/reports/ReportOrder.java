package nl.mjpmonitor.dashboard.reports;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * What a report is to be about.
 *
 * @param definition the kind of report
 * @param period the period it is about
 * @param area the area it is about
 * @param peildatum its figures are what the warehouse knew at this moment
 * @param texts what people wrote, by id of the text; what is missing or blank is left out
 * @param edition which edition it is, such as {@code concept} or {@code editie 2}
 * @param locale language of all that nobody wrote
 */
public record ReportOrder(
        ReportDefinition definition,
        Period period,
        Area area,
        Instant peildatum,
        Map<String, String> texts,
        String edition,
        Locale locale) {

    /**
     * Checks period and area.
     *
     * @throws IllegalArgumentException when no report of this kind is about them
     */
    public ReportOrder {
        texts = Map.copyOf(texts);
        if (!definition.allows(period, area)) {
            throw new IllegalArgumentException("No " + definition.id() + " is about " + period + " in " + area.code());
        }
    }
}
