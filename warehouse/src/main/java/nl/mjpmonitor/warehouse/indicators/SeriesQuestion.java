package nl.mjpmonitor.warehouse.indicators;

import java.util.List;
import nl.mjpmonitor.warehouse.periods.Period;

/** A request for an indicator that counts rows itself: no ratio. Two questions are equal when their requests are. */
final class SeriesQuestion {

    private final SeriesRequest request;
    private final Indicator indicator;
    private final FactReference rows;
    private final List<Period> periods;

    /**
     * Makes the question.
     *
     * @param request what was asked
     * @param indicator the indicator it asks for
     * @param rows the rows that the indicator counts
     */
    SeriesQuestion(SeriesRequest request, Indicator indicator, FactReference rows) {
        this.request = request;
        this.indicator = indicator;
        this.rows = rows;
        this.periods = Period.range(request.from(), request.to());
    }

    SeriesRequest request() {
        return request;
    }

    Indicator indicator() {
        return indicator;
    }

    FactReference rows() {
        return rows;
    }

    List<Period> periods() {
        return periods;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeriesQuestion question && question.request.equals(request);
    }

    @Override
    public int hashCode() {
        return request.hashCode();
    }
}
