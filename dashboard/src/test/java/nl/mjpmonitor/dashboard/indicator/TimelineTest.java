package nl.mjpmonitor.dashboard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.calendar.HotTime;
import nl.mjpmonitor.warehouse.calendar.HotTimeKind;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final HotTime CARNIVAL = new HotTime(
            HotTimeKind.CARNAVAL, "Carnaval", LocalDate.of(2023, 2, 19), LocalDate.of(2023, 2, 21), "bron", false);

    @Test
    void monthsInARowAreOneIntervention() {
        Timeline timeline = Timeline.of(
                Set.of(TimelineKind.ACTIEDAGEN),
                Map.of(TimelineKind.ACTIEDAGEN, List.of(count(1, 2), count(2, 3), count(3, 0), count(4, 1))),
                List.of(),
                YearMonth.of(2023, 1),
                YearMonth.of(2023, 12));

        assertThat(timeline.events())
                .extracting(Timeline.Event::first, Timeline.Event::last, Timeline.Event::count)
                .containsExactly(
                        tuple(YearMonth.of(2023, 1), YearMonth.of(2023, 2), OptionalLong.of(5)),
                        tuple(YearMonth.of(2023, 4), YearMonth.of(2023, 4), OptionalLong.of(1)));
    }

    @Test
    void onlyWhatWasChosenAndLiesInSightIsOnIt() {
        Map<TimelineKind, List<IndicatorPoint>> counts = Map.of(TimelineKind.SLUITINGEN, List.of(count(5, 4)));

        assertThat(Timeline.of(
                                Set.of(TimelineKind.CARNAVAL),
                                counts,
                                List.of(CARNIVAL),
                                YearMonth.of(2023, 1),
                                YearMonth.of(2023, 12))
                        .events())
                .extracting(Timeline.Event::name)
                .containsExactly("Carnaval");
        assertThat(Timeline.of(
                                Set.of(TimelineKind.CARNAVAL),
                                counts,
                                List.of(CARNIVAL),
                                YearMonth.of(2023, 3),
                                YearMonth.of(2023, 12))
                        .events())
                .isEmpty();
    }

    @Test
    void aWithheldOrUnknownMonthIsNoEvent() {
        Timeline timeline = Timeline.of(
                Set.of(TimelineKind.SLUITINGEN),
                Map.of(
                        TimelineKind.SLUITINGEN,
                        List.of(
                                IndicatorPoint.of(Period.month(2023, 1), new IndicatorValue.Suppressed()),
                                IndicatorPoint.of(Period.month(2023, 2), new IndicatorValue.Unknown()))),
                List.of(),
                YearMonth.of(2023, 1),
                YearMonth.of(2023, 12));

        assertThat(timeline.events()).isEmpty();
    }

    @Test
    void theChartHasTheNewestEventsOnly() {
        List<HotTime> many = IntStream.range(2000, 2030)
                .mapToObj(year -> new HotTime(
                        HotTimeKind.CARNAVAL,
                        "Carnaval " + year,
                        LocalDate.of(year, 2, 1),
                        LocalDate.of(year, 2, 2),
                        "bron",
                        false))
                .toList();

        Timeline timeline = Timeline.of(
                Set.of(TimelineKind.CARNAVAL), Map.of(), many, YearMonth.of(2000, 1), YearMonth.of(2030, 1));

        assertThat(timeline.events()).hasSize(30);
        assertThat(timeline.onChart()).hasSize(Timeline.MOST_LINES);
        assertThat(timeline.onChart().getLast().name()).isEqualTo("Carnaval 2029");
    }

    private static IndicatorPoint count(int month, long count) {
        return IndicatorPoint.of(Period.month(2023, month), new IndicatorValue.Counted(count, ValueStatus.DEFINITIEF));
    }
}
