package nl.mjpmonitor.dashboard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.indicators.DefinitionVersion;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.statistics.Verdict;
import org.junit.jupiter.api.Test;

class ControlledSeriesTest {

    private static final IndicatorCatalogue CATALOGUE = IndicatorCatalogue.load();
    private static final Indicator BURGLARIES = CATALOGUE.require(new IndicatorId("woninginbraak"));

    @Test
    void anUnusualMonthIsMarkedAndSaid() {
        List<IndicatorPoint> points = months(2022, 2023, 20);
        points.set(20, month(2023, 9, 60));

        ControlledSeries series = ControlledSeries.of(BURGLARIES, points, SeriesGrain.MAAND);

        assertThat(series.points().get(20).isOutside()).isTrue();
        assertThat(series.points().get(20).judgement())
                .hasValueSatisfying(said -> assertThat(said.verdict()).isEqualTo(Verdict.UNUSUALLY_HIGH));
        assertThat(series.points().get(3).isOutside()).isFalse();
    }

    @Test
    void limitsAreInCountsOfTheMonthItself() {
        ControlledSeries series = ControlledSeries.of(BURGLARIES, months(2022, 2023, 20), SeriesGrain.MAAND);

        double february = series.points().get(13).limits().orElseThrow().centre();
        double march = series.points().get(14).limits().orElseThrow().centre();
        assertThat(march / february).isCloseTo(31.0 / 28, offset(1e-9));
        assertThat(february).isBetween(18.0, 20.0);
    }

    @Test
    void exceptionalYearsSetNoLimitsAndAreNotMarked() {
        List<IndicatorPoint> points = months(2020, 2023, 20);
        for (int i = 0; i < 24; i++) {
            points.set(i, month(2020 + i / 12, 1 + i % 12, 200));
        }

        ControlledSeries series = ControlledSeries.of(BURGLARIES, points, SeriesGrain.MAAND);

        assertThat(series.points().get(0).isOutside()).isFalse();
        assertThat(series.points().get(40).limits().orElseThrow().centre()).isBetween(18.0, 22.0);
    }

    @Test
    void aProvisionalFigureIsNotJudged() {
        List<IndicatorPoint> points = months(2022, 2023, 20);
        points.set(23, IndicatorPoint.of(Period.month(2023, 12), new IndicatorValue.Counted(1, ValueStatus.VOORLOPIG)));

        ControlledSeries series = ControlledSeries.of(BURGLARIES, points, SeriesGrain.MAAND);

        assertThat(series.points().getLast().isOutside()).isFalse();
        assertThat(series.points().getLast().judgement())
                .hasValueSatisfying(said -> assertThat(said.verdict()).isEqualTo(Verdict.INCOMPLETE));
    }

    @Test
    void tooFewPeriodsHaveNoLimits() {
        List<IndicatorPoint> years = new ArrayList<>();
        for (int year = 2019; year <= 2023; year++) {
            years.add(IndicatorPoint.of(Period.year(year), new IndicatorValue.Counted(200, ValueStatus.DEFINITIEF)));
        }

        ControlledSeries series = ControlledSeries.of(BURGLARIES, years, SeriesGrain.JAAR);

        assertThat(series.points()).allSatisfy(one -> assertThat(one.limits()).isEmpty());
        assertThat(series.points().getLast().judgement())
                .hasValueSatisfying(said -> assertThat(said.verdict()).isEqualTo(Verdict.TOO_FEW_DATA));
    }

    @Test
    void nothingIsJoinedOverABreak() {
        YearMonth first = YearMonth.of(2022, 1);
        Indicator broken = brokenAt(first);
        List<IndicatorPoint> years =
                List.of(measured(first.getYear() - 1), measured(first.getYear()), measured(first.getYear() + 1));

        ControlledSeries series = ControlledSeries.of(broken, years, SeriesGrain.JAAR);

        assertThat(series.points())
                .extracting(ControlledSeries.Controlled::stretch)
                .containsExactly(0, 1, 1);
    }

    @Test
    void overlappingPeriodsAreNotJudged() {
        List<IndicatorPoint> rolling = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            rolling.add(IndicatorPoint.of(
                    Period.rollingYear(YearMonth.of(2023, month)),
                    new IndicatorValue.Counted(200, ValueStatus.DEFINITIEF)));
        }

        ControlledSeries series = ControlledSeries.of(BURGLARIES, rolling, SeriesGrain.VOORTSCHRIJDEND);

        assertThat(series.points()).hasSize(12).allSatisfy(one -> {
            assertThat(one.judgement()).isEmpty();
            assertThat(one.limits()).isEmpty();
        });
    }

    @Test
    void periodsWithoutADefinitionAreLeftOutAndUnknownOnesAreKept() {
        List<IndicatorPoint> points = List.of(
                IndicatorPoint.of(Period.month(2018, 12), new IndicatorValue.NotApplicable()),
                IndicatorPoint.of(Period.month(2019, 1), new IndicatorValue.Unknown()),
                month(2019, 2, 5),
                IndicatorPoint.of(Period.month(2019, 3), new IndicatorValue.Suppressed()));

        ControlledSeries series = ControlledSeries.of(BURGLARIES, points, SeriesGrain.MAAND);

        assertThat(series.points()).hasSize(3);
        assertThat(series.newestKnown().orElseThrow().point().period()).isEqualTo(Period.month(2019, 2));
    }

    /** The same indicator with another definition from a month on. */
    private static Indicator brokenAt(YearMonth month) {
        DefinitionVersion only = BURGLARIES.versions().getFirst();
        return new Indicator(
                BURGLARIES.id(),
                BURGLARIES.theme(),
                BURGLARIES.group(),
                BURGLARIES.position(),
                BURGLARIES.name(),
                BURGLARIES.definition(),
                BURGLARIES.unit(),
                BURGLARIES.source(),
                BURGLARIES.owner(),
                BURGLARIES.measure(),
                BURGLARIES.areas(),
                BURGLARIES.grains(),
                BURGLARIES.direction(),
                BURGLARIES.target(),
                BURGLARIES.confidentiality(),
                BURGLARIES.disclosure(),
                BURGLARIES.aliases(),
                BURGLARIES.perInhabitants(),
                BURGLARIES.provisionalMonths(),
                BURGLARIES.exceptionalYears(),
                List.of(
                        new DefinitionVersion(only.from(), Optional.of(month.minusMonths(1)), only.note()),
                        new DefinitionVersion(month, Optional.empty(), only.note())),
                BURGLARIES.notes());
    }

    private static IndicatorPoint measured(int year) {
        return IndicatorPoint.of(
                Period.year(year), new IndicatorValue.Measured(BigDecimal.TEN, ValueStatus.DEFINITIEF));
    }

    private static List<IndicatorPoint> months(int firstYear, int lastYear, int count) {
        List<IndicatorPoint> points = new ArrayList<>();
        for (int year = firstYear; year <= lastYear; year++) {
            for (int month = 1; month <= 12; month++) {
                points.add(month(year, month, count + month % 3 - 1));
            }
        }
        return points;
    }

    private static IndicatorPoint month(int year, int month, long count) {
        return IndicatorPoint.of(Period.month(year, month), new IndicatorValue.Counted(count, ValueStatus.DEFINITIEF));
    }
}
