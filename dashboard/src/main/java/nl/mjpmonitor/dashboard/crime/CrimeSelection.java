package nl.mjpmonitor.dashboard.crime;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.page.AreaFilter;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/**
 * What the reader chose to see. It stands in the address, so that a view can be sent to somebody else.
 *
 * @param area the area
 * @param indicator the indicator shown in detail
 */
record CrimeSelection(Area area, Optional<IndicatorId> indicator) {

    static final String INDICATOR = "indicator";

    CrimeSelection in(Area other) {
        return new CrimeSelection(other, indicator);
    }

    CrimeSelection with(Indicator other) {
        return new CrimeSelection(area, Optional.of(other.id()));
    }

    CrimeSelection withoutIndicator() {
        return new CrimeSelection(area, Optional.empty());
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(AreaFilter.PARAMETER, area.code().value());
        indicator.ifPresent(id -> parameters.put(INDICATOR, id.value()));
        return QueryParameters.simple(parameters);
    }
}
