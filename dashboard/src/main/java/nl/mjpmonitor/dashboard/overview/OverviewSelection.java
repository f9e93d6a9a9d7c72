package nl.mjpmonitor.dashboard.overview;

import com.vaadin.flow.router.QueryParameters;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.mjpmonitor.dashboard.choices.LastChoices;
import nl.mjpmonitor.warehouse.areas.Area;

/**
 * What the reader chose to see. It stands in the address, so that a view can be sent to somebody else.
 *
 * @param area the area
 * @param month the month up to which figures are shown
 */
record OverviewSelection(Area area, YearMonth month) {

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(LastChoices.AREA, area.code().value());
        parameters.put(LastChoices.MONTH, month.toString());
        return QueryParameters.simple(parameters);
    }
}
