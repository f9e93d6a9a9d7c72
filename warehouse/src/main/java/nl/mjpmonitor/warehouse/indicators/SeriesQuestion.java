package nl.mjpmonitor.warehouse.indicators;

import java.util.List;
import nl.mjpmonitor.warehouse.periods.Period;

/**
 * A request for an indicator that counts rows itself: no ratio.
 *
 * @param request what was asked
 * @param indicator the indicator it asks for
 * @param rows the rows that the indicator counts
 */
record SeriesQuestion(SeriesRequest request, Indicator indicator, FactReference rows) {

    List<Period> periods() {
        return Period.range(request.from(), request.to());
    }
}
