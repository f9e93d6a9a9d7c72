package nl.mjpmonitor.warehouse.comparisons;

import static nl.mjpmonitor.warehouse.comparisons.Entries.counted;
import static nl.mjpmonitor.warehouse.comparisons.Entries.suppressed;
import static nl.mjpmonitor.warehouse.comparisons.Entries.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

/** Rates, shares, funnels, lead times and the length of months. */
class RatesTest {

    private static final Period YEAR = Period.year(2023);

    @Test
    void givesARateForTenThousandInhabitants() {
        InhabitantRate rate = InhabitantRate.of(counted(YEAR, 357), counted(YEAR, 124_227));
        assertThat(rate.outcome()).isEqualTo(amount("28.7"));
        assertThat(rate.interval().orElseThrow().interval().contains(28.7)).isTrue();
    }

    @Test
    void givesNoRateWhereFewPeopleLive() {
        assertThat(InhabitantRate.of(counted(YEAR, 7), counted(YEAR, 999)))
                .isEqualTo(new InhabitantRate(new Outcome.None(Reason.FEW_INHABITANTS), Optional.empty()));
        assertThat(InhabitantRate.of(counted(YEAR, 7), counted(YEAR, 1_000)).outcome())
                .isEqualTo(amount("70.0"));
    }

    @Test
    void givesNoRateOfWhatIsNotGivenOrOfAnotherPeriod() {
        assertThat(InhabitantRate.of(suppressed(YEAR), counted(YEAR, 5_000)).outcome())
                .isEqualTo(new Outcome.None(Reason.SUPPRESSED));
        assertThat(InhabitantRate.of(counted(YEAR, 5), unknown(YEAR)).outcome())
                .isEqualTo(new Outcome.None(Reason.UNKNOWN));
        assertThat(InhabitantRate.of(counted(YEAR, 5), counted(Period.year(2022), 5_000))
                        .outcome())
                .isEqualTo(new Outcome.None(Reason.NOT_COMPARABLE));
    }

    @Test
    void givesTheShareOfATotal() {
        assertThat(Share.of(counted(YEAR, 61), counted(YEAR, 66))).isEqualTo(amount("92.4"));
        assertThat(Share.of(counted(YEAR, 0), counted(YEAR, 0))).isEqualTo(new Outcome.None(Reason.ZERO_TOTAL));
        assertThat(Share.of(counted(YEAR, 7), counted(YEAR, 6))).isEqualTo(new Outcome.None(Reason.NOT_COMPARABLE));
        assertThat(Share.of(suppressed(YEAR), counted(YEAR, 66))).isEqualTo(new Outcome.None(Reason.SUPPRESSED));
        assertThat(Share.of(counted(YEAR, 66), suppressed(YEAR))).isEqualTo(new Outcome.None(Reason.SUPPRESSED));
    }

    @Test
    void givesThePublishedConversionsOfTheFunnel() {
        Period years = Period.span(YearMonth.of(2019, 1), YearMonth.of(2022, 12));
        Funnel funnel = Funnel.of(List.of(counted(years, 478), counted(years, 50), counted(years, 31)));
        assertThat(funnel.steps())
                .extracting(Funnel.Step::conversion)
                .containsExactly(Optional.empty(), Optional.of(amount("10.5")), Optional.of(amount("62.0")));
        assertThat(funnel.steps())
                .extracting(Funnel.Step::remainder)
                .containsExactly(Optional.empty(), Optional.of(amount("428")), Optional.of(amount("19")));
    }

    @Test
    void aWithheldStepWithholdsConversionAndRemainderOnBothSides() {
        Funnel funnel = Funnel.of(List.of(counted(YEAR, 77), suppressed(YEAR), counted(YEAR, 0)));
        assertThat(funnel.steps().subList(1, 3))
                .extracting(Funnel.Step::remainder)
                .containsOnly(Optional.of(new Outcome.None(Reason.SUPPRESSED)));
        assertThat(funnel.steps().subList(1, 3))
                .extracting(Funnel.Step::conversion)
                .containsOnly(Optional.of(new Outcome.None(Reason.SUPPRESSED)));
    }

    /** Registered crime in the Netherlands, January 2023: the kinds of offence add up to less than the published total. */
    @Test
    void showsWhatPublishedPartsLack() {
        Period january = Period.month(2023, 1);
        assertThat(Share.remainder(counted(january, 70_871), List.of(counted(january, 69_203))))
                .isEqualTo(amount("1668"));
        assertThat(Share.remainder(counted(january, 30), List.of(counted(january, 12), suppressed(january))))
                .isEqualTo(new Outcome.None(Reason.SUPPRESSED));
        assertThat(Share.remainder(counted(january, 30), List.of(counted(YEAR, 12))))
                .isEqualTo(new Outcome.None(Reason.NOT_COMPARABLE));
    }

    @Test
    void nothingOutOfNothingLeavesNothing() {
        Funnel.Step step =
                Funnel.of(List.of(counted(YEAR, 0), counted(YEAR, 0))).steps().get(1);
        assertThat(step.conversion()).contains(new Outcome.None(Reason.ZERO_TOTAL));
        assertThat(step.remainder()).contains(amount("0"));
    }

    @Test
    void correctsForTheLengthOfTheMonth() {
        assertThat(MonthLength.corrected(280, YearMonth.of(2023, 2))).isEqualByComparingTo("304.4");
        assertThat(MonthLength.corrected(310, YearMonth.of(2023, 1))).isEqualByComparingTo("304.4");
        assertThat(MonthLength.corrected(290, YearMonth.of(2024, 2))).isEqualByComparingTo("304.4");
    }

    private static Outcome amount(String value) {
        return new Outcome.Amount(new BigDecimal(value));
    }
}
