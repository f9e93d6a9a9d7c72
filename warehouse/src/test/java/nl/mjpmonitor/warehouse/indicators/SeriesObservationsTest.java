package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class SeriesObservationsTest {

    private static final AreaCode MAASTRICHT = new AreaCode("GM0935");
    private static final AreaCode REGION = new AreaCode("ZL");
    private static final Areas AREAS = Areas.load();

    @Test
    void giveTheCountAndTheKeptMonths() {
        PeriodObservation observation = observe(
                Samples.cases("lwo-casussen"),
                MAASTRICHT,
                Period.quarter(2023, 1),
                List.of(Tally.ofCounts(3, 1, 7)),
                SampleRows.register("ondermijning", "lwo", "2023-01-01", "2023-02-28", "published_period")
                        .rows());

        assertThat(observation.keptMonths()).isEqualTo(2);
        assertThat(observation.provenance()).isEqualTo(Provenance.PUBLISHED_PERIOD);
        assertThat(observation.amount())
                .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo("7"));
        assertThat(observation.unknownCount()).isOne();
    }

    @Test
    void takeNoRowsForZeroOnlyWhereTheyAreAddedUp() {
        assertThat(observe(Samples.cases("lwo-casussen"), MAASTRICHT, Period.year(2023))
                        .amount())
                .contains(BigDecimal.ZERO);
        assertThat(observe(Samples.duration("p90", Measure.Quantile.NINETY_PERCENT), MAASTRICHT, Period.year(2023))
                        .amount())
                .isEmpty();
        assertThat(observe(Samples.population("inwoners"), MAASTRICHT, Period.year(2023))
                        .amount())
                .isEmpty();
    }

    @Test
    void askTheStreamForWhatItCountsAndTheRowsForTheRest() {
        Tallies stream = question -> List.of(List.of(Tally.ofCounts(1, 0, 1)));
        Tallies rows = question -> List.of(List.of(Tally.ofCounts(2, 0, 2)));
        SeriesObservations observations =
                new SeriesObservations(stream, rows, new KeptMonths(List.of()), new LeafLevels(AREAS));

        assertThat(observations.of(question(Samples.count("auto", "A10"), MAASTRICHT, Period.year(2023))))
                .extracting(PeriodObservation::rowCount)
                .containsExactly(1L);
        assertThat(observations.of(question(Samples.cases("lwo-casussen"), MAASTRICHT, Period.year(2023))))
                .extracting(PeriodObservation::rowCount)
                .containsExactly(2L);
    }

    @Test
    void takeTheLevelOfTheAreaItself() {
        PeriodObservation observation = observe(
                Samples.population("inwoners"),
                MAASTRICHT,
                Period.year(2023),
                level("GM0935", "125285", "published_year"),
                level("BU09350000", "2330", "demonstration"));

        assertThat(observation.amount()).contains(new BigDecimal("125285"));
        assertThat(observation.provenance()).isEqualTo(Provenance.PUBLISHED_YEAR);
    }

    @Test
    void addUpTheLevelsOfPartsOnlyWhenAllAreThere() {
        List<Tally> rows = AREAS.division(AreaKind.REGIO).leaves(REGION, LocalDate.of(2023, 1, 1)).stream()
                .map(leaf -> level(leaf.value(), "1000", "published_year"))
                .toList();

        assertThat(observe(Samples.population("inwoners"), REGION, Period.year(2023), rows.toArray(Tally[]::new))
                        .amount())
                .contains(new BigDecimal("16000"));
        assertThat(observe(
                                Samples.population("inwoners"),
                                REGION,
                                Period.year(2023),
                                rows.subList(1, 16).toArray(Tally[]::new))
                        .amount())
                .isEmpty();
    }

    @Test
    void addUpNoMarks() {
        List<Tally> rows = AREAS.ofKind(AreaKind.BUURT).stream()
                .map(Area::code)
                .map(buurt -> level(buurt.value(), "7.3", "published_year"))
                .toList();
        Indicator mark = Samples.indicator(
                "rapportcijfer", new Measure.Level(Samples.rows("opendata.neighbourhood-safety-mark", "measure", "x")));

        assertThat(observe(mark, MAASTRICHT, Period.year(2023), rows.toArray(Tally[]::new))
                        .amount())
                .isEmpty();
    }

    private static PeriodObservation observe(Indicator indicator, AreaCode area, Period period, Tally... tallies) {
        return observe(indicator, area, period, List.of(tallies), List.of());
    }

    private static PeriodObservation observe(
            Indicator indicator, AreaCode area, Period period, List<Tally> tallies, List<CaseworkRows> kept) {
        Tallies counted = question -> List.of(tallies);
        return new SeriesObservations(counted, counted, new KeptMonths(kept), new LeafLevels(AREAS))
                .of(question(indicator, area, period))
                .get(0);
    }

    private static SeriesQuestion question(Indicator indicator, AreaCode area, Period period) {
        return new SeriesQuestion(
                SeriesRequest.latest(indicator.id(), area, period, period),
                indicator,
                indicator.measure().source().orElseThrow());
    }

    private static Tally level(String leaf, String amount, String provenance) {
        return new Tally(leaf, 1, 0, new BigDecimal(amount), Optional.empty(), false, false, Provenance.of(provenance));
    }
}
