package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.SeriesObservations.Row;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class SeriesObservationsTest {

    private static final AreaCode MAASTRICHT = new AreaCode("GM0935");
    private static final AreaCode REGION = new AreaCode("ZL");
    private static final Areas AREAS = Areas.load();

    @Test
    void giveTheCountAndTheKeptMonths() {
        PeriodObservation observation = observe(
                Samples.count("auto", "A10", "B10"),
                MAASTRICHT,
                Period.quarter(2023, 1),
                List.of(counted("7", 3, 1)),
                months("politiecijfers", "A10", 0, YearMonth.of(2023, 1), YearMonth.of(2023, 2)),
                months("politiecijfers", "B10", 1, YearMonth.of(2023, 2), YearMonth.of(2023, 3)));

        assertThat(observation.keptMonths()).isOne();
        assertThat(observation.provenance()).isEqualTo(Provenance.PUBLISHED_PERIOD);
        assertThat(observation.amount())
                .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo("7"));
        assertThat(observation.unknownCount()).isOne();
    }

    @Test
    void takeADeliveryThatNamesNoClassForAll() {
        PeriodObservation observation = observe(
                Samples.count("auto", "A10", "B10"),
                MAASTRICHT,
                Period.month(2023, 1),
                List.of(),
                months("politiecijfers", "*", 2, YearMonth.of(2023, 1)),
                months("politiecijfers", "A10", 0, YearMonth.of(2023, 1)));

        assertThat(observation.keptMonths()).isOne();
        assertThat(observation.provenance()).isEqualTo(Provenance.UNMARKED);
        assertThat(observation.amount()).contains(BigDecimal.ZERO);
    }

    @Test
    void takeTheWeakestOfAMonthThatWasKeptTwice() {
        PeriodObservation observation = observe(
                Samples.cases("lwo-casussen"),
                MAASTRICHT,
                Period.month(2023, 1),
                List.of(),
                months("ondermijning", "lwo", 3, YearMonth.of(2023, 1)),
                months("ondermijning", "lwo", 0, YearMonth.of(2023, 1)));

        assertThat(observation.provenance()).isEqualTo(Provenance.DEMONSTRATION);
    }

    @Test
    void doNotTakeTheMonthsOfAnotherSystem() {
        PeriodObservation observation = observe(
                Samples.cases("lwo-casussen"),
                MAASTRICHT,
                Period.month(2023, 1),
                List.of(),
                months("onderschat", "lwo", 0, YearMonth.of(2023, 1)));

        assertThat(observation.keptMonths()).isZero();
    }

    @Test
    void giveTheQuantileAskedForOfCompleteRowsOnly() {
        Row row = new Row(0, 0, "", 4, 0, null, List.of(12.5, 30.0), Optional.empty(), false, false, "");

        assertThat(observe(Samples.duration("mediaan", Measure.Quantile.MEDIAN), MAASTRICHT, Period.year(2023), row)
                        .amount())
                .contains(BigDecimal.valueOf(12.5));
        assertThat(observe(Samples.duration("p90", Measure.Quantile.NINETY_PERCENT), MAASTRICHT, Period.year(2023), row)
                        .amount())
                .contains(BigDecimal.valueOf(30.0));
        assertThat(observe(Samples.duration("p90", Measure.Quantile.NINETY_PERCENT), MAASTRICHT, Period.year(2023))
                        .amount())
                .isEmpty();
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
        List<Row> rows = AREAS.division(AreaKind.REGIO).leaves(REGION, LocalDate.of(2023, 1, 1)).stream()
                .map(leaf -> level(leaf.value(), "1000", "published_year"))
                .toList();

        assertThat(observe(Samples.population("inwoners"), REGION, Period.year(2023), rows.toArray(Row[]::new))
                        .amount())
                .contains(new BigDecimal("16000"));
        assertThat(observe(
                                Samples.population("inwoners"),
                                REGION,
                                Period.year(2023),
                                rows.subList(1, 16).toArray(Row[]::new))
                        .amount())
                .isEmpty();
    }

    @Test
    void addUpNoMarks() {
        List<Row> rows = AREAS.ofKind(AreaKind.BUURT).stream()
                .map(Area::code)
                .map(buurt -> level(buurt.value(), "7.3", "published_year"))
                .toList();
        Indicator mark = Samples.indicator(
                "rapportcijfer", new Measure.Level(Samples.rows("opendata.neighbourhood-safety-mark", "measure", "x")));

        assertThat(observe(mark, MAASTRICHT, Period.year(2023), rows.toArray(Row[]::new))
                        .amount())
                .isEmpty();
    }

    private static PeriodObservation observe(Indicator indicator, AreaCode area, Period period, Row... rows) {
        return observe(indicator, area, period, List.of(rows));
    }

    private static PeriodObservation observe(
            Indicator indicator, AreaCode area, Period period, List<Row> rows, KeptMonths.Row... kept) {
        SeriesQuestion question = new SeriesQuestion(
                SeriesRequest.latest(indicator.id(), area, period, period),
                indicator,
                indicator.measure().source().orElseThrow());
        return new SeriesObservations(List.of(question), new LeafLevels(AREAS), rows, List.of(kept)).of(0, 0);
    }

    private static Row counted(String amount, long rows, long unknown) {
        return new Row(0, 0, "", rows, unknown, new BigDecimal(amount), List.of(), Optional.empty(), false, false, "");
    }

    private static Row level(String leaf, String amount, String provenance) {
        return new Row(0, 0, leaf, 1, 0, new BigDecimal(amount), List.of(), Optional.empty(), false, false, provenance);
    }

    private static KeptMonths.Row months(String system, String register, int weakness, YearMonth... months) {
        return new KeptMonths.Row(
                system,
                register,
                IntStream.range(0, months.length)
                        .mapToObj(index -> months[index])
                        .map(month -> (month.getYear() * 12L + month.getMonthValue() - 1) * 4 + weakness)
                        .toList());
    }
}
