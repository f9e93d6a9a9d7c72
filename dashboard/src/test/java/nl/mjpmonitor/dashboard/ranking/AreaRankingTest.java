package nl.mjpmonitor.dashboard.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Inhabitants;
import nl.mjpmonitor.warehouse.comparisons.Outcome;
import nl.mjpmonitor.warehouse.comparisons.Reason;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.statistics.Verdict;
import org.junit.jupiter.api.Test;

class AreaRankingTest {

    private static final IndicatorValue WITHHELD = new IndicatorValue.Suppressed();

    @Test
    void theHighestRateComesFirstAndNotTheHighestCount() {
        AreaRanking ranking =
                AreaRanking.of(List.of(known(1, 30, 10_000), known(2, 20, 2_000), known(3, 5, 5_000)), true);

        assertThat(ranking.rows())
                .extracting(row -> row.area().name())
                .containsExactly("Buurt 2", "Buurt 1", "Buurt 3");
        assertThat(ranking.rows())
                .extracting(AreaRanking.Row::place)
                .containsExactly(OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(3));
    }

    @Test
    void equalRatesShareAPlace() {
        AreaRanking ranking =
                AreaRanking.of(List.of(known(1, 10, 5_000), known(2, 20, 10_000), known(3, 1, 5_000)), true);

        assertThat(ranking.rows())
                .extracting(AreaRanking.Row::place)
                .containsExactly(OptionalInt.of(1), OptionalInt.of(1), OptionalInt.of(3));
    }

    @Test
    void whatIsWithheldHasNoPlaceAndNoRate() {
        AreaRanking ranking = AreaRanking.of(
                List.of(known(1, 10, 5_000), new AreaRanking.Known(area(2), point(WITHHELD), people(2, 5_000))), true);

        AreaRanking.Row row = ranking.rows().getLast();
        assertThat(row.place()).isEmpty();
        assertThat(row.rate()).isEqualTo(new Outcome.None(Reason.SUPPRESSED));
        assertThat(row.normal()).isEmpty();
        assertThat(row.judgement().verdict()).isEqualTo(Verdict.WITHHELD);
    }

    @Test
    void fewInhabitantsHaveACountOnly() {
        AreaRanking ranking = AreaRanking.of(List.of(known(1, 10, 5_000), known(2, 9, 999)), true);

        AreaRanking.Row row = ranking.rows().getLast();
        assertThat(row.rate()).isEqualTo(new Outcome.None(Reason.FEW_INHABITANTS));
        assertThat(row.isSmall()).isTrue();
        assertThat(row.place()).isEmpty();
    }

    @Test
    void anAreaOutsideTheFunnelIsUnusualAndASmallOneWithTheSameRateNeedNotBe() {
        List<AreaRanking.Known> areas = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            areas.add(known(number, 50 + number % 5, 5_000));
        }
        areas.add(known(21, 200, 10_000));
        areas.add(known(22, 20, 1_000));

        AreaRanking ranking = AreaRanking.of(areas, true);

        assertThat(ranking.of(area(21)).orElseThrow().isUnusual()).isTrue();
        assertThat(ranking.of(area(21)).orElseThrow().judgement().verdict()).isEqualTo(Verdict.UNUSUALLY_HIGH);
        assertThat(ranking.of(area(22)).orElseThrow().isUnusual()).isFalse();
    }

    @Test
    void withFewAreasNothingIsJudged() {
        AreaRanking ranking = AreaRanking.of(List.of(known(1, 1, 5_000), known(2, 500, 5_000)), true);

        assertThat(ranking.rows()).allSatisfy(row -> assertThat(row.normal()).isEmpty());
    }

    @Test
    void withoutARateThereIsNoRanking() {
        AreaRanking ranking = AreaRanking.of(List.of(known(2, 30, 10_000), known(1, 20, 2_000)), false);

        assertThat(ranking.rows()).extracting(row -> row.area().name()).containsExactly("Buurt 1", "Buurt 2");
        assertThat(ranking.rows()).allSatisfy(row -> {
            assertThat(row.place()).isEmpty();
            assertThat(row.number()).isEmpty();
        });
    }

    private static AreaRanking.Known known(int number, long count, int inhabitants) {
        return new AreaRanking.Known(
                area(number),
                point(new IndicatorValue.Counted(count, ValueStatus.DEFINITIEF)),
                people(number, inhabitants));
    }

    private static Optional<Inhabitants> people(int number, int count) {
        return Optional.of(new Inhabitants(area(number).code(), LocalDate.of(2024, 1, 1), count, "bron"));
    }

    private static IndicatorPoint point(IndicatorValue value) {
        return IndicatorPoint.of(Period.year(2023), value);
    }

    private static Area area(int number) {
        return new Area(
                new AreaCode("BU093500%02d".formatted(number)), "Buurt " + number, AreaKind.BUURT, Optional.empty(), 0);
    }
}
