package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.facts.FactCatalogue;
import nl.mjpmonitor.warehouse.facts.FactId;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.Counted;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue.NotApplicable;
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

    @Test
    void countsAPeriodThatIsCoveredAndKnown() {
        assertThat(value(YEAR, 12, 341, 0)).isEqualTo(new Counted(341, ValueStatus.DEFINITIEF));
        assertThat(value(YEAR, 12, 0, 0)).isEqualTo(new Counted(0, ValueStatus.DEFINITIEF));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 341, 0", "11, 341, 0", "12, 341, 1", "12, 0, 1"})
    void knowsNothingOfAPeriodThatIsNotCoveredOrNotKnown(int coveredMonths, long count, long unknownCount) {
        assertThat(value(YEAR, coveredMonths, count, unknownCount)).isEqualTo(new Unknown());
    }

    @Test
    void needsAsManyCoveredMonthsAsThePeriodHas() {
        assertThat(value(Period.quarter(2023, 1), 3, 5, 0)).isEqualTo(new Counted(5, ValueStatus.DEFINITIEF));
        assertThat(value(Period.month(2023, 1), 1, 5, 0)).isEqualTo(new Counted(5, ValueStatus.DEFINITIEF));
        assertThat(value(Period.month(2023, 1), 0, 5, 0)).isEqualTo(new Unknown());
    }

    @Test
    void doesNotApplyBeforeTheDefinitionOrToAnotherKindOfAreaOrPeriod() {
        assertThat(value(Period.year(2018), 12, 5, 0)).isEqualTo(new NotApplicable());
        assertThat(value(Period.month(2018, 12), 1, 5, 0)).isEqualTo(new NotApplicable());
        assertThat(rules(indicator(0, Set.of(AreaKind.GEMEENTE), Set.of(PeriodGrain.YEAR)), AreaKind.BUURT, LATE)
                        .value(YEAR, new PeriodObservation(12, 5, 0)))
                .isEqualTo(new NotApplicable());
        assertThat(rules(indicator(0, Set.of(AreaKind.GEMEENTE), Set.of(PeriodGrain.YEAR)), AreaKind.GEMEENTE, LATE)
                        .value(Period.month(2023, 1), new PeriodObservation(1, 5, 0)))
                .isEqualTo(new NotApplicable());
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "4, true", "5, false"})
    void withholdsSmallCountsButNotZero(long count, boolean withheld) {
        IndicatorValue value = rules(
                        indicator(5, Set.of(AreaKind.GEMEENTE), Set.of(PeriodGrain.YEAR)), AreaKind.GEMEENTE, LATE)
                .value(YEAR, new PeriodObservation(12, count, 0));

        assertThat(value).isEqualTo(withheld ? new Suppressed() : new Counted(count, ValueStatus.DEFINITIEF));
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

        assertThat(rules(indicator(), AreaKind.GEMEENTE, Instant.parse("2023-05-31T23:59:59Z"))
                        .value(period, new PeriodObservation(1, 7, 0)))
                .isEqualTo(new Counted(7, status));
    }

    @Test
    void callsAPeriodProvisionalForItsNewestMonth() {
        ValueRules rules = rules(indicator(), AreaKind.GEMEENTE, Instant.parse("2024-02-06T00:00:00Z"));

        assertThat(rules.value(YEAR, new PeriodObservation(12, 7, 0))).isEqualTo(new Counted(7, ValueStatus.VOORLOPIG));
        assertThat(rules.value(Period.quarter(2023, 3), new PeriodObservation(3, 7, 0)))
                .isEqualTo(new Counted(7, ValueStatus.DEFINITIEF));
    }

    private static IndicatorValue value(Period period, int coveredMonths, long count, long unknownCount) {
        return rules(indicator(), AreaKind.GEMEENTE, LATE)
                .value(period, new PeriodObservation(coveredMonths, count, unknownCount));
    }

    private static ValueRules rules(Indicator indicator, AreaKind kind, Instant asOf) {
        return new ValueRules(indicator, kind, asOf);
    }

    private static Indicator indicator() {
        return indicator(0, Set.of(AreaKind.values()), Set.of(PeriodGrain.values()));
    }

    private static Indicator indicator(int suppressBelow, Set<AreaKind> areas, Set<PeriodGrain> grains) {
        LocalizedText text = new LocalizedText("tekst", "text");
        return new Indicator(
                new IndicatorId("zakkenrollerij"),
                "criminaliteit",
                "vvc",
                1,
                text,
                text,
                Unit.AANTAL,
                "politiecijfers",
                "team",
                new Measure.Count(new FactReference(
                        FactCatalogue.load()
                                .find(FactId.parse("politiecijfers.registration"))
                                .orElseThrow(),
                        List.of(),
                        Optional.empty())),
                areas,
                grains,
                Direction.LOWER_IS_BETTER,
                new Target.None(text),
                Confidentiality.OPENBAAR,
                new Disclosure(suppressBelow, Set.of()),
                List.of(),
                false,
                3,
                Set.of(),
                List.of(new DefinitionVersion(YearMonth.of(2019, 1), Optional.empty(), text)),
                List.of());
    }
}
