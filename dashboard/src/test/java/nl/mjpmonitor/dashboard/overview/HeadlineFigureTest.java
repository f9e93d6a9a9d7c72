package nl.mjpmonitor.dashboard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.mjpmonitor.dashboard.figures.FigureFormat;
import nl.mjpmonitor.dashboard.figures.Sparkline;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.statistics.Verdict;
import org.junit.jupiter.api.Test;

class HeadlineFigureTest {

    private static final IndicatorCatalogue CATALOGUE = IndicatorCatalogue.load();
    private static final Indicator BURGLARY = CATALOGUE.require(new IndicatorId("woninginbraak"));
    private static final Indicator SURVEY = CATALOGUE.require(new IndicatorId("rapportcijfer-veiligheid"));

    /** January 2019 up to October 2026, ten a month. */
    private final List<IndicatorPoint> months = new ArrayList<>();

    HeadlineFigureTest() {
        for (YearMonth month = YearMonth.of(2019, 1);
                !month.isAfter(YearMonth.of(2026, 10));
                month = month.plusMonths(1)) {
            months.add(counted(month, 10));
        }
    }

    @Test
    void theNewestMonthIsComparedWithThatMonthInTheYearsWithoutCorona() {
        months.set(months.size() - 1, counted(YearMonth.of(2026, 10), 40));

        HeadlineFigure figure = HeadlineFigure.of(BURGLARY, months);

        assertThat(figure.isOlder()).isFalse();
        assertThat(figure.mean().years()).containsExactlyInAnyOrder(2019, 2022, 2023, 2024, 2025);
        assertThat(figure.mean().outcome()).isEqualTo(new Outcome.Change(new BigDecimal("30.0"), 300));
        assertThat(figure.judgement().verdict()).isEqualTo(Verdict.UNUSUALLY_HIGH);
        assertThat(figure.normal())
                .hasValueSatisfying(band -> assertThat(band)
                        .extracting(Sparkline.Band::lower, Sparkline.Band::upper)
                        .satisfies(limits -> assertThat((double) limits.get(0)).isLessThan(10))
                        .satisfies(limits -> assertThat((double) limits.get(1)).isBetween(10.0, 40.0)));
        assertThat(figure.course())
                .hasSize(24)
                .last()
                .extracting(IndicatorPoint::period)
                .isEqualTo(Period.month(2026, 10));
    }

    @Test
    void aMonthThatIsNotKnownYetLeavesTheOneBeforeIt() {
        months.set(months.size() - 1, unknown(Period.month(2026, 10)));

        HeadlineFigure figure = HeadlineFigure.of(BURGLARY, months);

        assertThat(figure.point().period()).isEqualTo(Period.month(2026, 9));
        assertThat(figure.isOlder()).isTrue();
        assertThat(figure.judgement().verdict()).isEqualTo(Verdict.WITHIN_CHANCE);
    }

    @Test
    void withoutAnyFigureItIsUnknown() {
        HeadlineFigure figure = HeadlineFigure.of(
                BURGLARY, months.stream().map(point -> unknown(point.period())).toList());

        assertThat(figure.point().period()).isEqualTo(Period.month(2026, 10));
        assertThat(figure.point().value()).isInstanceOf(IndicatorValue.Unknown.class);
        assertThat(figure.isOlder()).isFalse();
        assertThat(figure.normal()).isEmpty();
        assertThat(figure.before()).isEmpty();
    }

    @Test
    void aWithheldMonthIsShownAndNotJudged() {
        months.set(months.size() - 1, IndicatorPoint.of(Period.month(2026, 10), new IndicatorValue.Suppressed()));

        HeadlineFigure figure = HeadlineFigure.of(BURGLARY, months);

        assertThat(figure.point().value()).isInstanceOf(IndicatorValue.Suppressed.class);
        assertThat(figure.judgement().verdict()).isEqualTo(Verdict.WITHHELD);
        assertThat(figure.normal()).isEmpty();
    }

    @Test
    void aSurveyIsComparedWithTheOneBeforeIt() {
        HeadlineFigure figure = HeadlineFigure.of(
                SURVEY,
                List.of(
                        measured(2019, "7.4"),
                        unknown(Period.year(2020)),
                        measured(2021, "7.2"),
                        unknown(Period.year(2022)),
                        measured(2023, "7.0"),
                        unknown(Period.year(2024))));

        assertThat(figure.point().period()).isEqualTo(Period.year(2023));
        assertThat(figure.isAgainstMean()).isFalse();
        assertThat(figure.before())
                .hasValueSatisfying(before -> assertThat(before.base().period()).isEqualTo(Period.year(2021)));
    }

    @Test
    void yearsInARowAreWrittenAsOne() {
        FigureFormat format = new FigureFormat(Locale.of("nl"));
        assertThat(format.years(List.of(2025, 2019, 2022, 2023, 2024))).isEqualTo("2019, 2022-2025");
        assertThat(format.years(List.of(2019))).isEqualTo("2019");
        assertThat(format.years(List.of())).isEmpty();
    }

    private static IndicatorPoint counted(YearMonth month, long count) {
        return IndicatorPoint.of(
                Period.month(month.getYear(), month.getMonthValue()),
                new IndicatorValue.Counted(count, ValueStatus.DEFINITIEF));
    }

    private static IndicatorPoint measured(int year, String value) {
        return IndicatorPoint.of(
                Period.year(year), new IndicatorValue.Measured(new BigDecimal(value), ValueStatus.DEFINITIEF));
    }

    private static IndicatorPoint unknown(Period period) {
        return IndicatorPoint.of(period, new IndicatorValue.Unknown());
    }
}
