package nl.mjpmonitor.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class NewestMonthTest {

    private static final int MONTHS = 10;

    @Test
    void aMonthIsCompleteWhenEverySourceIsThere() {
        assertThat(NewestMonth.of(List.of(known(1, 10), known(1, 8), known(1, 9))))
                .contains(YearMonth.of(2026, 8));
    }

    @Test
    void aSourceThatNeverSentAnythingHoldsNothingUp() {
        assertThat(NewestMonth.of(List.of(known(1, 9), known(1, 0)))).contains(YearMonth.of(2026, 9));
    }

    @Test
    void withoutACompleteMonthTheNewestWithAnythingIsTaken() {
        assertThat(NewestMonth.of(List.of(known(1, 3), known(6, 8)))).contains(YearMonth.of(2026, 8));
    }

    @Test
    void withoutAnythingThereIsNone() {
        assertThat(NewestMonth.of(List.of(known(1, 0)))).isEmpty();
        assertThat(NewestMonth.of(List.of())).isEmpty();
    }

    /** Ten months of which those from the first to the last are known. */
    private static IndicatorSeries known(int first, int last) {
        return new IndicatorSeries(
                SeriesRequest.latest(
                        new IndicatorId("woninginbraak"),
                        new AreaCode("GM0935"),
                        Period.month(2026, 1),
                        Period.month(2026, MONTHS)),
                IntStream.rangeClosed(1, MONTHS)
                        .mapToObj(month -> IndicatorPoint.of(
                                Period.month(2026, month),
                                month >= first && month <= last
                                        ? new IndicatorValue.Counted(0, ValueStatus.DEFINITIEF)
                                        : new IndicatorValue.Unknown()))
                        .toList());
    }
}
