package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.router.QueryParameters;
import java.time.YearMonth;
import java.util.Map;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * Which Maandbeeld.
 *
 * @param month the month it is about
 * @param area the area it is about
 */
record ReviewKey(YearMonth month, AreaCode area) {

    static final String MONTH = "maand";
    static final String AREA = "gebied";

    Period period() {
        return new Period(PeriodGrain.MONTH, month);
    }

    QueryParameters parameters() {
        return QueryParameters.simple(Map.of(MONTH, month.toString(), AREA, area.value()));
    }

    @Override
    public String toString() {
        return month + " " + area;
    }
}
