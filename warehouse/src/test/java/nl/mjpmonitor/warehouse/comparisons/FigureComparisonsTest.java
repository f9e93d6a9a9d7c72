package nl.mjpmonitor.warehouse.comparisons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.Unit;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class FigureComparisonsTest {

    private static final AreaCode MUNICIPALITY = new AreaCode("GM0935");
    private static final Indicator INDICATOR = Entries.indicator(Unit.AANTAL, YearMonth.of(2018, 1));

    @Test
    void asksEveryPeriodOnceAndTheInhabitantsOfTheSamePeriod() {
        assertThat(of(Period.month(2023, 1)).requests())
                .extracting(request -> request.indicator() + " " + request.from())
                .containsExactlyInAnyOrder(
                        "zakkenrollerij 2019-01",
                        "zakkenrollerij 2020-01",
                        "zakkenrollerij 2021-01",
                        "zakkenrollerij 2022-01",
                        "zakkenrollerij 2022-12",
                        "zakkenrollerij 2023-01",
                        "inwoners 2023-01");
    }

    @Test
    void aYearToDateIsSetAgainstLastYearsYearToDate() {
        FigureComparisons comparisons = of(Period.yearToDate(YearMonth.of(2023, 5)));
        FigureComparisons.Answer answer = comparisons.answer(answers(comparisons));
        assertThat(answer.previous().base().period()).hasToString("2022-TM05");
        assertThat(answer.lastYear()).isEqualTo(answer.previous());
        assertThat(answer.base().base().period()).hasToString("2019-TM05");
        assertThat(answer.previous().outcome()).isEqualTo(new Outcome.Change(BigDecimal.ONE, 0));
    }

    @Test
    void aRollingYearIsSetAgainstTheOneThatEndedWhenItBegan() {
        FigureComparisons comparisons = of(Period.rollingYear(YearMonth.of(2023, 5)));
        FigureComparisons.Answer answer = comparisons.answer(answers(comparisons));
        assertThat(answer.previous().base().period()).hasToString("2022-05-R12");
        assertThat(answer.mean().years()).hasSize(4);
        assertThat(answer.rate().orElseThrow().outcome()).isInstanceOf(Outcome.Amount.class);
    }

    @Test
    void aSpanOfYearsIsNotSetAgainstOneThatOverlapsIt() {
        FigureComparisons comparisons = of(Period.span(YearMonth.of(2021, 1), YearMonth.of(2022, 12)));
        FigureComparisons.Answer answer = comparisons.answer(answers(comparisons));
        assertThat(answer.previous().outcome()).isInstanceOf(Outcome.Change.class);
        assertThat(answer.lastYear().outcome()).isEqualTo(new Outcome.None(Reason.NOT_COMPARABLE));
    }

    @Test
    void refusesAnswersToOtherQuestions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Period.year(2023)).answer(List.of()))
                .withMessageContaining("zakkenrollerij of 2023");
    }

    private static FigureComparisons of(Period period) {
        return new FigureComparisons(
                INDICATOR, MUNICIPALITY, period, FigureComparisons.BASE_YEAR, SeriesRequest.LATEST);
    }

    /** As many as the year less 1,000, so 1,023 in 2023; 50,000 inhabitants. */
    private static List<IndicatorSeries> answers(FigureComparisons comparisons) {
        return comparisons.requests().stream()
                .map(request -> new IndicatorSeries(request, List.of(point(request))))
                .toList();
    }

    private static IndicatorPoint point(SeriesRequest request) {
        boolean isInhabitants = request.indicator().equals(FigureComparisons.INHABITANTS);
        return Entries.counted(
                request.from(),
                isInhabitants ? 50_000 : request.from().lastMonth().getYear() - 1_000L);
    }
}
