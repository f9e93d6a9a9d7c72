package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import nl.mjpmonitor.warehouse.indicators.SeriesObservations.Row;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class SeriesObservationsTest {

    private static final Instant THEN = Instant.parse("2024-02-06T09:30:00.123Z");
    private static final Instant LATER = THEN.plusMillis(1);

    private final SeriesObservations observations = new SeriesObservations(List.of(
            new Row("counted", 0, 0, YearMonth.of(2023, 1), 7, 1),
            new Row("counted", 1, 0, YearMonth.of(2023, 4), 9, 0),
            new Row("covered", 0, THEN.toEpochMilli(), YearMonth.of(2023, 1), 0, 0),
            new Row("covered", 0, THEN.toEpochMilli(), YearMonth.of(2023, 2), 0, 0),
            new Row("covered", 0, LATER.toEpochMilli(), YearMonth.of(2023, 4), 0, 0)));

    @Test
    void giveTheCountsOfTheRequestAndTheCoveredMonthsOfItsReferenceDate() {
        assertThat(observations.of(0, THEN, Period.quarter(2023, 1))).isEqualTo(new PeriodObservation(2, 7, 1));
        assertThat(observations.of(0, LATER, Period.quarter(2023, 1))).isEqualTo(new PeriodObservation(0, 7, 1));
        assertThat(observations.of(1, LATER, Period.quarter(2023, 2))).isEqualTo(new PeriodObservation(1, 9, 0));
        assertThat(observations.of(0, LATER, Period.month(2023, 4))).isEqualTo(new PeriodObservation(1, 0, 0));
    }

    @Test
    void giveNothingWhereTheWarehouseHoldsNothing() {
        assertThat(observations.of(2, THEN, Period.year(2020))).isEqualTo(new PeriodObservation(0, 0, 0));
    }

    @Test
    void compareReferenceDatesInMilliseconds() {
        assertThat(observations.of(0, THEN.plusNanos(456_789), Period.month(2023, 1)))
                .isEqualTo(new PeriodObservation(1, 7, 1));
    }
}
