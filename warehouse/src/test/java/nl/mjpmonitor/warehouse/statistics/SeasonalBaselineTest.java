package nl.mjpmonitor.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonalBaselineTest {

    private static final List<Year> CORONA_YEARS = List.of(Year.of(2020), Year.of(2021));
    private static final YearMonth OCTOBER = YearMonth.of(2024, 10);

    private static final Map<YearMonth, Long> OCTOBERS = Map.of(
            YearMonth.of(2018, 10), 24L,
            YearMonth.of(2019, 10), 30L,
            YearMonth.of(2020, 10), 4L,
            YearMonth.of(2021, 10), 8L,
            YearMonth.of(2022, 10), 26L,
            YearMonth.of(2023, 10), 28L,
            YearMonth.of(2023, 9), 99L,
            YearMonth.of(2024, 10), 77L);

    @Test
    void comparesWithTheSameMonthOfEarlierYears() {
        var reference = SeasonalBaseline.of(OCTOBERS).before(OCTOBER).orElseThrow();

        assertThat(reference.counts().values()).containsExactly(30L, 4L, 8L, 26L, 28L);
        assertThat(reference.mean()).isCloseTo(19.2, within(1e-12));
        assertThat(reference.quantile(0.5)).isEqualTo(26);
    }

    @Test
    void reachesFurtherBackWithoutTheCoronaYears() {
        var reference = SeasonalBaseline.of(OCTOBERS)
                .leavingOut(CORONA_YEARS)
                .before(OCTOBER)
                .orElseThrow();

        assertThat(reference.counts().values()).containsExactly(24L, 30L, 26L, 28L);
        assertThat(reference.mean()).isEqualTo(27);
        assertThat(reference.years()).isEqualTo(4);
    }

    @Test
    void takesTheNewestYears() {
        var reference = SeasonalBaseline.of(OCTOBERS)
                .leavingOut(CORONA_YEARS)
                .over(2)
                .before(OCTOBER)
                .orElseThrow();

        assertThat(reference.counts().keySet()).containsExactly(YearMonth.of(2022, 10), YearMonth.of(2023, 10));
    }

    @Test
    void takesAnUnknownMonthForUnknown() {
        assertThat(SeasonalBaseline.of(OCTOBERS).before(YearMonth.of(2024, 3))).isEmpty();
        assertThat(SeasonalBaseline.of(OCTOBERS).before(YearMonth.of(2018, 10))).isEmpty();
        assertThat(SeasonalBaseline.of(OCTOBERS).before(YearMonth.of(1999, 10))).isEmpty();
        assertThat(SeasonalBaseline.of(Map.of()).before(OCTOBER)).isEmpty();
    }

    @Test
    void expectsWhatEarlierYearsExplain() {
        var reference = SeasonalReference.of(new TreeMap<>(OCTOBERS).headMap(YearMonth.of(2019, 12), true), 1);

        assertThat(reference.range(0.05)).isEqualTo(Prediction.range(54, 2, 1, 0.05));
        // 24, 30, 26 and 28 without extra spread: 108 in four years
        assertThat(SeasonalBaseline.of(OCTOBERS)
                        .leavingOut(CORONA_YEARS)
                        .before(OCTOBER)
                        .orElseThrow()
                        .normalRange())
                .isEqualTo(Prediction.range(108, 4, 1, SigmaLevel.bothTails(3)));
    }

    @Test
    void poolsTheSpreadBetweenYearsOverAllMonths() {
        var counts = new TreeMap<YearMonth, Long>();
        for (var year = 2015; year <= 2024; year++) {
            for (var month = 1; month <= 12; month++) {
                // half more and half less than 100 in turn, except in October
                counts.put(YearMonth.of(year, month), month == 10 ? 100L : year % 2 == 0 ? 150L : 50L);
            }
        }

        var reference = SeasonalBaseline.of(counts).over(4).before(OCTOBER).orElseThrow();

        // in 11 of 12 months 4 × 50² / 100 with 3 degrees of freedom
        assertThat(reference.dispersion()).isCloseTo(11 * 100.0 / (12 * 3), within(1e-9));
        assertThat(reference.normalRange().upper())
                .isGreaterThan(new SeasonalReference(reference.counts(), reference.weights(), 1)
                        .normalRange()
                        .upper());
    }

    @Test
    void doesNotMakeAnOutbreakTheNorm() {
        var counts = Map.of(
                YearMonth.of(2020, 10), 20L,
                YearMonth.of(2021, 10), 22L,
                YearMonth.of(2022, 10), 90L,
                YearMonth.of(2023, 10), 18L);
        var reference = new SeasonalReference(new TreeMap<>(counts), List.of(1.0, 1.0, 1.0, 1.0), 2);

        var downweighted = reference.downweighted();

        assertThat(reference.mean()).isEqualTo(37.5);
        assertThat(downweighted.mean()).isBetween(20.0, 25.0);
        assertThat(downweighted.normalRange().upper())
                .isLessThan(reference.normalRange().upper());
        assertThat(downweighted.weights().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(4, within(1e-12));
    }

    @Test
    void leavesAQuietReferenceAsItIs() {
        var reference = SeasonalBaseline.of(OCTOBERS)
                .leavingOut(CORONA_YEARS)
                .before(OCTOBER)
                .orElseThrow();

        assertThat(reference.downweighted()).isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 6, 40})
    void raisesFewFalseAlarms(double mean) {
        var samples = new Samples(20180101);
        var rounds = 2_000;
        var alarms = 0;
        for (var round = 0; round < rounds; round++) {
            var counts = new TreeMap<YearMonth, Long>();
            for (var month = YearMonth.of(2020, 1); !month.isAfter(OCTOBER); month = month.plusMonths(1)) {
                counts.put(month, samples.poisson(mean));
            }
            var range =
                    SeasonalBaseline.of(counts).before(OCTOBER).orElseThrow().range(0.05);
            if (!range.contains(counts.get(OCTOBER))) {
                alarms++;
            }
        }

        assertThat(alarms / (double) rounds).isLessThan(0.06);
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThatThrownBy(() -> SeasonalBaseline.of(Map.of(OCTOBER, -1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SeasonalBaseline.of(OCTOBERS).over(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SeasonalReference.of(new TreeMap<>(), 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
