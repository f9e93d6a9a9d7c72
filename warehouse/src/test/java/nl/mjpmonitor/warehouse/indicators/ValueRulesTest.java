package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Counted;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Measured;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Suppressed;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Unknown;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueRulesTest {

    private static final Instant LATE = Instant.parse("2026-11-21T00:00:00Z");
    private static final Period YEAR = Period.year(2023);
    private static final Set<PeriodGrain> CALENDAR = Set.of(PeriodGrain.YEAR, PeriodGrain.QUARTER, PeriodGrain.MONTH);

    @Test
    void countsAPeriodThatIsKeptAndKnown() {
        assertThat(value(YEAR, 12, 341, 0)).isEqualTo(new Counted(341, ValueStatus.DEFINITIEF));
        assertThat(value(YEAR, 12, 0, 0)).isEqualTo(new Counted(0, ValueStatus.DEFINITIEF));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 341, 0", "11, 341, 0", "12, 341, 1", "12, 0, 1"})
    void knowsNothingOfAPeriodThatIsNotKeptOrNotKnown(int keptMonths, long count, long unknownCount) {
        assertThat(value(YEAR, keptMonths, count, unknownCount)).isEqualTo(new Unknown());
    }

    @Test
    void needsAsManyKeptMonthsAsThePeriodHas() {
        assertThat(value(Period.quarter(2023, 1), 3, 5, 0)).isEqualTo(new Counted(5, ValueStatus.DEFINITIEF));
        assertThat(value(Period.yearToDate(YearMonth.of(2023, 5)), 5, 5, 0))
                .isEqualTo(new Counted(5, ValueStatus.DEFINITIEF));
        assertThat(value(Period.month(2023, 1), 0, 5, 0)).isEqualTo(new Unknown());
    }

    @Test
    void needsNoMonthsForALevelButARow() {
        Indicator level = Samples.population("inwoners");

        assertThat(rules(level).point(YEAR, observation(0, Optional.of(new BigDecimal("7")), 0), true))
                .extracting(IndicatorPoint::value)
                .isEqualTo(new Counted(7, ValueStatus.DEFINITIEF));
        assertThat(rules(level).point(YEAR, observation(0, Optional.empty(), 0), true))
                .extracting(IndicatorPoint::value)
                .isEqualTo(new Unknown());
    }

    @Test
    void measuresWhatIsNoNumberOfThings() {
        Indicator days = Samples.indicator(
                "doorlooptijd",
                Samples.duration("doorlooptijd", Measure.Quantile.MEDIAN).measure(),
                Unit.DAGEN,
                Disclosure.OPEN,
                Set.of(AreaKind.GEMEENTE),
                CALENDAR,
                List.of(Samples.version(YearMonth.of(2019, 1), YearMonth.of(2030, 12))));

        assertThat(rules(days).point(YEAR, observation(12, Optional.of(new BigDecimal("12.5000")), 0), true))
                .extracting(IndicatorPoint::value)
                .isEqualTo(new Measured(new BigDecimal("12.5"), ValueStatus.DEFINITIEF));
        assertThat(rules(days).point(YEAR, observation(12, Optional.of(new BigDecimal("120.0")), 0), true))
                .extracting(IndicatorPoint::value)
                .isEqualTo(new Measured(new BigDecimal("120"), ValueStatus.DEFINITIEF));
    }

    @Test
    void appliesOnlyWithinOneVersion() {
        Indicator indicator = indicator(
                Set.of(AreaKind.GEMEENTE),
                CALENDAR,
                List.of(
                        Samples.version(YearMonth.of(2019, 1), YearMonth.of(2021, 6)),
                        Samples.version(YearMonth.of(2021, 9), YearMonth.of(2023, 12))));

        assertThat(List.of(
                        Period.year(2018),
                        Period.year(2020),
                        Period.year(2021),
                        Period.month(2021, 6),
                        Period.month(2021, 7),
                        Period.month(2021, 9),
                        Period.year(2024)))
                .extracting(period -> rules(indicator).applicable(period))
                .containsExactly(false, true, false, true, false, true, false);
    }

    @Test
    void appliesToItsOwnAreasAndPeriods() {
        Indicator yearly = indicator(
                Set.of(AreaKind.GEMEENTE),
                Set.of(PeriodGrain.YEAR),
                List.of(Samples.version(YearMonth.of(2019, 1), YearMonth.of(2030, 12))));

        assertThat(rules(yearly).applicable(YEAR)).isTrue();
        assertThat(new ValueRules(yearly, AreaKind.BUURT, LATE).applicable(YEAR))
                .isFalse();
        assertThat(rules(yearly).applicable(Period.month(2023, 1))).isFalse();
        assertThat(rules(yearly).applicable(Period.rollingYear(YearMonth.of(2023, 5))))
                .isFalse();
        assertThat(rules(yearly).applicable(Period.span(YearMonth.of(2019, 1), YearMonth.of(2022, 12))))
                .isTrue();
        assertThat(rules(yearly).applicable(Period.span(YearMonth.of(2019, 2), YearMonth.of(2022, 12))))
                .isFalse();
    }

    @Test
    void appliesToWindowsOfMonthsUnlessItIsALevel() {
        Period rolling = Period.rollingYear(YearMonth.of(2023, 5));

        assertThat(rules(Samples.cases("lwo-casussen")).applicable(rolling)).isTrue();
        assertThat(rules(Samples.population("inwoners")).applicable(rolling)).isFalse();
    }

    @Test
    void withholdsWhatMayNotBeTold() {
        IndicatorPoint point = rules(Samples.cases("lwo-casussen"))
                .point(YEAR, observation(12, Optional.of(BigDecimal.ONE), 0), false);

        assertThat(point).isEqualTo(new IndicatorPoint(YEAR, new Suppressed(), PointMarks.NONE));
    }

    /** Figures of a month come in the middle of the next one: in May, April, March and February are the newest three. */
    @ParameterizedTest
    @CsvSource({
        "2023-01, DEFINITIEF",
        "2023-02, VOORLOPIG",
        "2023-03, VOORLOPIG",
        "2023-04, VOORLOPIG",
        "2023-05, VOORLOPIG"
    })
    void callsTheNewestThreeMonthsProvisional(YearMonth month, ValueStatus status) {
        Period period = new Period(PeriodGrain.MONTH, month);

        assertThat(new ValueRules(
                                Samples.cases("lwo-casussen"), AreaKind.GEMEENTE, Instant.parse("2023-05-31T23:59:59Z"))
                        .point(period, observation(1, Optional.of(new BigDecimal("7")), 0), true)
                        .value())
                .isEqualTo(new Counted(7, status));
    }

    @Test
    void callsWhatTheSourceCallsProvisionalProvisional() {
        PeriodObservation observation = new PeriodObservation(
                12,
                Provenance.PUBLISHED_YEAR,
                1,
                0,
                Optional.of(BigDecimal.TEN),
                true,
                true,
                Optional.of(new Margin(BigDecimal.ONE, BigDecimal.TEN)));

        assertThat(rules(Samples.cases("lwo-casussen")).point(YEAR, observation, true))
                .isEqualTo(new IndicatorPoint(
                        YEAR,
                        new Counted(10, ValueStatus.VOORLOPIG),
                        new PointMarks(
                                true,
                                Provenance.PUBLISHED_YEAR,
                                Optional.of(new Margin(BigDecimal.ONE, BigDecimal.TEN)))));
    }

    private static IndicatorValue value(Period period, int keptMonths, long count, long unknownCount) {
        return rules(Samples.cases("lwo-casussen"))
                .point(period, observation(keptMonths, Optional.of(BigDecimal.valueOf(count)), unknownCount), true)
                .value();
    }

    private static PeriodObservation observation(int keptMonths, Optional<BigDecimal> amount, long unknownCount) {
        return new PeriodObservation(
                keptMonths, Provenance.UNMARKED, 1, unknownCount, amount, false, false, Optional.empty());
    }

    private static ValueRules rules(Indicator indicator) {
        return new ValueRules(indicator, AreaKind.GEMEENTE, LATE);
    }

    private static Indicator indicator(Set<AreaKind> areas, Set<PeriodGrain> grains, List<DefinitionVersion> versions) {
        return Samples.indicator(
                "lwo-casussen",
                Samples.cases("lwo-casussen").measure(),
                Unit.AANTAL,
                Disclosure.OPEN,
                areas,
                grains,
                versions);
    }
}
